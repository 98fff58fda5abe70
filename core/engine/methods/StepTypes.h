// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"

#include <c10/core/ScalarType.h>

namespace reweigh {

/// The dtypes that a precision stands for (core/engine/README.md, section 5).
struct StepTypes {
    c10::ScalarType master = c10::ScalarType::Float;  ///< of parameters, gradients, optimiser states and batch statistics
    c10::ScalarType compute = c10::ScalarType::Float; ///< of activations, and of the parameters' copy that the passes read
};

/// The dtypes of `precision`. fp32 and tf32: Float and Float; bf16: Float and BFloat16; fp64: Double and Double.
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
