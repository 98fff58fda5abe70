// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigLayers.h"

#include "core/config/DataSetDefaults.h"

namespace reweigh {

Result<ExperimentConfig> layeredConfig(const ExperimentConfig& base, const std::vector<SettingsSource>& sources)
{
    // First which data set each source names, if any: the last one is what results.
    std::vector<std::string> named;
    std::string dataset = base.data.dataset;
    ExperimentConfig scratch = base;
    for (const SettingsSource& source : sources) {
        scratch.data.dataset.clear();
        if (const Status status = source(scratch); !status)
            return status.error();
        named.push_back(scratch.data.dataset);
        if (!named.back().empty())
            dataset = named.back();
    }

    ExperimentConfig config = base;
    switchDataSet(config.data, dataset);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const NoiseType noise = config.data.noiseType;
        const ImbalanceType imbalance = config.data.imbalanceType;
        if (const Status status = sources[i](config); !status)
            return status.error();
        if (!named[i].empty() && hasOwnLabels(named[i]) != hasOwnLabels(dataset)) {
            config.data.noiseType = noise;
            config.data.imbalanceType = imbalance;
        }
        config.data.dataset = dataset;
    }
    return config;
}

} // namespace reweigh
