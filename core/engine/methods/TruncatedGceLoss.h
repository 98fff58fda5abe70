// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/GceLoss.h"

namespace reweigh {

/// Truncated generalised cross entropy: l = (1 - p^q) / q where p > k, and the constant (1 - k^q) / q with derivative 0 where p <= k, with
/// p the probability of the observed label (Zhang and Sabuncu 2018, Generalized Cross Entropy Loss, section 3.3). Samples whose label the
/// classifier does not believe do not train. k = 0 is generalised cross entropy.
///
/// The paper minimises this by turns: it prunes samples, v_i = 1 where p_i > k, else 0, and trains on v_i l_i. For a given classifier that
/// choice of v is the minimum, and v_i l_i + (1 - v_i) (1 - k^q) / q is the loss above; so the pruning step is this truncation, of each
/// sample by itself, and here it is taken anew in every step, not every tenth epoch. A new classifier believes no label more than about
/// 1 / K and would not move at all, so the paper trains its first epochs without pruning (40 of 120 on CIFAR-10); `truncated-gce-start` is
/// that share of the run, and form() changes with it. Shapes as in SampleLoss.
class TruncatedGceLoss : public SampleLoss {
public:
    explicit TruncatedGceLoss(const TrainOptions& options)
        : m_whole(options, "truncated-gce-q")
        , m_top(m_whole.valueAt(methodSetting(options, "truncated-gce-k")))
        , m_start(methodSetting(options, "truncated-gce-start"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext& context) const override
    {
        SampleLosses whole = m_whole.evaluate(logits, labels, context);
        if (!context.passed(m_start))
            return whole;
        // The loss falls as p grows, so that p <= k where it reaches its value at k.
        const at::Tensor kept = (whole.losses < m_top).to(logits.scalar_type());
        return {whole.losses.clamp_max(m_top), whole.derivative * kept.unsqueeze(1), std::move(whole.probabilities)};
    }

    long form(const LossContext& context) const override { return context.passed(m_start); }

private:
    GceLoss m_whole;
    double m_top; ///< (1 - k^q) / q
    double m_start;
};

} // namespace reweigh
