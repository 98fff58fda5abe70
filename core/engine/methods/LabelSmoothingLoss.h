// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Label smoothing: the cross entropy of the softmax p to the target (1 - epsilon) onehot(y) + epsilon / K, that is
/// l = -(1 - epsilon) log p_y - epsilon / K sum_k log p_k (Szegedy et al. 2016, Rethinking the Inception Architecture for Computer Vision,
/// section 7). The observed label is among the K classes that share epsilon. dl/dz = p - target. epsilon = 0 is cross entropy.
/// Shapes as in SampleLoss.
class LabelSmoothingLoss : public SampleLoss {
public:
    explicit LabelSmoothingLoss(const TrainOptions& options)
        : m_epsilon(methodSetting(options, "label-smoothing-epsilon"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        CrossEntropy plain = crossEntropy(logits, labels);
        const at::Tensor toAll = -at::log_softmax(logits, 1).mean(1), slope = plain.probabilities - 1.0 / double(logits.size(1));
        return {plain.losses * (1 - m_epsilon) + toAll * m_epsilon, plain.derivative * (1 - m_epsilon) + slope * m_epsilon,
                std::move(plain.probabilities)};
    }

private:
    double m_epsilon;
};

} // namespace reweigh
