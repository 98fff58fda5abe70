// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialFilterModel.h"

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

void TrialFilterModel::setLeft(const std::optional<Selection::Trials>& left)
{
    if (m_left == left)
        return;
    m_left = left;
    invalidate();
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
    return !m_left || m_left->contains(m_trials->trial(row).number);
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
