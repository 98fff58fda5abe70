// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Quality focal loss, the classification part of the generalised focal loss: the sum over classes of
/// -|y - s|^beta ((1 - y) log(1 - s) + y log s), with s the sigmoid of the class's logit and y its target in [0, 1] (Li et al. 2020,
/// Generalized Focal Loss). In detection, y is the overlap of a box. A class label knows 0 and 1 only, and the loss becomes the focal loss
/// of a sigmoid for each class with gamma = beta, without the class factor alpha: -(1 - s)^beta log s for the observed label and
/// -s^beta log(1 - s) for every other class. beta = 0 is the sum of the binary cross entropies. The other part of the paper's loss, for
/// box edges, has no meaning for classes.
///
/// With x = z for other classes and x = -z for the observed label, each term is f(x) = s(x)^beta softplus(x), and
/// f'(x) = s(x)^beta (s(x) + beta s(-x) softplus(x)), in which every part is finite for any x. The probabilities are the softmax of the
/// logits, as for every loss; its largest is the largest sigmoid. Shapes as in SampleLoss.
class QualityFocalLoss : public SampleLoss {
public:
    explicit QualityFocalLoss(const TrainOptions& options)
        : m_beta(methodSetting(options, "quality-focal-beta"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        const at::Tensor sign = at::ones_like(logits).scatter(1, labels.unsqueeze(1), -1);
        const at::Tensor x = logits * sign;
        const at::Tensor softplus = -at::log_sigmoid(-x), factor = at::exp(at::log_sigmoid(x) * m_beta);
        const at::Tensor slope = factor * (at::sigmoid(x) + m_beta * at::sigmoid(-x) * softplus);
        return {(factor * softplus).sum(1), sign * slope, at::softmax(logits, 1)};
    }

private:
    double m_beta;
};

} // namespace reweigh
