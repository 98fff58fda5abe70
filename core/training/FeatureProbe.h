// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/SampleLoss.h"
#include "core/methods/SampleWeighting.h"
#include "core/progress/RunFigures.h"
#include "core/training/BatchSource.h"

#include <optional>
#include <stop_token>

namespace reweigh {

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
