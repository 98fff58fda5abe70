// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <vector>

namespace reweigh {

/// Samples on the two directions in which they vary most.
struct PrincipalAxes {
    std::vector<float> first, second;
    std::array<double, 2> explained{}; ///< share of the variance; 0 where there is none
};

/// Of `features` [n, d], n >= 1, worked in fp64 on the CPU. An axis points where its loading of largest size is positive, so that
/// maps of one network can be compared from epoch to epoch; with d = 1 the second is all 0. Empty if anything is not finite.
PrincipalAxes principalAxes(const at::Tensor& features);

} // namespace reweigh
