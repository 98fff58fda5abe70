// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// Dual focal loss: l = -(1 - p + r)^gamma log p, with p the probability of the observed label and r the largest of the probabilities that
/// are smaller than p, 0 where there is none (Tao et al. 2023, Dual Focal Loss for Calibration). Beside the loss, the gap between p and
/// the next class counts, against both over- and underconfidence. gamma = 0 is cross entropy. Classes of the same probability as the
/// observed label are not smaller.
///
/// With b = 1 - p + r and j the class of r: dl/dz = b^gamma (softmax - onehot(y) - gamma log(p) / b db/dz), where
/// db/dz = p (softmax - onehot(y)) + r (onehot(j) - softmax). Which class j is counts as constant; where two classes change places, the
/// derivative has a step. -log(p) / b is at most -log(p) / (1 - p), so it stays finite as p goes to 1; where b is 0 in the logits' dtype,
/// it is replaced by 1, and multiplied by b^gamma or by gamma, one of which is 0. Shapes as in SampleLoss.
class DualFocalLoss : public SampleLoss {
public:
    explicit DualFocalLoss(const TrainOptions& options)
        : m_gamma(methodSetting(options, "dual-focal-gamma"))
    {
    }

    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        CrossEntropy plain = crossEntropy(logits, labels);
        const at::Tensor minusLog = plain.losses.clamp_min(0);
        // Logits are compared, not probabilities: those of several classes may be 0 in the dtype.
        const at::Tensor notSmaller = logits >= logits.gather(1, labels.unsqueeze(1));
        const auto [r, j] = plain.probabilities.masked_fill(notSmaller, 0).max(1);
        const at::Tensor next = at::zeros_like(logits).scatter(1, j.unsqueeze(1), 1);
        const at::Tensor b = r - at::expm1(-minusLog), factor = b.pow(m_gamma);
        const at::Tensor ratio = at::where(b > 0, minusLog / b, at::ones_like(b));
        const at::Tensor slope =
            at::exp(-minusLog).unsqueeze(1) * plain.derivative + r.unsqueeze(1) * (next - plain.probabilities); // db/dz
        return {factor * minusLog, factor.unsqueeze(1) * (plain.derivative + (m_gamma * ratio).unsqueeze(1) * slope),
                std::move(plain.probabilities)};
    }

private:
    double m_gamma;
};

} // namespace reweigh
