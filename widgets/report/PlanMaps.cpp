// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a plan that are matrices; the others are in PlanFigures.cpp.
#include "core/plan/PhaseMap.h"
#include "core/plan/TransferMatrix.h"
#include "widgets/report/MatrixFigure.h"
#include "widgets/report/PlanFigures.h"
#include "widgets/report/ReportText.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace reweigh {
namespace {

struct PlanMapsWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

constexpr std::size_t mostTransfers = 14; ///< cells whose values fit into the matrix

/// The names of the variants that a phase map compares the first one with.
std::vector<std::string> comparedWith(const Plan& plan)
{
    std::vector<std::string> names;
    for (const char* wanted : {"fixed", "largest", "ce"})
        for (std::size_t i = 1; i < plan.variants.size(); ++i)
            if (plan.variants[i].name == wanted)
                names.push_back(wanted);
    if (names.empty() && plan.variants.size() > 1)
        names.push_back(plan.variants[1].name);
    return names;
}

QStringList namesOf(const PlanAxis& axis)
{
    QStringList names;
    for (const nlohmann::json& value : axis.values)
        names << settingValue(value);
    return names;
}

/// What the axes that a map does not show stand at: each value of the first such axis, the first value of the others.
std::vector<nlohmann::json> fixedSettings(const Plan& plan, const PlanAxis& x, const PlanAxis& y)
{
    std::vector<nlohmann::json> all = {nlohmann::json::object()};
    bool isFirst = true;
    for (const PlanAxis& axis : planAxes(plan)) {
        if (axis.key == x.key || axis.key == y.key)
            continue;
        std::vector<nlohmann::json> further;
        for (const nlohmann::json& before : all)
            for (std::size_t i = 0; i < (isFirst ? axis.values.size() : 1); ++i) {
                further.push_back(before);
                further.back()[axis.key] = axis.values[i];
            }
        all = std::move(further);
        isFirst = false;
    }
    return all;
}

ReportFigure phaseFigure(const PhaseMap& map, const nlohmann::json& fixed)
{
    MatrixFigure figure{.xTitle = printable(map.x.key),
                        .yTitle = printable(map.y.key),
                        .x = namesOf(map.x),
                        .y = namesOf(map.y),
                        .share = isShare(map.metric),
                        .unit = unitText(map.metric, true),
                        .width = map.x.values.size() > 5 ? pageWidth : columnWidth};
    for (const PhaseMap::Cell& cell : map.cells)
        figure.cells.push_back({.gain = cell.cell ? cell.gain : MeanInterval(),
                                .verdict = cell.verdict,
                                .outlined = cell.cell && cell.cell == map.nextCell,
                                .isThere = cell.cell != nullptr,
                                .same = cell.same});
    QString caption = PlanMapsWords::tr("Gain of %1 over %2 in %3, paired by seed. Verdicts are adjusted by Holm over the map, those of "
                                        "a cell's table over that table, so they may differ.")
                          .arg(printable(map.first), printable(map.second), metricText(map.metric));
    if (std::ranges::any_of(map.cells, [](const PhaseMap::Cell& cell) { return !cell.cell; }))
        caption += QLatin1Char(' ') + PlanMapsWords::tr("Blank: the plan has no such cell. Dash: no pair yet.");
    if (!fixed.empty())
        caption += QLatin1Char(' ') + PlanMapsWords::tr("At %1.").arg(settingsWords(fixed));
    if (map.nextCell)
        caption += QLatin1Char(' ') + PlanMapsWords::tr("Outlined: the cell with the widest interval of those that are undecided.");
    return reportFigure(std::move(figure),
                        PlanMapsWords::tr("%1 − %2", "the difference of two variants").arg(printable(map.first), printable(map.second)),
                        caption);
}

} // namespace

std::pair<PlanAxis, PlanAxis> shownAxes(const Plan& plan)
{
    std::vector<PlanAxis> axes = planAxes(plan);
    const auto named = [&](const char* key) { return std::ranges::find(axes, key, &PlanAxis::key); };
    if (const auto noise = named("noise-rate"), imbalance = named("imbalance-factor"); noise != axes.end() && imbalance != axes.end())
        return {*noise, *imbalance};
    axes.resize(std::max<std::size_t>(axes.size(), 2));
    return {axes[0], axes[1]};
}

std::vector<ReportFigure> phaseFigures(const PlanState& state)
{
    const auto [x, y] = shownAxes(*state.plan);
    std::vector<ReportFigure> figures;
    if (x.values.empty() || y.values.empty())
        return figures;
    for (const nlohmann::json& fixed : fixedSettings(*state.plan, x, y))
        for (const std::string& other : comparedWith(*state.plan))
            figures.push_back(
                phaseFigure(phaseMap(state, state.plan->variants.front().name, other, mainMetric, x.key, y.key, fixed), fixed));
    return figures;
}

std::optional<ReportFigure> transferFigure(const PlanState& state)
{
    if (!state.plan->transfers)
        return {};
    const TransferMatrix matrix = transferMatrix(state);
    if (matrix.cells.size() > mostTransfers)
        return {};
    const bool isKnown = std::ranges::any_of(
        matrix.difference, [](const auto& row) { return std::ranges::any_of(row, [](const MeanInterval& cell) { return cell.n > 0; }); });
    if (!isKnown)
        return {};
    MatrixFigure figure{.xTitle = PlanMapsWords::tr("trained in"),
                        .yTitle = PlanMapsWords::tr("found in"),
                        .unit = unitText(mainMetric, true),
                        .width = matrix.cells.size() > 5 ? pageWidth : columnWidth};
    QStringList names;
    for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
        figure.x << QString::number(i + 1);
        figure.y << QString::number(i + 1);
        names << QStringLiteral("%1: %2").arg(i + 1).arg(cellText(*matrix.cells[i]));
        for (std::size_t j = 0; j < matrix.cells.size(); ++j)
            figure.cells.push_back({.gain = matrix.difference[i][j], .verdict = matrix.verdict[i][j], .same = bool(matrix.same[i][j])});
    }
    return reportFigure(
        std::move(figure), PlanMapsWords::tr("Networks found elsewhere"),
        PlanMapsWords::tr("Test accuracy of the network that one cell found, trained in another, minus that of the cell's own; "
                          "verdicts after Holm over the matrix. Cells: %1.")
            .arg(names.join(QStringLiteral("; "))));
}

} // namespace reweigh
