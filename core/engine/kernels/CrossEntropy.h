// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

struct CrossEntropy {
    at::Tensor losses;        ///< [n], log sum exp(z) - z_y
    at::Tensor probabilities; ///< [n, K], softmax
    at::Tensor derivative;    ///< [n, K], softmax - onehot: each sample's loss by its logits
};

/// Cross entropy of every sample on its own: logits [n, K], fp32 or fp64, labels [n], int64 in [0, K).
CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels);

} // namespace reweigh
