// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

namespace reweigh {

/// Cross entropy: l = -log p_y with p the softmax of the logits z, and dl/dz = p - onehot(y). Shapes as in SampleLoss.
class CrossEntropyLoss : public SampleLoss {
public:
    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        CrossEntropy outcome = crossEntropy(logits, labels);
        return {std::move(outcome.losses), std::move(outcome.derivative), std::move(outcome.probabilities)};
    }
};

} // namespace reweigh
