// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/GainGrid.h"

#include "core/analysis/PairedTest.h"
#include "core/config/ConfigField.h"
#include "widgets/plan/PlanText.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

struct GridWords {
    Q_DECLARE_TR_FUNCTIONS(GainGrid)
};

constexpr double leastFullShare = 0.01; ///< one percentage point; if all differences are smaller, their colours stay pale

/// Fills in what a cell says of its difference, of which `verdict` is the judgement.
void show(GainGrid::Cell& cell, const MeanInterval& gain, JudgedAs verdict, bool share)
{
    if (gain.n == 0) {
        cell.value = QStringLiteral("–");
        return;
    }
    cell.open = verdict == JudgedAs::CannotTell;
    const QString value = gainValueText(gain.mean, share);
    cell.value = cell.open ? value : markOf(verdict == JudgedAs::Better ? Role::Done : Role::Bad) + QLatin1Char(' ') + value;
    if (std::isfinite(gain.halfWidth))
        cell.spread = GridWords::tr("± %1", "half-width").arg(share ? decimals(100 * gain.halfWidth, 2) : shownMetric(gain.halfWidth, 3));
    cell.shade = gain.mean;
}

/// Turns the differences in `shade` into shares of the largest one.
void scaleShades(GainGrid& grid, bool share, bool lessIsBetter)
{
    double most = share ? leastFullShare : 0.0;
    for (const GainGrid::Cell& cell : grid.cells)
        most = std::max(most, std::abs(cell.shade));
    for (GainGrid::Cell& cell : grid.cells)
        cell.shade = most > 0 ? (lessIsBetter ? -1 : 1) * cell.shade / most : 0.0;
}

/// "+1.20 ± 0.50 points, n 6, p 0.004: ✓ better"; p is this cell's own, the verdict that after Holm. `otherClasses`: PhaseMap::Cell's.
QString gainWords(const MeanInterval& gain, JudgedAs verdict, bool share, int otherClasses = 0)
{
    if (gain.n == 0 && otherClasses > 0)
        return GridWords::tr("not compared: the two do not have the same classes of this size");
    if (gain.n == 0)
        return GridWords::tr("no pair of runs yet");
    const QString amount = share ? GridWords::tr("%1 points").arg(gainText(gain, share)) : gainText(gain, share);
    const double p = studentP(gain.mean, gain.deviation, gain.n);
    return GridWords::tr("%1, n %2: %3", "difference, seeds, verdict")
        .arg(amount, QLocale().toString(gain.n) + (std::isnan(p) ? QString() : QStringLiteral(", ") + pText(p)), verdictText(verdict));
}

} // namespace

GainGrid phaseGrid(const PhaseMap& map, const Plan& plan)
{
    GainGrid grid;
    const std::size_t width = map.x.values.size(), height = map.y.values.size();
    const bool share = isShare(map.metric);
    for (const nlohmann::json& value : map.x.values)
        grid.columns << settingValueText(value);
    grid.across = settingText(map.x.key);
    grid.upwards = settingText(map.y.key);
    for (std::size_t row = 0; row < height; ++row) {
        const std::size_t y = height - 1 - row;
        grid.rows << settingValueText(map.y.values[y]);
        for (std::size_t x = 0; x < width; ++x) {
            const PhaseMap::Cell& from = map.cells[y * width + x];
            GainGrid::Cell cell{.cell = from.cell, .next = from.cell && from.cell == map.nextCell};
            if (from.cell) {
                if (from.same)
                    cell.value = GridWords::tr("the same", "training");
                else
                    show(cell, from.gain, from.verdict, share);
                cell.words =
                    GridWords::tr("%1: %2", "cell, what is known of it")
                        .arg(cellName(plan, *from.cell->cell), from.same ? GridWords::tr("both are the same training")
                                                                         : gainWords(from.gain, from.verdict, share, from.otherClasses));
                if (cell.next)
                    cell.words += QLatin1Char('\n') + GridWords::tr("a further seed tells most here");
            }
            grid.cells.push_back(std::move(cell));
        }
    }
    scaleShades(grid, share, isLessBetter(map.metric));
    if (map.nextCell)
        grid.nextWords = GridWords::tr("a further seed tells most here: %1", "cell").arg(cellName(plan, *map.nextCell->cell));
    return grid;
}

GainGrid transferGrid(const TransferMatrix& matrix, const Plan& plan)
{
    GainGrid grid;
    const std::vector<PlanAxis> axes = planAxes(plan);
    grid.across = GridWords::tr("trained in: %1").arg(axesText(axes));
    grid.upwards = GridWords::tr("found in: %1").arg(axesText(axes));
    for (const CellState* cell : matrix.cells)
        grid.columns << cellValuesText(axes, plan, *cell->cell);
    grid.rows = grid.columns;
    for (std::size_t found = 0; found < matrix.cells.size(); ++found)
        for (std::size_t trained = 0; trained < matrix.cells.size(); ++trained) {
            GainGrid::Cell cell{.cell = matrix.cells[trained]};
            const QString here = cellName(plan, *matrix.cells[trained]->cell), there = cellName(plan, *matrix.cells[found]->cell);
            if (found == trained) {
                cell.value = GridWords::tr("own", "network");
                cell.words = GridWords::tr("%1: its own network, which the others are compared with").arg(here);
            } else {
                const MeanInterval& gain = matrix.difference[found][trained];
                show(cell, gain, matrix.verdict[found][trained], true);
                cell.words = GridWords::tr("Network found in %1, trained in %2, minus the network found there: %3")
                                 .arg(there, here, gainWords(gain, matrix.verdict[found][trained], true));
            }
            grid.cells.push_back(std::move(cell));
        }
    scaleShades(grid, true, false);
    return grid;
}

FigureTable phaseTable(const PhaseMap& map)
{
    FigureTable table{{QString::fromStdString(map.x.key), QString::fromStdString(map.y.key), QStringLiteral("mean_difference"),
                       QStringLiteral("half_width_95"), QStringLiteral("pairs"), QStringLiteral("verdict")},
                      {}};
    for (std::size_t i = 0; i < map.cells.size(); ++i) {
        const PhaseMap::Cell& cell = map.cells[i];
        if (cell.cell)
            table.rows.push_back({QString::fromStdString(valueText(map.x.values[i % map.x.values.size()])),
                                  QString::fromStdString(valueText(map.y.values[i / map.x.values.size()])), cell.gain.mean,
                                  cell.gain.halfWidth, cell.gain.n, QString::fromLatin1(nameOf(cell.verdict))});
    }
    return table;
}

FigureTable transferTable(const TransferMatrix& matrix)
{
    FigureTable table{{QStringLiteral("found_in"), QStringLiteral("trained_in"), QStringLiteral("mean_difference"),
                       QStringLiteral("half_width_95"), QStringLiteral("pairs"), QStringLiteral("verdict")},
                      {}};
    for (std::size_t found = 0; found < matrix.cells.size(); ++found)
        for (std::size_t trained = 0; trained < matrix.cells.size(); ++trained) {
            const MeanInterval& gain = matrix.difference[found][trained];
            if (found != trained)
                table.rows.push_back({QString::fromStdString(matrix.cells[found]->cell->name),
                                      QString::fromStdString(matrix.cells[trained]->cell->name), gain.mean, gain.halfWidth, gain.n,
                                      QString::fromLatin1(nameOf(matrix.verdict[found][trained]))});
        }
    return table;
}

} // namespace reweigh
