// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/AdjustedCrossEntropy.h"
#include "core/engine/methods/EffectiveNumber.h"

namespace reweigh {

/// Label-distribution-aware margins (LDAM): cross entropy of the logits s (z - m_y onehot(y)), with the margin m_j = C / n_j^(1/4), n_j
/// being the count of class j (LossContext) and C such that the largest margin is `ldam-margin` (Cao et al. 2019, Learning Imbalanced Datasets
/// with Label-Distribution-Aware Margin Loss, section 3). The rarest class has the widest margin. With p the softmax of those logits,
/// dl/dz = s (p - onehot(y)). A margin of 0 and s = 1 is cross entropy. The published code has s = 30 for logits that are cosines; this
/// program's classifiers end in a linear layer, which finds its own scale, so that s is 1 if nothing else is asked for.
///
/// Deferred reweighting (DRW, the same paper): from the share `ldam-drw-epoch` of the run on, 0.8 in the paper and 0 for never, loss and
/// derivative are multiplied by the class-balanced weight (1 - beta) / (1 - beta^(n_y)), beta = 0.9999, scaled so that the weights of the
/// K classes sum to K (Cui et al. 2019, Class-Balanced Loss Based on Effective Number of Samples). The published code then also divides
/// by the sum of the batch's weights; a loss per sample does not. form() changes with the epoch of the switch.
///
/// A class without samples counts as one with a single sample, so that nothing is divided by 0. The probabilities are the softmax of the
/// logits without margins. Shapes as in SampleLoss; context.classCounts must be defined.
class LdamLoss : public SampleLoss {
public:
    explicit LdamLoss(const TrainOptions& options)
        : m_margin(methodSetting(options, "ldam-margin"))
        , m_scale(methodSetting(options, "ldam-scale"))
        , m_deferred(methodSetting(options, "ldam-drw-epoch"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        const at::Tensor counts = positiveCounts(context);
        const at::Tensor margins = ((counts.min() / counts).pow(0.25) * -m_margin).to(logits.options()).index_select(0, labels);
        const at::Tensor adjusted = logits.scatter_add(1, labels.unsqueeze(1), margins.unsqueeze(1)) * m_scale;
        SampleLosses result = adjustedCrossEntropy(adjusted, logits, labels);
        result.derivative = result.derivative * m_scale;
        if (!reweights(context))
            return result;
        const at::Tensor weights = classBalancedWeights(counts, 0.9999).to(logits.options()).index_select(0, labels);
        return {result.losses * weights, result.derivative * weights.unsqueeze(1), std::move(result.probabilities)};
    }

    long form(const LossContext& context) const override { return reweights(context); }

private:
    bool reweights(const LossContext& context) const { return m_deferred > 0 && context.passed(m_deferred); }

    double m_margin, m_scale, m_deferred;
};

} // namespace reweigh
