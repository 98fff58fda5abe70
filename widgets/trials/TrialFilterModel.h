// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/trials/TrialTableModel.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace reweigh {

/// Filters and sorts the rows of a TrialTableModel: what passes the study's filter is shown. Rows are sorted by raw values; empty values
/// come last in both directions.
class TrialFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TrialFilterModel(QObject* parent = nullptr);

    void setSource(TrialTableModel& trials);
    TrialTableModel& source() const { return *m_trials; }

    /// The trials that pass the filter (Selection::filter()); without a value all. All rows are filtered anew, because hiding scattered
    /// rows one by one is slow in a large study.
    void setLeft(const std::optional<Selection::Trials>& left);

    std::int64_t trialAt(int row) const;
    QModelIndex indexOf(std::int64_t trial, int column = 0) const; ///< invalid if the trial is hidden

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    TrialTableModel* m_trials = nullptr;
    std::optional<Selection::Trials> m_left;
    QCollator m_collator;
};

} // namespace reweigh
