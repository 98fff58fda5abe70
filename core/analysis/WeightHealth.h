// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightVerdict.h"
#include "core/progress/EpochList.h"

namespace reweigh {

/// Signs that a weighting does not give useful weights.
enum class WeightSymptom {
    Healthy,               ///< none of the faults below; whether the weights do any good is WeightHealth::effect
    Collapsed,             ///< no weight exceeds 1, and at least 98 % of them are in the lowest bin, below 0.02
    Flat,                  ///< the weights differ by no more than flatSpread (WeightVerdict.h)
    UpsideDown,            ///< wrong labels weigh more than right ones (WeightEffect::WrongWeighMore)
    NonMonotone,           ///< WeightHealth::shape has a turn
    VanishingMetaGradient, ///< the norm divided by the learning rate fell below 1e-3 of its largest value in the run
    NoWeights,             ///< no sample is weighed
};

/// How the mean weight goes with the loss, from the lowest to the highest. What turns it must be worth a word: more than a tenth of the
/// curve's mean, than a quarter of its range, and than 0.01.
enum class WeightShape {
    Level, ///< it neither rises nor falls by as much
    Rises,
    Falls,
    RisesThenFalls,
    FallsThenRises,
    TurnsOften, ///< it turns more than once
};

struct WeightHealth {
    /// The first that applies: Collapsed, Flat, UpsideDown, VanishingMetaGradient, NonMonotone.
    WeightSymptom symptom = WeightSymptom::NoWeights;
    double meanWeight = 0.0, spread = 0.0;         ///< mean and standard deviation of the weights, with the precision of a bin
    double shareBelow = 0.0;                       ///< share of weights in the lowest bin
    double correlation = 0.0;                      ///< Spearman of loss and weight along the curve, weighted by samples; NaN if flat
    WeightShape shape = WeightShape::Level;        ///< of that curve, where there are samples
    double metaGradientNorm = 0.0;                 ///< EpochFigures::metaGradientNorm of the last epoch
    WeightEffect effect = WeightEffect::NoWeights; ///< what the weights do to wrong labels: weightVerdict() of the last epoch
    double auroc = 0.0;                            ///< of 1 - weight as a score for wrong labels; NaN if there is none
};

/// Examines the weights of the last of `epochs`; NoWeights if there is no epoch or it has no weights.
/// The meta gradient is proportional to the learning rate of the virtual step, which schedules reduce to almost 0 on purpose.
/// It therefore counts as vanishing only if its ratio to the learning rate is small.
WeightHealth weightHealth(const EpochList& epochs);

} // namespace reweigh
