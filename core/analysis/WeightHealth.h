// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/EpochList.h"

namespace reweigh {

/// Is MW-Net learning anything? (users ask: all weights 0, all equal, is it learning?)
enum class WeightSymptom {
    Healthy,
    Collapsed,      ///< nearly all weights (0.98) in the lowest bin, below 0.02
    Flat,           ///< spread of at most 0.01: every sample counts alike
    NonMonotone,    ///< the curve over the loss rises and falls markedly where samples are
    VanishingMetaGradient, ///< norm fell below 1e-3 of its largest, each at its own learning rate
    NoWeights,      ///< plain cross entropy
};

struct WeightHealth {
    WeightSymptom symptom = WeightSymptom::NoWeights; ///< the gravest: Collapsed, Flat, VanishingMetaGradient, NonMonotone
    double meanWeight = 0.0, spread = 0.0; ///< mean and standard deviation of the weights, to the width of a bin
    double shareBelow = 0.0;               ///< share of weights in the lowest bin
    double correlation = 0.0;              ///< Spearman of loss and weight along the curve, weighted by samples; NaN when flat
    double metaGradientNorm = 0.0;
};

/// The health at the last of `epochs`. NoWeights when empty.
/// The meta gradient is in proportion to the learning rate (of the virtual step), which schedules bring to nothing on purpose:
/// so it vanishes only if its ratio to that does.
WeightHealth weightHealth(const EpochList& epochs);

} // namespace reweigh
