// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/SampleWeighting.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// The weighted Jensen-Shannon divergence (WJSD) of samples that are all observed as class `label`, [n]: min(max_k p_ik / p_ic, M) times
/// the Jensen-Shannon divergence of p_i and the one-hot label c, in nats, with M = max_k q_k / q_c, q the mean of the p_i. Large where the
/// classifier believes in another class. `probabilities` [n, K], fp64 on the CPU, n >= 1; in a denominator they are 1e-10 at least.
at::Tensor weightedDivergence(const at::Tensor& probabilities, std::int64_t label);

/// The centroids of the classes and how close samples are to them, on the CPU.
struct ClassCentroids {
    at::Tensor centroids;                ///< [K, d], fp64; 0 for a class without samples
    at::Tensor closeness;                ///< [N], fp64, in [-1, 1]: z_i . o_c, c the observed class of sample i
    std::vector<std::int64_t> confident; ///< [K], number of samples whose mean the centroid is
};

/// The adaptive centroids of TABASCO. z_i are a sample's features minus the mean over all samples, scaled to length 1. o_c is the mean of
/// z_i over the samples of observed class c whose prediction is t, the class with the largest mean probability q_t among them, with
/// p_it > mean of p_it max(1, p_it / q_t); over all samples of the class where none is that sure. So o_c is the centroid of the class
/// that most samples seem to show, which need not be c. `probabilities` [N, K] and `features` [N, d] of any float dtype, `labels` [N],
/// int64, on the CPU.
ClassCentroids classCentroids(const at::Tensor& probabilities, const at::Tensor& features, const at::Tensor& labels);

/// For each class, whether its centroid is taken for another class's: the closest other centroid o_k, by scalar product, is about as close
/// as o_c itself, |exp(o_c . o_k - o_c . o_c) - 1| < 0.1, and is the mean of more samples.
std::vector<bool> centroidsOfOthers(const ClassCentroids& found);

/// What the samples of a class are divided by.
enum class SampleMeasure {
    None,       ///< nothing: fewer than six samples (a mixture has five parameters), or all alike
    Divergence, ///< WJSD
    Closeness,  ///< to the centroid, which the paper calls adaptive centroid distance (ACD)
};

/// A class's samples in two parts.
struct ClassDivision {
    SampleMeasure by = SampleMeasure::None;
    std::vector<double> low; ///< [n], probability that a sample is of the part with the smaller values; empty for None
};

/// Divides the samples of a class by one of their two measures, `divergence` and `closeness`, [n] each. Each is scaled to [0, 1] and a
/// mixture of two normal distributions is fitted to it; differences below 1e-6 are taken for rounding errors, and a measure without any
/// other is left out. The samples far from the centroid and those close to it are then looked up in the other mixture: if the mean
/// divergence of both is of its high part, or if they are of different parts and the standard deviation of the high ones is below 0.65
/// times that of the low ones, closeness divides the class badly, and it is divided by divergence; else by closeness. (A standard
/// deviation of 0 counts as 0.1, as in the published code.)
ClassDivision divideClass(std::span<const double> divergence, std::span<const double> closeness);

/// The weights of all samples.
struct TabascoSelection {
    at::Tensor weights;                  ///< [N], fp64, in [0, 1]
    std::vector<SampleMeasure> measures; ///< [K], what each class was divided by
};

/// Weighs all samples as TabascoWeighting says; arguments as for classCentroids().
TabascoSelection tabascoSelection(const at::Tensor& probabilities, const at::Tensor& features, const at::Tensor& labels);

/// Weights by the two-dimensional sample selection of TABASCO (Lu et al. 2023, Label-Noise Learning with Intrinsically Long-Tailed Data;
/// formulas and constants are those of the published code). When an epoch begins, the samples of each observed class are divided in two by
/// WJSD or by closeness to the class's centroid (divideClass()). A sample weighs the posterior probability of the part that is taken for
/// rightly labelled: of small WJSD; or of those close to the centroid, but far from it where the centroid is taken for another class's
/// (centroidsOfOthers()). A class that cannot be divided keeps weights of 1. Until the share `tabasco-warm-up` of the run is over, and in
/// the first epoch at any rate, every weight is 1: the run's loss trains plainly. Nothing is learned.
///
/// This is a weighting for one network; the published method is more than that, and its accuracy is not to be expected of this:
/// - There, two networks are trained, and each selects the samples of the other. Here, a network selects its own.
/// - There, a sample is selected where the posterior is above 1/2, its label counts by that probability against the network's own guess,
///   and samples that are not selected train without their labels, as in DivideMix: guessed and sharpened labels, MixMatch with mixup, a
///   penalty for unequal predictions. None of that is here. The weight is the posterior itself and not 0 or 1, because what the code
///   takes of a label is this share, and because a sample that loses its label here is lost for training altogether.
/// - There, all samples pass once more through the networks at fixed parameters, unaltered and in evaluation mode. Here, probabilities and
///   features are those of the step that a sample was last trained in: augmented, with batch statistics, at the parameters of that step.
/// - There, k-means from a random start begins the mixture's fit. Here, the best division in two does, so that nothing is drawn.
/// What a step has found out of its samples is kept until the next epoch begins, here and in the checkpoint: N (K + d + 1) numbers, d
/// being the width of the layer before the logits. 50,000 samples, 10 classes and the 640 features of WRN-28-10 make 130 MB in fp32, where
/// the classifier and its momentum take 292 MB; the 64 features of ResNet-32 make 15 MB.
class TabascoWeighting : public SampleWeighting {
public:
    /// Throws std::invalid_argument if the network has no layer "penultimate".
    TabascoWeighting(const TrainOptions& options, const Network& network);

    void setSampleCount(std::int64_t samples) override { m_samples = samples; }
    void begin(Rng& rng, const StepTypes& types, const c10::Device& device) override;
    bool wantsPositions() const override { return true; }
    void epochStarted(const EpochView& view) override;
    at::Tensor weights(const StepView& view) override;
    WeightingState state() override;

private:
    double m_warmUp; ///< epochs
    std::int64_t m_samples = 0, m_classes, m_width;
    at::Tensor m_probabilities, m_features; ///< [N, K] and [N, d], of the step that each sample was last trained in
    at::Tensor m_weights;                   ///< [N], of the current epoch
};

} // namespace reweigh
