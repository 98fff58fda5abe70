// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

#include <c10/core/ScalarType.h>

namespace reweigh {

/// Master type of weights and statistics, and type of activations, for a precision.
struct StepTypes {
    c10::ScalarType master = c10::ScalarType::Float;
    c10::ScalarType compute = c10::ScalarType::Float;
};

inline StepTypes stepTypes(Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
    case Precision::Tf32: return {};
    case Precision::Bf16: return {c10::ScalarType::Float, c10::ScalarType::BFloat16};
    case Precision::Fp64: return {c10::ScalarType::Double, c10::ScalarType::Double};
    }
    return {};
}

} // namespace reweigh
