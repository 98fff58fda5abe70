// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <functional>
#include <span>

namespace reweigh {

/// How well a score ranks positives above negatives.
struct RankFigures {
    double auroc = 0.0;            ///< Mann-Whitney, ties count half; NaN without both kinds
    double averagePrecision = 0.0; ///< sum of precision times recall step, ties taken together; NaN without positives
};

/// `positive[i]` is not 0 for a positive. Sizes are equal.
RankFigures rankFigures(std::span<const float> scores, std::span<const unsigned char> positive);


inline constexpr int curvePoints = 100;

/// What the samples of one epoch tell of the learned weights.
struct WeightSamples {
    std::span<const float> losses;
    std::span<const float> weights;
    std::span<const std::uint16_t> trueLabel, observedLabel;
    std::span<const int> sizeGroup; ///< per class: 0 many, 1 medium, 2 few
};

/// Evaluates V at losses; given where the loss is all of V's input.
using LossCurve = std::function<std::vector<float>(std::span<const float>)>;

/// Weight over the loss at `curvePoints` bin centres from 0 to the largest finite loss, with the densities of right
/// and wrong samples. `curve` null: the mean weight of each bin's samples, NaN where there is none.
WeightCurve weightCurve(const WeightSamples& samples, const LossCurve& curve);

/// (1 - weight) as a detector of wrong labels, overall and within each shot group of the observed label.
NoiseDetection noiseDetection(const WeightSamples& samples);

/// The same of a run that learns no weights: NaN throughout.
NoiseDetection noDetection();

/// Where the weights of each shot group's right and wrong labels lie.
WeightDistribution weightDistribution(const WeightSamples& samples);

} // namespace reweigh
