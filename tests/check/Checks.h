// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/check/CheckTable.h"

#include <c10/core/Device.h>

namespace reweigh::check {

struct CheckOptions {
    c10::Device device{c10::DeviceType::CPU}; ///< whose engine is checked
    bool bf16 = false;                        ///< whether it has that precision
    bool quick = false;                       ///< small shapes, no WRN-28-10, fewer steps
};

/// Every kernel against the library's operations in fp64, on shapes of the networks and on odd ones.
void checkKernels(const CheckOptions& options, CheckTable& table);

/// Each classifier's meta gradient and updated weights against double backward: fp64 1e-9; fp32 1e-5, or three times the
/// library's own error where that is larger, since a value within rounding of a ReLU's kink moves either; bf16 by
/// correlation.
void checkMetaGradients(const CheckOptions& options, CheckTable& table);

/// 200 steps of the engine and of the library's operations on the CPU from one seed: the weights may part no further than
/// the library parts from itself when one rounding's worth of noise is laid on the first weights.
void checkTogether(const CheckOptions& options, CheckTable& table);

} // namespace reweigh::check
