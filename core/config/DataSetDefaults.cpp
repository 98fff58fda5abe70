// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/DataSetDefaults.h"

#include "core/config/DataSets.h"

namespace reweigh {

bool hasOwnLabels(const std::string& dataset)
{
    const DataSetRow* row = dataSetRow(dataset);
    return row && row->ownLabels;
}

void switchDataSet(DataOptions& options, const std::string& dataset)
{
    const bool ownBefore = hasOwnLabels(options.dataset), ownNow = hasOwnLabels(dataset);
    options.dataset = dataset;
    if (ownNow && !ownBefore) {
        options.noiseType = NoiseType::None;
        options.imbalanceType = ImbalanceType::None;
    } else if (ownBefore && !ownNow && options.noiseType == NoiseType::None && options.imbalanceType == ImbalanceType::None) {
        const DataOptions benchmark;
        options.noiseType = benchmark.noiseType;
        options.imbalanceType = benchmark.imbalanceType;
    }
}

} // namespace reweigh
