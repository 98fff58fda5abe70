// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/PlanFigures.h"

#include "widgets/report/DotFigure.h"
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

} // namespace

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
            if (figure.shortensLabels())
                figure.width = pageWidth;
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
