// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/training/BatchSource.h"
#include "core/progress/RunFigures.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace reweigh {

/// n samples projected on their first two principal components.
struct PrincipalAxes {
    std::vector<float> first, second;  ///< [n] each, centred
    std::array<double, 2> explained{}; ///< share of the variance that each component holds, in [0, 1]; 0 if there is no variance
};

/// Principal component analysis of `features` [n, d], n >= 1 and d >= 1, of any float dtype and device; computed in fp64 on the CPU. The
/// sign of a component is chosen so that its largest loading is positive, which makes maps of one network comparable from epoch to
/// epoch. With d = 1 the second component is all 0. Returns empty vectors if any feature is not finite.
PrincipalAxes principalAxes(const at::Tensor& features);

/// A run's classifier, loss and weighting in their current state.
struct ProbedModel {
    const Network& network;
    const ParamSet& w; ///< parameters, flat [P], in the compute type
    ParamSet& running; ///< batch norm's running statistics; only read
    const SampleLoss& loss;
    LossContext context;
    const SampleWeighting& weighting;
};

/// Computes, for display, the features that a weighting reads of some training samples and the weights that it gives them. The samples
/// are the same after every epoch, are not augmented and pass through the network in evaluation mode. Neither the state of the training
/// nor its random numbers change.
class FeatureProbe {
public:
    /// Draws at most `featureMapPoints` of the plan's training samples, from a random stream of its own.
    FeatureProbe(const DataPlan& plan, const TrainOptions& options);

    /// The map of the samples' features and weights. It is empty if the weighting reads only the loss or no features, or if a feature is
    /// not finite. Returns nothing if `stop` is requested before the last batch.
    std::optional<FeatureMap> map(const ProbedModel& model, const BatchSource& batches, const std::stop_token& stop) const;

private:
    std::vector<std::uint32_t> m_positions; ///< ascending, within plan.train
    std::vector<std::uint8_t> m_wrong;      ///< per sample: 1 if its observed label is wrong
};

} // namespace reweigh
