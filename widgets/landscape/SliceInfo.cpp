// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/SliceInfo.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr int numericParts = 9;

double medianOf(std::vector<double>& values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

} // namespace

SliceInfo sliceInfo(const TrialRefs& trials, const ParameterAxis& axis)
{
    SliceInfo info{axis, {}, {}};
    const auto scaled = [&](double value) { return axis.log ? std::log(value) : value; };
    const double low = scaled(axis.low), span = scaled(axis.high) - low;
    const std::size_t parts = axis.categorical ? axis.categories.size() : numericParts;
    std::vector<std::vector<double>> values(parts);
    for (const FrozenTrial* trial : trials) {
        const auto at = isComplete(*trial) ? axisValue(*trial, axis) : std::nullopt;
        if (!at)
            continue;
        info.points.push_back({*at, *trial->value, trial->number});
        const double part = axis.categorical ? *at : span > 0.0 ? (scaled(*at) - low) / span * numericParts : 0.0;
        values[std::size_t(std::clamp(part, 0.0, double(parts) - 1.0))].push_back(*trial->value);
    }
    const auto edge = [&](std::size_t part) {
        const double at = low + span * double(part) / numericParts;
        return axis.log ? std::exp(at) : at;
    };
    for (std::size_t part = 0; part < parts; ++part) {
        if (values[part].empty())
            continue;
        const int n = int(values[part].size());
        const double median = medianOf(values[part]);
        info.parts.push_back(axis.categorical ? SliceInfo::Part{double(part), double(part), median, n}
                                              : SliceInfo::Part{edge(part), edge(part + 1), median, n});
    }
    return info;
}

double jitter(std::int64_t trial)
{
    const double place = double(trial) * 0.6180339887498949; // the golden section: no two neighbours alike
    return 2.0 * (place - std::floor(place)) - 1.0;
}

} // namespace reweigh
