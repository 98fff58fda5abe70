// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <span>

namespace reweigh {

/// Is MW-Net learning anything? (users ask: all weights 0, all equal, is it learning?)
enum class WeightSymptom {
    Healthy,
    Collapsed,      ///< nearly all weights below 0.01
    Flat,           ///< spread below 0.01: every sample counts alike
    NonMonotone,    ///< the curve over the loss rises and falls markedly where samples are
    VanishingMetaGradient, ///< norm fell below 1e-3 of its largest
    NoWeights,      ///< plain cross entropy
};

struct WeightHealth {
    WeightSymptom symptom = WeightSymptom::NoWeights; ///< the gravest
    double meanWeight = 0.0, spread = 0.0; ///< mean and standard deviation of the weights
    double shareBelow = 0.0;               ///< share of weights < 0.01... of the lowest bins
    double correlation = 0.0;              ///< Spearman of loss and weight along the curve, weighted by samples
    double metaGradientNorm = 0.0;
};

/// The health at the last of `epochs`. NoWeights when empty.
WeightHealth weightHealth(std::span<const EpochFigures> epochs);

} // namespace reweigh
