// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace reweigh {

/// Running statistics of d features, by which they are standardised: x becomes (x - mean) / sqrt(variance + epsilon). Mean and variance
/// are those of all samples seen, of which one of t updates ago counts as decay^t. That is an exponential moving average without the bias
/// of its start: after the first batch the statistics are its own. Undefined tensors: nothing is standardised.
struct InputStatistics {
    static constexpr double decay = 0.99;   ///< half of the weight lies on the last 69 batches
    static constexpr double epsilon = 1e-5; ///< that of batch norm; a feature that is constant becomes 0

    at::Tensor seen;     ///< [1], the sum of the samples' counts
    at::Tensor mean;     ///< [d]
    at::Tensor variance; ///< [d], about `mean`; the sum of squares is divided by `seen`

    /// Statistics of no sample, with which features stay as they are but for epsilon. `options`: fp32 or fp64, and a device.
    static InputStatistics fresh(std::int64_t features, const at::TensorOptions& options);

    /// Takes in a batch: the first d columns of `features` [n, >= d], n >= 1. The tensors are overwritten in place, so that the update may
    /// be part of a recorded step (SampleWeighting.h).
    void update(const at::Tensor& features);

    /// `features` [n, >= d] with their first d columns standardised. No gradient flows through the statistics.
    at::Tensor standardised(const at::Tensor& features) const;

    /// sqrt(variance + epsilon), [d].
    at::Tensor scale() const;
};

} // namespace reweigh
