// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataPlan.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

double imbalanceOf(const std::vector<int>& counts)
{
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    return *least > 0 ? double(*most) / *least : std::numeric_limits<double>::infinity();
}

/// Thirds of the classes by count, largest first; classes of equal count keep their order.
std::vector<int> sizeGroups(const std::vector<int>& counts)
{
    std::vector<std::size_t> ranked(counts.size());
    std::iota(ranked.begin(), ranked.end(), std::size_t(0));
    std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    std::vector<int> group(counts.size());
    for (std::size_t rank = 0; rank < ranked.size(); ++rank)
        group[ranked[rank]] = static_cast<int>(3 * rank / ranked.size());
    return group;
}

} // namespace

DataPlanInfo describe(const DataPlan& plan)
{
    const std::size_t k = static_cast<std::size_t>(plan.classes);
    std::vector<int> joint(k * k, 0); // [true][observed]
    for (std::size_t i = 0; i < plan.train.size(); ++i)
        ++joint[plan.trueLabel[i] * k + plan.observedLabel[i]];

    DataPlanInfo info;
    info.trueCount.assign(k, 0);
    info.observedCount.assign(k, 0);
    info.transitionObtained.assign(k * k, 0.0);
    int right = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            info.trueCount[i] += joint[i * k + j];
            info.observedCount[j] += joint[i * k + j];
        }
        info.rightCount.push_back(joint[i * k + i]);
        right += joint[i * k + i];
    }
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k && info.trueCount[i] > 0; ++j)
            info.transitionObtained[i * k + j] = double(joint[i * k + j]) / info.trueCount[i];
        info.purity.push_back(info.observedCount[i] > 0 ? double(info.rightCount[i]) / info.observedCount[i]
                                                        : std::numeric_limits<double>::quiet_NaN());
    }
    info.actualNoiseRate = plan.train.empty() ? 0.0 : 1.0 - double(right) / double(plan.train.size());
    info.trueImbalance = imbalanceOf(info.trueCount);
    info.observedImbalance = imbalanceOf(info.observedCount);
    info.sizeGroup = sizeGroups(info.observedCount);
    return info;
}

} // namespace reweigh
