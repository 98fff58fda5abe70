// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace reweigh {

/// Loss and accuracies on one split. Accuracies are in [0, 1]; one is NaN if the split has no sample for it.
struct SplitFigures {
    double loss = 0.0; ///< mean cross entropy; for the batches an epoch trained on the mean of the run's own loss, without weights
    double accuracy = 0.0;
    double balancedAccuracy = 0.0; ///< mean of `recall` over the classes present
    std::vector<double> recall;    ///< per class
    double many = 0.0;             ///< mean recall of the third of the classes with the most training samples
    double medium = 0.0;           ///< ... of the middle third
    double few = 0.0;              ///< ... of the third with the fewest
    /// Expected calibration error over 15 bins, in [0, 1] (CalibrationMeter.h of the engine). NaN for the batches an epoch trained on,
    /// where it is not measured, and in runs of earlier versions.
    double calibrationError = std::numeric_limits<double>::quiet_NaN();
};

/// The learned weight as a function of the loss, in 100 points: V on a grid if its input is the loss, else the mean weight of
/// the samples in each loss bin (NaN for a bin without samples).
struct WeightCurve {
    std::vector<float> loss; ///< bin centres
    std::vector<float> weight;
    std::vector<float> rightDensity; ///< of the samples whose observed label is right: the share in each bin, sums to 1
    std::vector<float> wrongDensity; ///< the same of those whose label is wrong
    int right = 0, wrong = 0;        ///< how many samples the two densities count
};

/// How well 1 - weight detects wrong labels among the samples that the epoch trained on.
/// An AUROC is NaN unless there are both right and wrong labels, the average precision if there are no wrong ones, and a mean
/// weight if no sample is of its kind.
struct NoiseDetection {
    double auroc = 0.0;
    double averagePrecision = 0.0;
    std::array<double, 3> aurocByGroup{}; ///< many, medium, few: thirds of the classes by observed count
    /// Many, medium, few; also NaN in runs of earlier versions.
    std::array<double, 3> averagePrecisionByGroup{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                                                  std::numeric_limits<double>::quiet_NaN()};
    std::array<double, 3> meanRightWeight{}; ///< many, medium, few
    std::array<double, 3> meanWrongWeight{};
};

/// How the weights of the samples an epoch trained on are distributed: counts over `weightBins` equal bins of [0, upper], which no
/// weight exceeds, and the range of nearly all weights. Runs of earlier versions counted in [0, 1] and kept no range.
inline constexpr int weightBins = 50;
struct WeightDistribution {
    using Counts = std::vector<int>;             ///< weightBins of them; empty for plain cross entropy
    std::array<std::array<Counts, 2>, 3> counts; ///< [many, medium, few][label right, label wrong]
    double upper = 1.0;                          ///< where the last bin ends: 1, or 2, 5, 10, 20, 50, ... where a weight exceeds 1
    /// The mean of all weights and their 1 % and 99 % quantiles; NaN if not recorded, or if there is no weight.
    double mean = std::numeric_limits<double>::quiet_NaN();
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// What decides the weights of the samples an epoch trained on: shares of the variance of their logits (for weights beyond 1 of their
/// logarithms) in a two-way analysis of variance with sums of squares of type II (TwoWayAnova.h), each in [0, 1]. NaN if there are no
/// weights, if all are equal, in runs of earlier versions, and where a share is not defined: two of them if no label is wrong.
struct WeightShares {
    double wrongness = std::numeric_limits<double>::quiet_NaN();   ///< whether the label is right or wrong
    double size = std::numeric_limits<double>::quiet_NaN();        ///< group of the observed label's class: many, medium or few
    double interaction = std::numeric_limits<double>::quiet_NaN(); ///< that wrongness counts differently in different groups
};

/// Some training samples projected on the first two principal components of V's input, for a V whose input is a layer.
/// Empty if the input is the loss alone, or for plain cross entropy.
struct FeatureMap {
    std::vector<float> first, second;  ///< components, centred; at most `featureMapPoints`, the same samples every epoch
    std::vector<float> weight;         ///< the weight that V gives the sample
    std::vector<std::uint8_t> wrong;   ///< 1 where the observed label is wrong
    std::array<double, 2> explained{}; ///< share of the variance each component holds
};
inline constexpr int featureMapPoints = 512;

/// All figures of one epoch.
struct EpochFigures {
    int epoch = 0;      ///< from 1
    SplitFigures train; ///< against observed labels, accumulated over the epoch's own batches
    SplitFigures meta;
    SplitFigures validation;
    SplitFigures test; ///< never read by a search
    WeightCurve curve; ///< empty for plain cross entropy
    NoiseDetection detection;
    WeightDistribution distribution;
    WeightShares shares;
    FeatureMap features;
    double learningRate = 0.0;
    double metaGradientNorm = 0.0; ///< mean over meta steps of the norm of dL_meta/dtheta; NaN where none was taken
    double stepsPerSecond = 0.0;
    double secondsElapsed = 0.0; ///< since the run began, counting the parts before it was resumed
    double secondsLeft = 0.0;    ///< estimate
};

} // namespace reweigh
