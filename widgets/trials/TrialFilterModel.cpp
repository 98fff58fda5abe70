// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialFilterModel.h"

#include <algorithm>

namespace reweigh {

TrialFilterModel::TrialFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TrialTableModel::RawRole);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void TrialFilterModel::setSource(TrialTableModel& trials)
{
    m_trials = &trials;
    setSourceModel(&trials);
}

void TrialFilterModel::setText(const QString& text)
{
    change(m_words, text.toCaseFolded().split(' ', Qt::SkipEmptyParts));
}

void TrialFilterModel::setStates(std::set<TrialState> states)
{
    change(m_states, std::move(states));
}

void TrialFilterModel::setStarredOnly(bool on)
{
    change(m_starredOnly, on);
}

void TrialFilterModel::setTag(const QString& tag)
{
    change(m_tag, tag);
}

void TrialFilterModel::setLeft(const std::optional<Selection::Trials>& left)
{
    change(m_left, left);
}

std::int64_t TrialFilterModel::trialAt(int row) const
{
    return m_trials->trial(mapToSource(index(row, 0)).row()).number;
}

QModelIndex TrialFilterModel::indexOf(std::int64_t trial, int column) const
{
    const int row = m_trials->rowOf(trial);
    return row < 0 ? QModelIndex() : mapFromSource(m_trials->index(row, column));
}

bool TrialFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const StudyTrial& trial = m_trials->trial(row);
    if (!m_states.empty() && !m_states.contains(trial.state))
        return false;
    if (m_left && !m_left->contains(trial.number))
        return false;
    const TrialMarks& marks = m_trials->marks(row);
    if ((m_starredOnly && !marks.star) || (!m_tag.isEmpty() && !marks.tags.contains(m_tag)))
        return false;
    return m_words.isEmpty()
           || std::ranges::all_of(m_words, [text = m_trials->searchText(row)](const QString& word) { return text.contains(word); });
}

bool TrialFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole()), b = right.data(sortRole());
    if (!a.isValid() || !b.isValid())
        // For descending order the proxy swaps the operands, so the result for empty values is swapped too.
        return a.isValid() != b.isValid() && (sortOrder() == Qt::AscendingOrder ? a.isValid() : b.isValid());
    if (a.typeId() == QMetaType::QString || b.typeId() == QMetaType::QString)
        return m_collator.compare(a.toString(), b.toString()) < 0;
    if (a.typeId() == QMetaType::ULongLong) // seeds have 64 bits and would lose digits as double
        return a.toULongLong() < b.toULongLong();
    return a.toDouble() < b.toDouble();
}

} // namespace reweigh
