// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/meters/RankMeter.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace reweigh {

RankFigures rankFigures(std::span<const float> scores, std::span<const unsigned char> positive)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    const double positives = double(std::ranges::count_if(positive, [](unsigned char p) { return p != 0; }));
    const double negatives = double(scores.size()) - positives;

    double above = 0.0, seen = 0.0, wins = 0.0, precision = 0.0; // above: positives so far
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double tied = 0.0;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end)
            tied += positive[order[end]] != 0;
        if (end == begin) // NaN: equal to nothing, not even itself
            return {unknown, unknown};
        const double others = double(end - begin) - tied;
        wins += others * (above + tied / 2.0);
        above += tied;
        seen = double(end);
        precision += tied * above / seen;
        begin = end;
    }
    return {positives > 0 && negatives > 0 ? wins / (positives * negatives) : unknown, positives > 0 ? precision / positives : unknown};
}

} // namespace reweigh
