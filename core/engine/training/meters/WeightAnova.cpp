// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/meters/WeightAnova.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

TwoWayAnova weightAnova(const WeightSamples& samples)
{
    constexpr double least = 1e-6;
    const bool beyondOne = std::ranges::any_of(samples.weights, [](float weight) { return double(weight) > 1.0 + weightRounding; });
    AnovaCells cells;
    for (std::size_t i = 0; i < samples.weights.size(); ++i) {
        const bool wrong = samples.trueLabel[i] != samples.observedLabel[i];
        const double weight = std::clamp(double(samples.weights[i]), least, beyondOne ? HUGE_VAL : 1.0 - least);
        cells[wrong][std::size_t(samples.sizeGroup[samples.observedLabel[i]])].add(beyondOne ? std::log(weight)
                                                                                             : std::log(weight / (1.0 - weight)));
    }
    return twoWayAnova(cells);
}

WeightShares weightShares(const TwoWayAnova& table)
{
    return {.wrongness = table.rows.share, .size = table.columns.share, .interaction = table.interaction.share};
}

} // namespace reweigh
