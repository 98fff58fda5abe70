// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightDistributionInfo.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr int ridgePoints = 120; // smooth at a ridge's size, and six of them are computed with each epoch of a replay

} // namespace

bool WeightDistributionInfo::hasDistributions() const
{
    return std::ranges::any_of(groups, [](const Group& group) { return group.weights[0].n + group.weights[1].n > 0; });
}

WeightDistributionInfo weightDistributionInfo(const RunEpochs& run, std::size_t position)
{
    const EpochFigures& epoch = run.epochs[position];
    WeightDistributionInfo info;
    info.position = position;
    info.epoch = epoch.epoch;
    info.auroc = epoch.detection.auroc;
    info.averagePrecision = epoch.detection.averagePrecision;
    for (std::size_t i = 0; i < info.groups.size(); ++i) {
        WeightDistributionInfo::Group& group = info.groups[i];
        for (std::size_t wrong = 0; wrong < 2; ++wrong)
            group.weights[wrong] = weightDensity(epoch.distribution.counts[i][wrong], ridgePoints);
        group.mean = {epoch.detection.meanRightWeight[i], epoch.detection.meanWrongWeight[i]};
        group.auroc = epoch.detection.aurocByGroup[i];
        for (const EpochFigures& any : run.epochs)
            group.aurocs.push_back(any.detection.aurocByGroup[i]);
    }
    for (const EpochFigures& any : run.epochs)
        info.aurocs.push_back(any.detection.auroc);
    info.health = weightHealth(run.epochs.first(position + 1));
    return info;
}

} // namespace reweigh
