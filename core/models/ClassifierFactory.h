// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/config/LayerList.h"
#include "core/models/Network.h"

namespace reweigh {

/// Builds classifier `model`, one of classifierRows() in core/config/Classifiers.h, from its layers. Every one has the inputs stem,
/// stage1, stage2, stage3, penultimate, logits (loss and softmax are derived from the logits by the caller).
/// Errors: UnknownValue (with the nearest name), RecipeNotApplicable (image too small).
Result<Network> makeClassifier(const std::string& model, const ImageShape& shape, int classes);

/// Initial parameters (flat, fp32, CPU), drawn from `rng` alone: He normal for convolutions, the
/// library's uniform rule for linear layers, 1 and 0 for batch norm.
at::Tensor initialParameters(const Network& network, Rng& rng);

/// Initial running statistics (flat, fp32, CPU): means 0, variances 1.
at::Tensor initialBuffers(const Network& network);

} // namespace reweigh
