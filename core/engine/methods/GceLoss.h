// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

#include <cmath>

namespace reweigh {

/// Generalised cross entropy: l = (1 - p^q) / q, with p the probability of the observed label and q in [0, 1] (Zhang and Sabuncu 2018,
/// Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels). q = 1 is 1 - p, half the mean absolute error,
/// which label noise misleads least; q -> 0 is cross entropy, which learns fastest, and q = 0 stands for that limit.
/// dl/dz = p^q (softmax - onehot): cross entropy's, times less the less the label is believed. 1 - p^q is computed as
/// -expm1(q log p), so that it keeps its digits where p is near 1 or q near 0. Shapes as in SampleLoss.
class GceLoss : public SampleLoss {
public:
    /// `setting` is the key of q.
    explicit GceLoss(const TrainOptions& options, const char* setting = "gce-q")
        : m_q(methodSetting(options, setting))
    {
        if (m_q < 1e-12)
            m_q = 0; // the limit: no digit of fp64 differs, and the quotient of fp32 numbers would be 0 / 0
    }

    /// The loss (1 - p^q) / q where the observed label has the probability `p`, in [0, 1].
    double valueAt(double p) const { return m_q == 0 ? -std::log(p) : -std::expm1(m_q * std::log(p)) / m_q; }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        CrossEntropy plain = crossEntropy(logits, labels);
        if (m_q == 0)
            return {std::move(plain.losses), std::move(plain.derivative), std::move(plain.probabilities)};
        const at::Tensor exponent = plain.losses.clamp_min(0) * -m_q; // q log p
        return {at::expm1(exponent) / -m_q, plain.derivative * at::exp(exponent).unsqueeze(1), std::move(plain.probabilities)};
    }

private:
    double m_q;
};

} // namespace reweigh
