// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/PlanFigures.h"

#include "core/plan/PhaseMap.h"
#include "core/plan/TransferMatrix.h"
#include "widgets/report/DotFigure.h"
#include "widgets/report/MatrixFigure.h"
#include "widgets/report/ReportText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <string>

namespace reweigh {
namespace {

struct PlanFiguresWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr const char* mainMetric = "test.accuracy";

template <typename Figure> ReportFigure reportFigure(Figure figure, const QString& title, const QString& caption)
{
    const QSizeF size = figure.size();
    return {.title = title, .caption = caption, .points = size, .draw = [drawn = std::move(figure)](QPainter& painter) {
                drawn.draw(painter);
            }};
}

std::pair<Mark, Role> markOfStatus(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::Supported: return {Mark::Disc, Role::Done};
    case ClaimStatus::Refuted: return {Mark::Cross, Role::Bad};
    case ClaimStatus::CannotTell: break;
    }
    return {Mark::Ring, Role::Warning};
}

/// The hypothesis on its axis: differences as they are, levels with their limit added again.
DotRow claimRow(const HypothesisRow& row)
{
    const Hypothesis& hypothesis = *row.hypothesis;
    const bool share = isShare(hypothesis.metric);
    const double scale = share ? 100.0 : 1.0;
    const double bound = scale * hypothesis.bound;
    MeanInterval shown = row.estimate;
    DotRow drawn{.label = printable(hypothesis.name)};
    if (isDifference(hypothesis)) {
        drawn.limits = hypothesis.kind == ClaimKind::Equal ? std::vector{-bound, bound} : std::vector{bound};
        drawn.aside = differenceText(shown, share);
    } else {
        shown.mean += hypothesis.bound;
        drawn.limits = {bound};
        drawn.aside = intervalText(shown, share);
    }
    if (shown.n > 0) {
        const auto [mark, colour] = markOfStatus(row.status);
        drawn.dots.push_back({.value = scale * shown.mean, .halfWidth = scale * shown.halfWidth, .mark = mark, .colour = colour});
        drawn.aside += QStringLiteral(" (%1)").arg(shown.n);
    }
    return drawn;
}

QString axisText(bool difference, bool share)
{
    if (difference)
        return share ? PlanFiguresWords::tr("difference, percentage points") : PlanFiguresWords::tr("difference");
    return share ? PlanFiguresWords::tr("value, %") : PlanFiguresWords::tr("value");
}

constexpr double mostHeight = 600.0; ///< of a figure, which shares a page with its caption
constexpr std::size_t panelsAbreast = 3, rowsPerPanel = 40;
constexpr std::size_t mostTransfers = 14; ///< cells whose values fit into the matrix

/// The settings by which the cells differ, in the order of shortCell(): "imbalance-factor · noise-rate".
QString cellAxes(const std::vector<CellTable>& tables)
{
    QStringList keys;
    for (const auto& [key, value] : tables.front().cell->cell->settings.items())
        keys << printable(key);
    return keys.join(QStringLiteral(" · "));
}

/// Whether all cells have values of the same settings, so that the values alone tell them apart.
bool haveSameAxes(const std::vector<CellTable>& tables)
{
    const auto keys = [](const CellTable& table) {
        std::vector<std::string> names;
        for (const auto& [key, value] : table.cell->cell->settings.items())
            names.push_back(key);
        return names;
    };
    return !tables.empty() && !keys(tables.front()).empty()
           && std::ranges::all_of(tables, [&](const CellTable& table) { return keys(table) == keys(tables.front()); });
}

/// A cell by its values alone, "50 · 0.4"; cellAxes() says of what. By its name in words where cells have different settings.
QString shortCell(const CellState& cell, bool sameAxes)
{
    if (!sameAxes)
        return cellText(cell);
    QStringList values;
    for (const auto& [key, value] : cell.cell->settings.items())
        values << settingValue(value);
    return values.join(QStringLiteral(" · "));
}

/// A variant as rows are labelled: a network that another cell found with that cell in short form, "searched@50 · 0.4".
QString rowLabel(const std::string& variant, const std::vector<CellTable>& tables, bool sameAxes)
{
    const std::string mark = "searched@";
    if (variant.starts_with(mark))
        for (const CellTable& table : tables)
            if (table.cell->cell->name == variant.substr(mark.size()))
                return printable(mark) + shortCell(*table.cell, sameAxes);
    return printable(variant);
}

/// The names of the variants that the cells have, each once, in order of the cells.
std::vector<std::string> variantsIn(const std::vector<const CellTable*>& cells)
{
    std::vector<std::string> names;
    for (const CellTable* table : cells)
        for (const PlanRow& row : table->rows)
            if (std::ranges::find(names, row.variant->name) == names.end())
                names.push_back(row.variant->name);
    return names;
}

/// The rows of a cell for `names`, so that panels beside each other have the same ones; a row of a variant that it does not have is empty.
DotPanel variantPanel(const CellTable& table, const QString& title, std::span<const std::string> names, const std::vector<QString>& labels)
{
    DotPanel panel{.title = title};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto row = std::ranges::find_if(table.rows, [&](const PlanRow& of) { return of.variant->name == names[i]; });
        const bool isFirst = !table.rows.empty() && row == table.rows.begin();
        DotRow drawn{.label = labels[i], .isStrong = isFirst};
        if (row != table.rows.end())
            if (const auto figure = row->figures.find(mainMetric); figure != row->figures.end() && figure->second.lastEpochs.n > 0) {
                const MeanInterval& mean = figure->second.lastEpochs;
                drawn.dots.push_back({.value = 100.0 * mean.mean,
                                      .halfWidth = 100.0 * mean.halfWidth,
                                      .mark = mean.n < 2 ? Mark::Ring : Mark::Disc,
                                      .colour = isFirst ? Role::Selection : Role::Text});
            }
        panel.rows.push_back(std::move(drawn));
    }
    return panel;
}

