// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

/// Cross entropy and its derivative for n samples and K classes, in the logits' dtype.
struct CrossEntropy {
    at::Tensor losses;        ///< [n], per sample, log sum exp(z) - z_y, in nats
    at::Tensor probabilities; ///< [n, K], softmax
    at::Tensor derivative;    ///< [n, K], softmax - onehot(y), the derivative of each sample's loss by its own logits
};

/// Computes cross entropy, softmax and derivative of each sample; nothing is averaged over the batch. `logits` [n, K], K >= 1, fp32
/// or fp64; `labels` [n], int64 in [0, K), on the same device; a CPU does not check them. n = 0 gives empty tensors. Results are finite
/// for finite logits whose differences are finite, since the largest logit is subtracted first. Throws c10::Error if the shapes do not
/// fit or, on a CPU, for another dtype.
CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels);

} // namespace reweigh
