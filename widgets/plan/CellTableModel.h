// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/plan/PlanSnapshot.h"
#include "widgets/panel/FigureTable.h"
#include "widgets/theme/Theme.h"

#include <QAbstractTableModel>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace reweigh {

enum class CellWork { Waiting, Here, Elsewhere, Done, Unusable };

/// A cell of a plan as a row of the table.
struct CellRow {
    QString name, tip;
    int seeds = 0;
    int trialsDone = 0, trials = 0; ///< of its searches; 0 of 0 where no variant needs one
    std::optional<double> best;     ///< value of the search's best trial
    qint64 bestNumber = -1;         ///< number of that trial
    int runsDone = 0, runs = 0;     ///< trainings of variants; failed ones are done
    int failed = 0;
    CellWork work = CellWork::Waiting;
};

/// "✓ done", "▶ running here", "▷ running elsewhere", "○ waiting", "✕ cannot be used".
QString cellWorkText(CellWork work);
Role cellWorkRole(CellWork work);

/// The cells of a plan, in its order. `runsHere`: whether this program trains in the cell now.
std::vector<CellRow> cellRows(const PlanSnapshot& plan, const std::function<bool(const CellState&)>& runsHere);

/// The cells of a plan as a table. A row keeps its place, so that selection and position survive a change.
class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Seeds, Trials, Best, Runs, Failed, Work, ColumnCount };
    static constexpr int SortRole = Qt::UserRole; ///< the value to sort by

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<CellRow> rows);
    const std::vector<CellRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The rows with untranslated column names, for CSV files.
    FigureTable table() const;

private:
    QString text(const CellRow& row, int column) const;
    static QVariant sortValue(const CellRow& row, int column);

    std::vector<CellRow> m_rows;
};

} // namespace reweigh
