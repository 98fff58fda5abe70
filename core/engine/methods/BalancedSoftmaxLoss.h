// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/AdjustedCrossEntropy.h"

namespace reweigh {

/// Balanced softmax: l = -log(n_y exp(z_y) / sum_j n_j exp(z_j)), with n_j the count of class j (Ren et al. 2020, Balanced
/// Meta-Softmax for Long-Tailed Visual Recognition; its sampler of batches is not part of it). It is the cross entropy of the logits
/// z + log n, so dl/dz = p - onehot with p the softmax of those. A factor common to all n_j changes nothing: equal counts are cross
/// entropy, and the loss is that of LogitAdjustmentLoss with tau = 1, which Menon et al. derive in another way.
///
/// A class without samples counts as one with a single sample, so that its logarithm is finite. The probabilities are the softmax of the
/// logits themselves, which is what the classifier answers. Shapes as in SampleLoss; context.classCounts must be defined.
class BalancedSoftmaxLoss : public SampleLoss {
public:
    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        return adjustedCrossEntropy(logits + positiveCounts(context).log().to(logits.options()), logits, labels);
    }
};

} // namespace reweigh
