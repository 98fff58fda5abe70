// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <cmath>

namespace reweigh {

/// The class-balanced weight of each class, [K], fp64: v_c ~ 1 / E_c with E_c = (1 - beta^n_c) / (1 - beta) the effective number of the
/// class's samples, scaled so that the weights of the classes that have samples sum to the number of those (Cui et al. 2019, Class-Balanced
/// Loss Based on Effective Number of Samples, proposition 1 and section 4). A class without samples weighs 0. `counts` [K], fp64, the
/// number of samples n_c; beta in [0, 1], where 1 stands for the limit, v_c ~ 1 / n_c.
inline at::Tensor classBalancedWeights(const at::Tensor& counts, double beta)
{
    const at::Tensor seen = counts > 0;
    const at::Tensor effective = beta < 1 ? at::expm1(counts * std::log(beta)) / (beta - 1) : counts;
    const at::Tensor inverse = at::where(seen, 1 / effective, at::zeros_like(counts));
    return inverse * (seen.sum() / inverse.sum());
}

} // namespace reweigh
