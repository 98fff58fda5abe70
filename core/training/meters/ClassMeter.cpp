// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/meters/ClassMeter.h"

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Mean of `recall` over the classes present for which `counts` says so.
template <typename Counts>
double meanRecall(const std::vector<double>& recall, Counts counts)
{
    double sum = 0.0;
    int classes = 0;
    for (std::size_t c = 0; c < recall.size(); ++c)
        if (!std::isnan(recall[c]) && counts(c)) {
            sum += recall[c];
            ++classes;
        }
    return classes > 0 ? sum / classes : none;
}

} // namespace

SplitFigures classFigures(const SampleOutcomes& outcomes, std::span<const std::uint16_t> labels, std::span<const int> shotGroup)
{
    const std::size_t classes = shotGroup.size();
    std::vector<std::int64_t> seen(classes, 0), right(classes, 0);
    std::int64_t allSeen = 0, allRight = 0;
    double loss = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (outcomes.predicted[i] == SampleOutcomes::unseen)
            continue;
        const bool hit = outcomes.predicted[i] == labels[i];
        ++seen[labels[i]];
        right[labels[i]] += hit;
        ++allSeen;
        allRight += hit;
        loss += double(outcomes.loss[i]);
    }
    SplitFigures figures;
    figures.loss = allSeen > 0 ? loss / double(allSeen) : none;
    figures.accuracy = allSeen > 0 ? double(allRight) / double(allSeen) : none;
    for (std::size_t c = 0; c < classes; ++c)
        figures.recall.push_back(seen[c] > 0 ? double(right[c]) / double(seen[c]) : none);
    figures.balancedAccuracy = meanRecall(figures.recall, [](std::size_t) { return true; });
    double* const groups[] = {&figures.many, &figures.medium, &figures.few};
    for (int group = 0; group < 3; ++group)
        *groups[group] = meanRecall(figures.recall, [&](std::size_t c) { return shotGroup[c] == group; });
    return figures;
}

} // namespace reweigh
