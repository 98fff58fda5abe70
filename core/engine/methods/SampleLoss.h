// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

/// What a loss gives for each sample on its own, in the type of the logits.
struct SampleLosses {
    at::Tensor losses;        ///< [n]
    at::Tensor derivative;    ///< [n, K], of each sample's loss by its own logits
    at::Tensor probabilities; ///< [n, K], softmax of the logits
};

/// What a loss may know beside logits and labels.
struct LossContext {
    at::Tensor classCounts; ///< [K], fp64: training samples of each observed label; undefined where nobody counted
    at::Tensor noiseMatrix; ///< [K, K], fp64: chance of observed label j where the true one is i; undefined where it is not known
    int epoch = 1;          ///< at work, from 1
    int epochs = 1;         ///< of the whole run
};

/// l_i, the loss of one training sample under its observed label, and dl_i/dz_i, its derivative by the sample's logits: all
/// that the step needs of a loss, the exact meta gradient included. Immutable; may be used on any thread.
class SampleLoss {
public:
    virtual ~SampleLoss() = default;

    /// `logits` [n, K], fp32 or fp64; `labels` [n], int64 in [0, K). Finite wherever the logits are.
    virtual SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const = 0;

    /// Which of its forms a loss has in an epoch: a device repeats a recorded step only while this number is the same. For
    /// losses whose numbers change with the epoch.
    virtual long form(const LossContext&) const { return 0; }
};

} // namespace reweigh
