// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/WeightSource.h"

#include "core/config/DataSets.h"
#include "core/config/Methods.h"

namespace reweigh {

WeightSource weightSource(const ExperimentConfig& config)
{
    return {config.training.weighting, config.training.metaNet, hasOwnLabels(config.data.dataset)};
}

bool hasNetwork(const WeightSource& source)
{
    const MethodRow* row = weightingRow(source.weighting);
    return row && row->hasNet;
}

} // namespace reweigh
