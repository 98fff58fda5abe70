// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include "core/base/Rng.h"

#include <vector>

namespace reweigh::test {

/// The relative error ||a - b|| / ||b|| (Frobenius norm), computed in fp64 on the CPU. `b` must not be all zeros.
inline double relativeError(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor got = a.to(at::kCPU, at::kDouble), exact = b.to(at::kCPU, at::kDouble);
    return ((got - exact).norm() / exact.norm()).item<double>();
}

/// The cosine of the angle between a and b, read as vectors of the same length.
inline double correlation(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor x = a.to(at::kCPU, at::kDouble).flatten(), y = b.to(at::kCPU, at::kDouble).flatten();
    return (x.dot(y) / (x.norm() * y.norm())).item<double>();
}

/// Draws a tensor of standard normal values on the CPU. They are drawn in fp64 and rounded to `type`, so they are the same in every type.
inline at::Tensor normalValues(Rng& rng, std::vector<int64_t> shape, at::ScalarType type)
{
    at::Tensor values = at::empty(shape, at::kDouble);
    for (int64_t i = 0; i < values.numel(); ++i)
        values.mutable_data_ptr<double>()[i] = rng.normal();
    return values.to(type);
}

} // namespace reweigh::test
