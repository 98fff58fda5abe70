// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PhaseMap.h"

#include "core/experiment/RunFacts.h"
#include "core/plan/CellValues.h"

#include <algorithm>
#include <optional>

namespace reweigh {
namespace {

/// The place of the cell's value among those of an axis; none if the setting has no effect in the cell.
std::optional<std::size_t> placeOn(const PlanAxis& axis, const PlanCell& cell)
{
    const auto value = cell.settings.find(axis.key);
    if (value == cell.settings.end())
        return {};
    const auto found = std::find(axis.values.begin(), axis.values.end(), *value);
    return found == axis.values.end() ? std::nullopt : std::optional(std::size_t(found - axis.values.begin()));
}

/// Whether the cell has the fixed value of an axis that the map does not show. A setting without effect in the cell does not matter.
bool standsAt(const PlanAxis& axis, const nlohmann::json& fixed, const PlanCell& cell)
{
    const auto value = cell.settings.find(axis.key);
    const auto wanted = fixed.find(axis.key);
    return value == cell.settings.end() || *value == (wanted == fixed.end() ? axis.values.front() : *wanted);
}

/// Finds the cells of a map. False if the plan lacks one of its axes.
bool placeCells(PhaseMap& map, const PlanState& state, const std::string& x, const std::string& y, const nlohmann::json& fixed)
{
    const std::vector<PlanAxis> axes = planAxes(*state.plan);
    const auto xAxis = std::ranges::find(axes, x, &PlanAxis::key), yAxis = std::ranges::find(axes, y, &PlanAxis::key);
    if (xAxis == axes.end() || yAxis == axes.end())
        return false;
    map.x = *xAxis;
    map.y = *yAxis;
    map.cells.resize(map.x.values.size() * map.y.values.size());
    const auto isOnMap = [&](const PlanCell& cell) {
        return std::ranges::all_of(axes,
                                   [&](const PlanAxis& axis) { return axis.key == x || axis.key == y || standsAt(axis, fixed, cell); });
    };
    for (const CellState& cell : state.cells) {
        const auto column = placeOn(map.x, *cell.cell), row = placeOn(map.y, *cell.cell);
        if (!column || !row || !isOnMap(*cell.cell))
            continue;
        PhaseMap::Cell& place = map.cells[*row * map.x.values.size() + *column];
        if (!place.cell)
            place.cell = &cell;
    }
    return true;
}

JudgedAs reversed(JudgedAs verdict)
{
    switch (verdict) {
    case JudgedAs::Better: return JudgedAs::Worse;
    case JudgedAs::Worse: return JudgedAs::Better;
    case JudgedAs::CannotTell: break;
    }
    return JudgedAs::CannotTell;
}

} // namespace

PhaseMap phaseMap(const PlanState& state, const std::string& first, const std::string& second, const std::string& metric,
                  const std::string& x, const std::string& y, const nlohmann::json& fixed)
{
    PhaseMap map;
    map.first = first;
    map.second = second;
    map.metric = metric;
    if (!placeCells(map, state, x, y, fixed))
        return map;
    std::vector<PairedTest> tests;
    for (PhaseMap::Cell& place : map.cells) {
        SeedPairs pairs;
        if (place.cell) {
            const ComparableValues values = cellValues(*place.cell, first, second, metric);
            pairs = pairBySeed(values.first, values.second);
            place.otherClasses = values.otherClasses;
            place.same = isSameTraining(*place.cell, first, second);
        }
        const PairedTest test = pairedTest(pairs.differences, pairs.scale);
        place.gain = test.interval;
        tests.push_back(place.same ? pairedTest({}) : test); // what is equal by construction is no test, and must not weaken the others
    }
    const std::vector<JudgedAs> verdicts = verdictsOf(tests);
    const bool lessIsBetter = isLessBetter(metric);
    // Before the first interval no cell is known to be wider than another: any choice would be the map's order.
    const bool anyInterval = std::ranges::any_of(map.cells, [](const PhaseMap::Cell& place) { return !place.same && place.gain.n > 1; });
    double widest = -1.0;
    for (std::size_t i = 0; i < map.cells.size(); ++i) {
        PhaseMap::Cell& place = map.cells[i];
        place.verdict = lessIsBetter ? reversed(verdicts[i]) : verdicts[i];
        const bool isOpen = place.cell && !place.cell->failure && place.verdict == JudgedAs::CannotTell && !place.same;
        const bool lacksMetric = isOpen && place.gain.n == 0 && hasCommonSeed(*place.cell, first, second);
        if (anyInterval && isOpen && !lacksMetric && place.gain.halfWidth > widest) { // infinite below two pairs
            widest = place.gain.halfWidth;
            map.nextCell = place.cell;
        }
    }
    return map;
}

} // namespace reweigh
