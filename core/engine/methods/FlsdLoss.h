// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

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
        CrossEntropy plain = crossEntropy(logits, labels);
        const at::Tensor minusLog = plain.losses.clamp_min(0);
        const at::Tensor p = at::exp(-minusLog), q = -at::expm1(-minusLog);
        const at::Tensor gamma = (p < 0.2).to(p.scalar_type()) * 2 + 3;
        const at::Tensor factor = q.pow(gamma), ratio = at::where(q > 0, minusLog / q, at::ones_like(q));
        return {factor * minusLog, plain.derivative * (factor * (1 + gamma * p * ratio)).unsqueeze(1), std::move(plain.probabilities)};
    }
};

} // namespace reweigh
