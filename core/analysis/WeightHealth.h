// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/EpochList.h"

namespace reweigh {

/// Signs that MW-Net does not learn useful weights.
enum class WeightSymptom {
    Healthy,
    Collapsed,             ///< at least 98 % of the weights are in the lowest bin, below 0.02
    Flat,                  ///< standard deviation of at most 0.01: all samples have nearly the same weight
    NonMonotone,           ///< where there are samples, the weight both rises and falls clearly with the loss
    VanishingMetaGradient, ///< the norm divided by the learning rate fell below 1e-3 of its largest value in the run
    NoWeights,             ///< plain cross entropy
};

struct WeightHealth {
    WeightSymptom symptom = WeightSymptom::NoWeights; ///< the first that applies: Collapsed, Flat, VanishingMetaGradient, NonMonotone
    double meanWeight = 0.0, spread = 0.0;            ///< mean and standard deviation of the weights, with the precision of a bin
    double shareBelow = 0.0;                          ///< share of weights in the lowest bin
    double correlation = 0.0;                         ///< Spearman of loss and weight along the curve, weighted by samples; NaN if flat
    double metaGradientNorm = 0.0;                    ///< EpochFigures::metaGradientNorm of the last epoch
};

/// Examines the weights of the last of `epochs`; NoWeights if there is no epoch or it has no weights.
/// The meta gradient is proportional to the learning rate of the virtual step, which schedules reduce to almost 0 on purpose.
/// It therefore counts as vanishing only if its ratio to the learning rate is small.
WeightHealth weightHealth(const EpochList& epochs);

} // namespace reweigh
