// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Symmetric cross entropy: l = alpha CE + beta RCE, with cross entropy CE = -log p_y and reverse cross entropy
/// RCE = -sum_k p_k log q_k, where q is the one-hot label and log 0 counts as the constant A < 0 (Wang et al. 2019, Symmetric Cross
/// Entropy for Robust Learning with Noisy Labels). Since log 1 = 0, RCE = -A (1 - p_y): -A / 2 times the mean absolute error, which
/// label noise misleads least. dl/dz = (softmax - onehot) (alpha - beta A p_y). alpha = 1 with beta = 0 is cross entropy.
/// 1 - p_y is computed from -log p_y, so that it keeps its digits where p_y is near 1. Shapes as in SampleLoss.
class SceLoss : public SampleLoss {
public:
    explicit SceLoss(const TrainOptions& options)
        : m_alpha(methodSetting(options, "sce-alpha"))
        , m_reverse(-methodSetting(options, "sce-beta") * methodSetting(options, "sce-log-zero"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        CrossEntropy plain = crossEntropy(logits, labels);
        const at::Tensor minusLog = plain.losses.clamp_min(0);
        return {minusLog * m_alpha - at::expm1(-minusLog) * m_reverse,
                plain.derivative * (at::exp(-minusLog) * m_reverse + m_alpha).unsqueeze(1), std::move(plain.probabilities)};
    }

private:
    double m_alpha;
    double m_reverse; ///< -beta A
};

} // namespace reweigh
