// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LandscapeInfo.h"

#include "core/base/NumberText.h"
#include "core/study/Feasibility.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

/// The edge of a cell as text with three significant digits.
std::string edgeText(double value)
{
    const bool plain = std::abs(value) >= 1e-5 && std::abs(value) < 1e6;
    const double unit = plain ? std::pow(10.0, 2.0 - std::floor(std::log10(std::abs(value)))) : 1.0;
    const double rounded = plain ? std::round(value * unit) / unit : value;
    char buffer[32];
    const auto end = plain ? std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::fixed)
                           : std::to_chars(buffer, buffer + sizeof buffer, rounded, std::chars_format::general, 3);
    return {buffer, end.ptr};
}

std::string rangeText(const std::string& first, const std::string& last)
{
    return first == last ? first : first + "–" + last;
}

/// `cells` + 1 edges from low to high, equidistant on the axis' scale.
std::vector<double> equalEdges(const ParameterAxis& axis, int cells)
{
    const auto to = [&](double value) { return axis.log ? std::log(value) : value; };
    const double low = to(axis.low), high = to(axis.high);
    std::vector<double> edges;
    for (int i = 0; i <= cells; ++i) {
        const double at = low + (high - low) * i / cells;
        edges.push_back(axis.log ? std::exp(at) : at);
    }
    edges.front() = axis.low;
    edges.back() = axis.high;
    return edges;
}

void addCell(LandscapeInfo::Side& side, double upper, std::string label)
{
    side.edges.push_back(upper);
    side.labels.push_back(std::move(label));
}

LandscapeInfo::Side categorySide(const ParameterAxis& axis)
{
    LandscapeInfo::Side side{axis, {-0.5}, {}};
    for (const std::string& category : axis.categories)
        addCell(side, double(side.labels.size()) + 0.5, category);
    return side;
}

/// A side whose values have a step: each cell begins half a step below its first value.
LandscapeInfo::Side steppedSide(const ParameterAxis& axis, int bins)
{
    const double last = std::floor((axis.high - axis.low) / axis.step + 1e-9); // a value's place is its number of steps above axis.low
    std::vector<double> begins;                                                // place of each cell's first value
    if (last < 2.0 * bins)
        for (double place = 0.0; place <= last; ++place)
            begins.push_back(place);
    else
        for (const double edge : equalEdges(axis, bins)) {
            const double place = std::ceil((edge - axis.low) / axis.step - 1e-9);
            if (place < last && (begins.empty() || place > begins.back()))
                begins.push_back(place);
        }
    const auto valueAt = [&](double place) { return axis.low + place * axis.step; };
    LandscapeInfo::Side side{axis, {valueAt(-0.5)}, {}};
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const double end = i + 1 < begins.size() ? begins[i + 1] - 1.0 : last;
        addCell(side, valueAt(end + 0.5), rangeText(numberText(valueAt(begins[i])), numberText(valueAt(end))));
    }
    return side;
}

LandscapeInfo::Side continuousSide(const ParameterAxis& axis, int bins)
{
    if (axis.low == axis.high) // only one value so far
        return {axis, {axis.low - 0.5, axis.high + 0.5}, {edgeText(axis.low)}};
    const std::vector<double> edges = equalEdges(axis, bins);
    LandscapeInfo::Side side{axis, {edges.front()}, {}};
    for (std::size_t i = 1; i < edges.size(); ++i)
        addCell(side, edges[i], rangeText(edgeText(edges[i - 1]), edgeText(edges[i])));
    return side;
}

LandscapeInfo::Side sideOf(const ParameterAxis& axis, int bins)
{
    return axis.categorical ? categorySide(axis) : axis.step > 0.0 ? steppedSide(axis, bins) : continuousSide(axis, bins);
}

/// The cell of `value`; -1 if it is none or outside the edges.
int cellOf(const LandscapeInfo::Side& side, std::optional<double> value)
{
    if (!value || side.cells() == 0 || !(*value >= side.edges.front() && *value <= side.edges.back()))
        return -1;
    const auto above = std::upper_bound(side.edges.begin(), side.edges.end(), *value);
    return std::min(int(above - side.edges.begin()) - 1, side.cells() - 1); // the upper end belongs to the last cell
}

double median(std::vector<double>& values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 ? *middle : 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

} // namespace

LandscapeInfo landscapeInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& x, const ParameterAxis& y, int bins)
{
    LandscapeInfo info{sideOf(x, bins), sideOf(y, bins), {}, -1};
    info.cells.resize(std::size_t(info.x.cells()) * std::size_t(info.y.cells()));
    std::vector<std::vector<double>> values(info.cells.size());
    std::optional<double> best;
    for (const FrozenTrial* trial : trials) {
        if (!isComplete(*trial))
            continue;
        const int column = cellOf(info.x, axisValue(*trial, x)), row = cellOf(info.y, axisValue(*trial, y));
        const int cell = column < 0 || row < 0 ? -1 : row * info.x.cells() + column;
        if (isFeasible(*trial) && (!best || isBetter(*trial->value, *best, direction))) {
            best = trial->value;
            info.bestCell = cell;
        }
        if (cell < 0)
            continue;
        ++info.cells[std::size_t(cell)].n;
        info.cells[std::size_t(cell)].trials.push_back(trial->number);
        values[std::size_t(cell)].push_back(*trial->value);
    }
    for (std::size_t cell = 0; cell < values.size(); ++cell)
        info.cells[cell].median = median(values[cell]);
    return info;
}

} // namespace reweigh