/// One band for each combination of the settings other than `key`, with the cells that have it.
std::vector<std::pair<QString, std::vector<const CellTable*>>> bandsOf(const std::vector<CellTable>& tables, const std::string& key)
{
    std::vector<std::pair<QString, std::vector<const CellTable*>>> bands;
    for (const CellTable& table : tables) {
        const QString title = settingsWords(table.cell->cell->settings, key);
        auto band = std::ranges::find(bands, title, [](const auto& entry) { return entry.first; });
        if (band == bands.end())
            band = bands.insert(bands.end(), {title, {}});
        band->second.push_back(&table);
    }
    return bands;
}

QString valueIn(const CellState& cell, const std::string& key)
{
    const auto value = cell.cell->settings.find(key);
    return value == cell.cell->settings.end() ? QString() : settingValue(*value);
}

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
    QString caption = PlanFiguresWords::tr("Gain of %1 over %2 in %3, paired by seed. Verdicts are adjusted by Holm over the map, those of "
                                           "a cell's table over that table, so they may differ.")
                          .arg(printable(map.first), printable(map.second), metricText(map.metric));
    if (std::ranges::any_of(map.cells, [](const PhaseMap::Cell& cell) { return !cell.cell; }))
        caption += QLatin1Char(' ') + PlanFiguresWords::tr("Blank: the plan has no such cell. Dash: no pair yet.");
    if (!fixed.empty())
        caption += QLatin1Char(' ') + PlanFiguresWords::tr("At %1.").arg(settingsWords(fixed));
    if (map.nextCell)
        caption += QLatin1Char(' ') + PlanFiguresWords::tr("Outlined: the cell with the widest interval of those that are undecided.");
    return reportFigure(std::move(figure),
                        PlanFiguresWords::tr("%1 − %2", "the difference of two variants").arg(printable(map.first), printable(map.second)),
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

std::vector<ReportFigure> hypothesisFigures(const std::vector<HypothesisRow>& rows)
{
    std::map<std::pair<bool, bool>, std::vector<DotRow>, std::greater<>> groups; // differences first, shares first
    for (const HypothesisRow& row : rows)
        groups[{isDifference(*row.hypothesis), isShare(row.hypothesis->metric)}].push_back(claimRow(row));
    std::vector<ReportFigure> figures;
    for (const auto& [kind, drawn] : groups)
        for (std::size_t first = 0; first < drawn.size(); first += rowsPerPanel) {
            DotFigure figure{.axis = axisText(kind.first, kind.second), .zero = kind.first ? 0.0 : nan, .width = columnWidth};
            const auto begin = drawn.begin() + std::ptrdiff_t(first);
            figure.bands.push_back({.panels = {{.rows = {begin, begin + std::ptrdiff_t(std::min(rowsPerPanel, drawn.size() - first))}}}});
            figure.keys = {{Mark::Disc, Role::Done, PlanFiguresWords::tr("supported")},
                           {Mark::Cross, Role::Bad, PlanFiguresWords::tr("refuted")},
                           {Mark::Ring, Role::Warning, PlanFiguresWords::tr("cannot tell")}};
            figures.push_back(
                reportFigure(std::move(figure), PlanFiguresWords::tr("Hypotheses"),
                             PlanFiguresWords::tr("Mean over seeds with its 95 % interval (number of seeds). Upright bars: the "
                                                  "limits that were written down before the runs.")));
        }
    return figures;
}

std::vector<ReportFigure> variantFigures(const PlanState& state, const std::vector<CellTable>& tables)
{
    const std::string key = shownAxes(*state.plan).first.key;
    std::vector<ReportFigure> figures;
    const auto bands = bandsOf(tables, key);
    const bool sameAxes = haveSameAxes(tables);
    const bool isWide = std::ranges::any_of(bands, [](const auto& band) { return band.second.size() >= panelsAbreast; });
    const auto newFigure = [isWide] {
        return DotFigure{.axis = PlanFiguresWords::tr("test accuracy, %"), .width = isWide ? pageWidth : columnWidth};
    };
    bool hasForeign = false;
    DotFigure figure = newFigure();
    const auto finish = [&] {
        if (figure.bands.empty())
            return;
        QString caption =
            PlanFiguresWords::tr("Mean over the last epochs of each run, then over seeds, with its 95 % interval; an open ring is a single "
                                 "seed.");
        if (!key.empty())
            caption += QLatin1Char(' ') + PlanFiguresWords::tr("From left to right: %1.").arg(printable(key));
        if (hasForeign && sameAxes)
            caption += QLatin1Char(' ')
                       + PlanFiguresWords::tr("“searched@” and a cell: the network that the search of that cell found. Cells: %1.")
                             .arg(cellAxes(tables));
        hasForeign = false;
        figures.push_back(reportFigure(std::exchange(figure, newFigure()), PlanFiguresWords::tr("Variants in each cell"), caption));
    };
    for (const auto& [title, cells] : bands)
        for (std::size_t first = 0; first < cells.size(); first += panelsAbreast) {
            const std::vector<const CellTable*> beside(cells.begin() + std::ptrdiff_t(first),
                                                       cells.begin() + std::ptrdiff_t(std::min(cells.size(), first + panelsAbreast)));
            const std::vector<std::string> all = variantsIn(beside);
            for (std::size_t from = 0; from < all.size(); from += rowsPerPanel) {
                const auto names = std::span(all).subspan(from, std::min(rowsPerPanel, all.size() - from));
                std::vector<QString> labels;
                for (const std::string& name : names)
                    labels.push_back(rowLabel(name, tables, sameAxes));
                DotFigure::Band band{.title = title, .axis = printable(key), .panels = {}};
                for (const CellTable* table : beside)
                    band.panels.push_back(variantPanel(*table, valueIn(*table->cell, key), names, labels));
                figure.bands.push_back(band);
                if (figure.size().height() > mostHeight && figure.bands.size() > 1) {
                    figure.bands.pop_back();
                    finish();
                    figure.bands.push_back(std::move(band));
                }
                hasForeign |= std::ranges::any_of(names, [](const std::string& name) { return name.starts_with("searched@"); });
            }
        }
    finish();
    return figures;
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
    MatrixFigure figure{.xTitle = PlanFiguresWords::tr("trained in"),
                        .yTitle = PlanFiguresWords::tr("found in"),
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
        std::move(figure), PlanFiguresWords::tr("Networks found elsewhere"),
        PlanFiguresWords::tr("Test accuracy of the network that one cell found, trained in another, minus that of the cell's own; "
                             "verdicts after Holm over the matrix. Cells: %1.")
            .arg(names.join(QStringLiteral("; "))));
}

std::vector<ReportFigure> curseFigures(const std::vector<CellTable>& tables)
{
    std::vector<DotRow> rows;
    const bool sameAxes = haveSameAxes(tables);
    for (const CellTable& table : tables)
        for (const ChosenBy& chosen : table.chosen) {
            const QString cell = shortCell(*table.cell, sameAxes);
            DotRow row{.label = table.chosen.size() > 1 ? cell + QStringLiteral(", ") + printable(chosen.variant) : cell};
            row.dots = {{.value = 100.0 * chosen.chosen, .halfWidth = nan, .mark = Mark::Square, .colour = Role::Validation}};
            if (chosen.fresh.n > 0)
                row.dots.push_back({100.0 * chosen.fresh.mean, 100.0 * chosen.fresh.halfWidth, Mark::Disc, Role::Validation});
            if (chosen.test.n > 0)
                row.dots.push_back({100.0 * chosen.test.mean, 100.0 * chosen.test.halfWidth, Mark::Diamond, Role::Test});
            rows.push_back(std::move(row));
        }
    QString caption = PlanFiguresWords::tr("The best of many trials looks too good: the validation accuracy by which it was chosen, and "
                                           "what the same network reaches with fresh seeds.");
    if (sameAxes)
        caption += QLatin1Char(' ') + PlanFiguresWords::tr("Cells: %1.").arg(cellAxes(tables));
    std::vector<ReportFigure> figures;
    for (std::size_t first = 0; first < rows.size(); first += rowsPerPanel) {
        DotFigure figure{.axis = PlanFiguresWords::tr("accuracy, %"), .width = columnWidth};
        const auto begin = rows.begin() + std::ptrdiff_t(first);
        figure.bands.push_back({.panels = {{.rows = {begin, begin + std::ptrdiff_t(std::min(rowsPerPanel, rows.size() - first))}}}});
        figure.keys = {{Mark::Square, Role::Validation, PlanFiguresWords::tr("validation that chose it")},
                       {Mark::Disc, Role::Validation, PlanFiguresWords::tr("validation, fresh seeds")},
                       {Mark::Diamond, Role::Test, PlanFiguresWords::tr("test, fresh seeds")}};
        figures.push_back(reportFigure(std::move(figure), PlanFiguresWords::tr("What searching promised and what it kept"), caption));
    }
    return figures;
}

} // namespace reweigh
