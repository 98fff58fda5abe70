// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace reweigh {

/// Loss and accuracies on one split. Accuracies are in [0, 1]; NaN where the split has no sample of a kind.
struct SplitFigures {
    double loss = 0.0;             ///< mean cross entropy
    double accuracy = 0.0;
    double balancedAccuracy = 0.0; ///< mean of `recall` over classes present
    std::vector<double> recall;    ///< per class
    double many = 0.0;             ///< mean recall of the third of the classes with most training members
    double medium = 0.0;
    double few = 0.0;              ///< ... with fewest
};

/// The learned weight over the loss: V on a grid when its input is the loss, else the mean weight of
/// the samples seen in each loss bin (NaN where none was). 100 points.
struct WeightCurve {
    std::vector<float> loss;         ///< bin centres
    std::vector<float> weight;
    std::vector<float> rightDensity; ///< share of right samples in each bin, sums to 1
    std::vector<float> wrongDensity;
    int right = 0, wrong = 0;        ///< samples the densities are over
};

/// (1 - weight) as a detector of wrong labels, over the samples the epoch trained on.
/// NaN where a group holds only right or only wrong labels.
struct NoiseDetection {
    double auroc = 0.0;
    double averagePrecision = 0.0;
    std::array<double, 3> aurocByGroup{};      ///< many, medium, few: thirds of the classes by observed count
    std::array<double, 3> meanRightWeight{};   ///< many, medium, few
    std::array<double, 3> meanWrongWeight{};
};

/// How the weights of the samples an epoch trained on are distributed: counts over `weightBins` equal bins of [0, 1].
inline constexpr int weightBins = 50;
struct WeightDistribution {
    using Counts = std::vector<int>; ///< weightBins of them; empty for plain cross entropy
    std::array<std::array<Counts, 2>, 3> counts; ///< [many, medium, few][label right, label wrong]
};

/// What a feature-fed V sees: some training samples on the first two principal components of V's input.
/// Empty when the input is the loss alone, or for plain cross entropy.
struct FeatureMap {
    std::vector<float> first, second; ///< components, centred; at most `featureMapPoints`, the same samples every epoch
    std::vector<float> weight;        ///< V there
    std::vector<std::uint8_t> wrong;  ///< 1 where the observed label is wrong
    std::array<double, 2> explained{}; ///< share of the variance each component holds
};
inline constexpr int featureMapPoints = 512;

/// All that one epoch yields.
struct EpochFigures {
    int epoch = 0; ///< from 1
    SplitFigures train; ///< observed labels, running over the epoch's own batches
    SplitFigures meta;
    SplitFigures validation;
    SplitFigures test; ///< never read by a search
    WeightCurve curve; ///< empty for plain cross entropy
    NoiseDetection detection;
    WeightDistribution distribution;
    FeatureMap features;
    double learningRate = 0.0;
    double metaGradientNorm = 0.0; ///< mean over meta steps of the norm of dL_meta/dtheta; NaN where none was taken
    double stepsPerSecond = 0.0;
    double secondsElapsed = 0.0; ///< since the run began, resumed parts included
    double secondsLeft = 0.0;    ///< estimate
};

} // namespace reweigh
