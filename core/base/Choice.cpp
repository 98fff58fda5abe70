// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Choice.h"

#include "core/base/NumberText.h"

#include <cmath>

namespace reweigh {
namespace {

std::string interval(const Range& range)
{
    const bool bounded = std::isfinite(range.high);
    if (!std::isfinite(range.low))
        return bounded ? "at most " + numberText(range.high) : std::string();
    if (range.openLow)
        return "above " + numberText(range.low) + (bounded ? ", at most " + numberText(range.high) : "");
    return bounded ? numberText(range.low) + ".." + numberText(range.high) : "at least " + numberText(range.low);
}

} // namespace

bool Range::contains(double value) const
{
    return std::isfinite(value) && value >= low && value <= high && !(openLow && value == low) && !(whole && value != std::floor(value));
}

std::string rangeText(const Range& range)
{
    if (range.most == 0)
        return interval(range);
    return std::to_string(range.fewest) + " to " + std::to_string(range.most) + " whole numbers in " + interval(range);
}

} // namespace reweigh
