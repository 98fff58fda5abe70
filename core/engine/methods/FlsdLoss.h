// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/FocalLoss.h"

namespace reweigh {

/// Focal loss with a gamma that depends on the sample, FLSD-53: l = -(1 - p)^gamma log p with p the probability of the observed label
/// and gamma = 5 where p < 0.2, else 3 (Mukhoti et al. 2020, Calibrating Deep Neural Networks using Focal Loss, section 4). With
/// q = 1 - p: dl/dz = (softmax - onehot) q^gamma (1 - gamma p log(p) / q). Gamma counts as constant there, as in the published code; at
/// p = 0.2 the loss has a step. Where q is 0 in the logits' dtype, log(p) / q is replaced by its limit, -1. q is computed from -log p, so
/// that it keeps its digits where p is near 1. Shapes as in SampleLoss.
class FlsdLoss : public SampleLoss {
public:
    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        return focalLosses(logits, labels, [](const at::Tensor& p) { return (p < 0.2).to(p.scalar_type()) * 2 + 3; });
    }
};

} // namespace reweigh
