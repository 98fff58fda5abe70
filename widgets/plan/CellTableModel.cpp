// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/CellTableModel.h"

#include "widgets/plan/PlanText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/FigureText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

struct CellWords {
    Q_DECLARE_TR_FUNCTIONS(PlanCells)
};

CellRow cellRow(const Plan& plan, const CellState& cell, bool here)
{
    CellRow row{.name = cellName(plan, *cell.cell), .seeds = cell.cell->seeds()};
    row.trials = searchesPerCell(plan) * cell.cell->config.search.trials;
    row.trialsDone = cell.failure ? 0 : row.trials - cell.missingTrials;
    if (cell.search.best && std::isfinite(cell.search.bestValue)) {
        row.best = cell.search.bestValue;
        row.bestNumber = cell.search.bestNumber;
    }
    for (const PlanVariant& variant : cell.variants) {
        if (!variant.sameAs.empty())
            continue;
        row.runs += row.seeds;
        row.failed += int(variant.result.failed.size());
    }
    row.runsDone = row.runs - cell.missingRuns();
    row.work = cell.failure        ? CellWork::Unusable
               : here              ? CellWork::Here
               : cell.beingWritten ? CellWork::Elsewhere
               : cell.isDone()     ? CellWork::Done
                                   : CellWork::Waiting;
    row.tip = CellWords::tr("%1\nStudy in %2").arg(row.name, QString::fromStdString(cell.cell->config.outDir));
    if (cell.failure)
        row.tip += QLatin1Char('\n') + errorText(*cell.failure);
    if (cell.begun)
        row.tip += CellWords::tr("\nFingerprint of the data %1").arg(QString::fromStdString(cell.fingerprintCode));
    return row;
}

} // namespace

QString cellWorkText(CellWork work)
{
    switch (work) {
    case CellWork::Waiting: return CellWords::tr("○ waiting");
    case CellWork::Here: return CellWords::tr("▶ running here");
    case CellWork::Elsewhere: return CellWords::tr("▷ running elsewhere");
    case CellWork::Done: return CellWords::tr("✓ done");
    case CellWork::Unusable: return CellWords::tr("✕ cannot be used");
    }
    return {};
}

Role cellWorkRole(CellWork work)
{
    switch (work) {
    case CellWork::Waiting: return Role::Dim;
    case CellWork::Here:
    case CellWork::Elsewhere: return Role::Selection;
    case CellWork::Done: return Role::Done;
    case CellWork::Unusable: return Role::Bad;
    }
    return Role::Dim;
}

std::vector<CellRow> cellRows(const PlanSnapshot& plan, const std::function<bool(const CellState&)>& runsHere)
{
    std::vector<CellRow> rows;
    for (const CellState& cell : plan.state.cells)
        rows.push_back(cellRow(*plan.plan, cell, runsHere(cell)));
    return rows;
}

void CellTableModel::setRows(std::vector<CellRow> rows)
{
    const bool same = std::ranges::equal(rows, m_rows, {}, &CellRow::name, &CellRow::name);
    if (!same)
        beginResetModel();
    m_rows = std::move(rows);
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int CellTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CellTableModel::text(const CellRow& row, int column) const
{
    const QLocale locale;
    const auto of = [&](int done, int all) { return tr("%1 of %2", "done, in all").arg(locale.toString(done), locale.toString(all)); };
    switch (column) {
    case Name: return row.name;
    case Seeds: return locale.toString(row.seeds);
    case Trials: return row.trials > 0 ? of(row.trialsDone, row.trials) : QStringLiteral("–");
    case Best: return row.best ? shownFigure(*row.best, 4) : QStringLiteral("–");
    case Runs: return of(row.runsDone, row.runs);
    case Failed: return locale.toString(row.failed);
    case Work: return cellWorkText(row.work);
    default: return {};
    }
}

QVariant CellTableModel::sortValue(const CellRow& row, int column)
{
    switch (column) {
    case Name: return row.name;
    case Seeds: return row.seeds;
    case Trials: return row.trialsDone;
    case Best: return row.best.value_or(-std::numeric_limits<double>::infinity());
    case Runs: return row.runsDone;
    case Failed: return row.failed;
    case Work: return int(row.work);
    default: return {};
    }
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const
{
    const CellRow& row = m_rows[std::size_t(index.row())];
    const Theme& theme = Theme::instance();
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case SortRole: return sortValue(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Best && row.best)
            return tr("Trial %1, by the search's own metric").arg(QLocale().toString(row.bestNumber));
        return row.tip;
    case Qt::TextAlignmentRole:
        return int((index.column() == Name || index.column() == Work ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: return theme.bodyFont();
    case Qt::ForegroundRole:
        if (index.column() == Work)
            return theme.colour(cellWorkRole(row.work));
        if (index.column() == Failed)
            return theme.colour(row.failed > 0 ? Role::Bad : Role::Dim);
        return {};
    default: return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        switch (section) {
        case Name: return tr("Cell");
        case Seeds: return tr("Seeds");
        case Trials: return tr("Trials");
        case Best: return tr("Best");
        case Runs: return tr("Trainings");
        case Failed: return tr("Failed");
        case Work: return tr("State");
        default: return {};
        }
    if (role == Qt::ToolTipRole)
        switch (section) {
        case Name: return tr("The settings that tell the cells of the plan apart");
        case Seeds: return tr("Fresh seeds every variant is trained with");
        case Trials: return tr("Trials of the cell's searches that have ended");
        case Best: return tr("Value of the best trial of the search");
        case Runs: return tr("Trainings of variants that have ended, failed ones too");
        case Failed: return tr("Trainings of variants that failed or diverged");
        default: return {};
        }
    return {};
}

FigureTable CellTableModel::table() const
{
    FigureTable table;
    for (const char* column : {"cell", "seeds", "trials_done", "trials", "best_value", "runs_done", "runs", "runs_failed", "state"})
        table.header << QString::fromLatin1(column);
    const auto name = [](CellWork work) {
        switch (work) {
        case CellWork::Waiting: return "waiting";
        case CellWork::Here: return "running here";
        case CellWork::Elsewhere: return "running elsewhere";
        case CellWork::Done: return "done";
        case CellWork::Unusable: return "cannot be used";
        }
        return "";
    };
    for (const CellRow& row : m_rows)
        table.rows.push_back({row.name, row.seeds, row.trialsDone, row.trials, row.best.value_or(std::numeric_limits<double>::quiet_NaN()),
                              row.runsDone, row.runs, row.failed, QString::fromLatin1(name(row.work))});
    return table;
}

} // namespace reweigh
