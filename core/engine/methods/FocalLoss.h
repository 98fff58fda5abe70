// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Focal losses -(1 - p)^gamma log p of logits [n, K] and labels [n], and their derivatives with gamma as a constant. `gammaOf` gives
/// gamma, a number or [n], for the labels' probabilities p [n].
template <typename GammaOf> SampleLosses focalLosses(const at::Tensor& logits, const at::Tensor& labels, GammaOf gammaOf)
{
    CrossEntropy plain = crossEntropy(logits, labels);
    const at::Tensor minusLog = plain.losses.clamp_min(0);
    const at::Tensor p = at::exp(-minusLog), q = -at::expm1(-minusLog);
    const auto gamma = gammaOf(p);
    const at::Tensor factor = q.pow(gamma), ratio = at::where(q > 0, minusLog / q, at::ones_like(q));
    return {factor * minusLog, plain.derivative * (factor * (1 + gamma * p * ratio)).unsqueeze(1), std::move(plain.probabilities)};
}

/// Focal loss: l = -(1 - p)^gamma log p, with p the probability of the observed label. It is cross entropy in which samples count less
/// the better they are learned (Lin et al. 2017, Focal Loss for Dense Object Detection, eq. 4, without the class factor alpha).
/// gamma = 0 is cross entropy. With q = 1 - p: dl/dz = (softmax - onehot) q^gamma (1 - gamma p log(p) / q). Where q is 0 in the logits'
/// dtype, log(p) / q is replaced by its limit, -1. q is computed from -log p, not from p, so that it keeps its digits where p is near 1.
/// Shapes as in SampleLoss.
class FocalLoss : public SampleLoss {
public:
    explicit FocalLoss(const TrainOptions& options)
        : m_gamma(methodSetting(options, "focal-gamma"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        return focalLosses(logits, labels, [this](const at::Tensor&) { return m_gamma; });
    }

private:
    double m_gamma;
};

} // namespace reweigh
