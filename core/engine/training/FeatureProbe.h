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

/// Samples on the two directions in which they vary most.
struct PrincipalAxes {
    std::vector<float> first, second;
    std::array<double, 2> explained{}; ///< share of the variance; 0 where there is none
};

/// Of `features` [n, d], n >= 1, worked in fp64 on the CPU. An axis points where its loading of largest size is positive, so that
/// maps of one network can be compared from epoch to epoch; with d = 1 the second is all 0. Empty if anything is not finite.
PrincipalAxes principalAxes(const at::Tensor& features);


/// A run's classifier, loss and weighting as they are.
struct ProbedModel {
    const Network& network;
    const ParamSet& w;   ///< in the compute type
    ParamSet& running;   ///< only read
    const SampleLoss& loss;
    LossContext context;
    const SampleWeighting& weighting;
};

/// What a weighting sees of a few training samples, and the weights it gives them there: the same samples after every epoch, as they
/// are, through the network in evaluation mode. It looks only: nothing that training draws or keeps is touched.
class FeatureProbe {
public:
    /// At most `featureMapPoints` of the plan's training samples, from a stream of the train seed of their own.
    FeatureProbe(const DataPlan& plan, const TrainOptions& options);

    /// Empty where the weighting sees the loss alone, nothing, or something that is not finite. Nothing where `stop` is asked
    /// before the last batch.
    std::optional<FeatureMap> map(const ProbedModel& model, const BatchSource& batches, const std::stop_token& stop) const;

private:
    std::vector<std::uint32_t> m_positions; ///< ascending, within plan.train
    std::vector<std::uint8_t> m_wrong;      ///< of each
};

} // namespace reweigh
