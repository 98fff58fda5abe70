// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"
#include "core/training/DataFeed.h"

#include <optional>
#include <stop_token>

namespace reweigh {

/// What V sees of a few training samples, and the weights it gives them there: the same samples after every epoch, as they
/// are, through the network in evaluation mode. It looks only: nothing that training draws or keeps is touched.
class FeatureProbe {
public:
    /// At most `featureMapPoints` of the plan's training samples, from a stream of the train seed of their own.
    FeatureProbe(const DataPlan& plan, const TrainOptions& options);

    /// Empty where V sees the loss alone, or something that is not finite. `running` is only read.
    /// Nothing where `stop` is asked before the last batch.
    std::optional<FeatureMap> map(const Network& network, const ParamSet& w, ParamSet& running, const MetaWeightNet& metaNet,
                                  const ParamSet& theta, const DataFeed& feed, const std::stop_token& stop) const;

private:
    MetaNetSpec m_spec;
    std::vector<std::uint32_t> m_positions; ///< ascending, within plan.train
    std::vector<std::uint8_t> m_wrong;      ///< of each
};

} // namespace reweigh
