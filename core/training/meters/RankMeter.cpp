// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/meters/RankMeter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace reweigh {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// How many samples share one score, and how many of those are marked.
struct Tie {
    std::int64_t all = 0, marked = 0;
};

/// Ties from the highest score down.
std::vector<Tie> ties(std::span<const float> score, std::span<const std::uint8_t> marked)
{
    std::vector<std::size_t> order(score.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, std::ranges::greater(), [&](std::size_t i) { return score[i]; });
    std::vector<Tie> result;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k == 0 || score[order[k]] != score[order[k - 1]])
            result.emplace_back();
        ++result.back().all;
        result.back().marked += marked[order[k]] != 0;
    }
    return result;
}

/// The samples of one group, or of all.
struct Selection {
    std::vector<float> score;
    std::vector<std::uint8_t> marked;
    double sum[2] = {0.0, 0.0}; ///< of weights: right labels, wrong labels
    std::int64_t count[2] = {0, 0};

    void add(float weight, bool wrong)
    {
        score.push_back(1.0f - weight);
        marked.push_back(wrong);
        sum[wrong] += double(weight);
        ++count[wrong];
    }
    double mean(bool wrong) const { return count[wrong] > 0 ? sum[wrong] / double(count[wrong]) : none; }
};

} // namespace

double auroc(std::span<const float> score, std::span<const std::uint8_t> marked)
{
    double wins = 0.0;
    std::int64_t above = 0, unmarked = 0; // marked samples above the tie; unmarked ones so far
    for (const Tie& tie : ties(score, marked)) {
        const std::int64_t others = tie.all - tie.marked;
        wins += double(others) * (double(above) + 0.5 * double(tie.marked));
        above += tie.marked;
        unmarked += others;
    }
    return above > 0 && unmarked > 0 ? wins / (double(above) * double(unmarked)) : none;
}

double averagePrecision(std::span<const float> score, std::span<const std::uint8_t> marked)
{
    double sum = 0.0;
    std::int64_t taken = 0, hits = 0;
    for (const Tie& tie : ties(score, marked)) {
        taken += tie.all;
        hits += tie.marked;
        sum += double(tie.marked) * double(hits) / double(taken);
    }
    return hits > 0 ? sum / double(hits) : none;
}

NoiseDetection noiseDetection(std::span<const float> weight, std::span<const std::uint8_t> wrong, std::span<const std::uint8_t> group)
{
    Selection all;
    std::array<Selection, 3> groups;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        if (std::isnan(weight[i]))
            continue;
        all.add(weight[i], wrong[i] != 0);
        groups[group[i]].add(weight[i], wrong[i] != 0);
    }
    NoiseDetection detection;
    detection.auroc = auroc(all.score, all.marked);
    detection.averagePrecision = all.count[0] > 0 ? averagePrecision(all.score, all.marked) : none;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        detection.aurocByGroup[g] = auroc(groups[g].score, groups[g].marked);
        detection.meanCleanWeight[g] = groups[g].mean(false);
        detection.meanNoisyWeight[g] = groups[g].mean(true);
    }
    return detection;
}

} // namespace reweigh
