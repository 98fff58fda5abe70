// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/trials/TrialTableModel.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <set>

namespace reweigh {

/// What of a TrialTableModel is shown, and in which order. Every condition must hold; sorted by raw values, with nothing
/// after everything in both directions.
class TrialFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TrialFilterModel(QObject* parent = nullptr);

    void setSource(TrialTableModel& trials);
    TrialTableModel& source() const { return *m_trials; }

    void setText(const QString& text);               ///< every word must stand in the row
    void setStates(std::set<TrialState> states);     ///< none: all
    void setStarredOnly(bool on);
    void setTag(const QString& tag);                 ///< empty: any or none
    void setLeft(const std::optional<Selection::Trials>& left); ///< what a brush leaves; none: all

    std::int64_t trialAt(int row) const;
    QModelIndex indexOf(std::int64_t trial, int column = 0) const; ///< invalid where it is hidden

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// At once: row by row, scattered rows of a large study would take their time.
    template <typename T>
    void change(T& member, T value)
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
