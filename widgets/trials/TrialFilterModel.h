// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/trials/TrialTableModel.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <set>

namespace reweigh {

/// Filters and sorts the rows of a TrialTableModel. A shown trial meets all conditions. Rows are sorted by raw values; empty values
/// come last in both directions.
class TrialFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TrialFilterModel(QObject* parent = nullptr);

    void setSource(TrialTableModel& trials);
    TrialTableModel& source() const { return *m_trials; }

    void setText(const QString& text);           ///< the row must contain every word
    void setStates(std::set<TrialState> states); ///< an empty set: all states
    void setStarredOnly(bool on);
    void setTag(const QString& tag);                            ///< empty: trials with any tags or none
    void setLeft(const std::optional<Selection::Trials>& left); ///< trials that pass the filter of the plots; without a value all

    std::int64_t trialAt(int row) const;
    QModelIndex indexOf(std::int64_t trial, int column = 0) const; ///< invalid if the trial is hidden

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// Filters all rows anew, because hiding scattered rows one by one is slow in a large study.
    template <typename T> void change(T& member, T value)
    {
        if (member == value)
            return;
        member = std::move(value);
        invalidate();
    }

    TrialTableModel* m_trials = nullptr;
    QStringList m_words;
    std::set<TrialState> m_states;
    bool m_starredOnly = false;
    QString m_tag;
    std::optional<Selection::Trials> m_left;
    QCollator m_collator;
};

} // namespace reweigh
