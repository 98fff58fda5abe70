// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/AdjustedCrossEntropy.h"

namespace reweigh {

/// Logit-adjusted cross entropy: the cross entropy of the logits z + tau log pi, with pi_j the share of class j in its counts (LossContext)
/// (Menon et al. 2021, Long-tail Learning via Logit Adjustment, the loss, not the adjustment after training). Where tau = 1, z itself
/// learns the classifier that is best if all classes are equally frequent. With p the softmax of the adjusted logits,
/// dl/dz = p - onehot. tau = 0 is cross entropy, and equal counts are too, whatever tau is.
///
/// Under label noise the shares of observed labels are not those of the true classes. A class without
/// samples counts as one with a single sample, so that its logarithm is finite. The probabilities are the softmax of the logits without
/// adjustment, which is what the classifier answers. Shapes as in SampleLoss; context.classCounts must be defined.
class LogitAdjustmentLoss : public SampleLoss {
public:
    explicit LogitAdjustmentLoss(const TrainOptions& options)
        : m_tau(methodSetting(options, "logit-adjustment-tau"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        const at::Tensor counts = positiveCounts(context);
        const at::Tensor adjustment = (counts / counts.sum()).log() * m_tau;
        return adjustedCrossEntropy(logits + adjustment.to(logits.options()), logits, labels);
    }

private:
    double m_tau;
};

} // namespace reweigh
