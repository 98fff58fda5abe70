// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <functional>
#include <span>

namespace reweigh {

/// How well a score ranks positives above negatives; both figures are in [0, 1].
struct RankFigures {
    double auroc = 0.0;            ///< area under the ROC curve (Mann-Whitney; ties count half); NaN unless there are both kinds
    double averagePrecision = 0.0; ///< sum of precision times recall step, with ties taken together; NaN without positives
};

/// Computes both figures for n samples: scores [n], and positive [n], not 0 for a positive sample. A high score means positive. NaN if a
/// score is NaN, and for n = 0.
RankFigures rankFigures(std::span<const float> scores, std::span<const unsigned char> positive);

inline constexpr int curvePoints = 100; ///< points of a weight curve

/// Rounding may take a weight that is meant to be 1 so far beyond it.
inline constexpr double weightRounding = 1e-5;

/// Losses, weights and labels of the N samples of one epoch.
struct WeightSamples {
    std::span<const float> losses;                           ///< [N]
    std::span<const float> weights;                          ///< [N], finite
    std::span<const std::uint16_t> trueLabel, observedLabel; ///< [N] each, in [0, K)
    std::span<const int> sizeGroup;                          ///< [K], per class: 0 many, 1 medium, 2 few
};

/// A function from losses [m] to the weights [m] that V gives them; there is one if the loss is all of V's input.
using LossCurve = std::function<std::vector<float>(std::span<const float>)>;

/// The weight over the loss at `curvePoints` bin centres between 0 and the largest finite loss, and the densities of samples with right
/// and with wrong labels over the same bins (each sums to 1, or is all 0 without such samples). The weight is `curve` at the bin centres;
/// for a null `curve`, the mean weight of each bin's samples, NaN for an empty bin. Samples whose loss is not finite are left out.
WeightCurve weightCurve(const WeightSamples& samples, const LossCurve& curve);

/// How well the score (1 - weight) detects wrong labels, over all samples and within the groups many, medium and few of the observed
/// label's class; and the mean weight of right and wrong labels per group. NaN where a group has no such samples.
NoiseDetection noiseDetection(const WeightSamples& samples);

/// The value for a run that learns no weights: every figure is NaN.
NoiseDetection noDetection();

/// The distribution of the weights: counts of samples per bin of [0, upper], for each group (many, medium, few) and for right and wrong
/// labels, with mean and range of all weights. `upper` is 1, or the least of 2, 5, 10, 20, 50, ... that no weight exceeds, so that it
/// changes rarely from epoch to epoch; weights of L2RW and class-balanced ones exceed 1.
WeightDistribution weightDistribution(const WeightSamples& samples);

} // namespace reweigh
