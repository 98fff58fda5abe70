// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/SampleLoss.h"

#include <ATen/ATen.h>

namespace reweigh {

/// What losses share that train on logits which class counts have shifted: the cross entropy of `adjusted` [n, K] with its derivative by
/// `adjusted`, beside the probabilities of the classifier's own `logits` [n, K]. `labels` [n], int64.
inline SampleLosses adjustedCrossEntropy(const at::Tensor& adjusted, const at::Tensor& logits, const at::Tensor& labels)
{
    CrossEntropy outcome = crossEntropy(adjusted, labels);
    return {std::move(outcome.losses), std::move(outcome.derivative), at::softmax(logits, 1)};
}

/// The number of samples of each class, [K], fp64, where a class without samples counts as one with a single sample: its logarithm and
/// its reciprocal are finite. context.classCounts must be defined.
inline at::Tensor positiveCounts(const LossContext& context)
{
    return context.classCounts.clamp_min(1);
}

} // namespace reweigh
