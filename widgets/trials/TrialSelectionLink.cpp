// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialSelectionLink.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace reweigh {

TrialSelectionLink::TrialSelectionLink(QAbstractItemView& view, TrialFilterModel& model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    // Connected before the view gets the model: removed rows are deselected in the view, and this object must be notified first.
    const auto hold = [this] { m_busy = true; };
    const auto release = [this] {
        m_busy = false;
        pull();
    };
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, hold);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, hold);
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, hold);
    view.setModel(&model);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, release);
    connect(&model, &QAbstractItemModel::modelReset, this, release);
    connect(&model, &QAbstractItemModel::layoutChanged, this, release);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TrialSelectionLink::pull);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrialSelectionLink::push);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, &TrialSelectionLink::pushCurrent);
}

void TrialSelectionLink::follow(Selection& selection)
{
    m_selection = &selection;
    m_shown.reset();
}

void TrialSelectionLink::push()
{
    if (m_busy || !m_selection)
        return;
    const QScopedValueRollback busy(m_busy, true);
    Selection::Trials trials;
    const QItemSelectionModel& chosen = *m_view.selectionModel();
    for (const QItemSelectionRange& range : chosen.selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            trials.insert(m_model.trialAt(row));
    std::optional<std::int64_t> current;
    if (const QModelIndex at = chosen.currentIndex(); at.isValid() && trials.contains(m_model.trialAt(at.row())))
        current = m_model.trialAt(at.row());
    else if (!trials.empty())
        current = *trials.begin();
    m_shown = current;
    m_selection->set(std::move(trials), current);
}

/// The view also makes a row the current one when it gets the focus, which chooses nothing: trials that a filter hides stay selected.
void TrialSelectionLink::pushCurrent(const QModelIndex& at)
{
    if (m_busy || !m_selection || !at.isValid())
        return;
    const std::int64_t trial = m_model.trialAt(at.row());
    if (!m_selection->trials().contains(trial))
        return;
    const QScopedValueRollback busy(m_busy, true);
    m_shown = trial;
    m_selection->set(m_selection->trials(), trial);
}

void TrialSelectionLink::pull()
{
    if (m_busy || !m_selection)
        return;
    const QScopedValueRollback busy(m_busy, true);
    std::vector<int> rows;
    for (const std::int64_t trial : m_selection->trials())
        if (const QModelIndex at = m_model.indexOf(trial); at.isValid())
            rows.push_back(at.row());
    std::ranges::sort(rows);
    QItemSelection wanted;
    for (std::size_t first = 0, next = 0; first < rows.size(); first = next) {
        for (next = first + 1; next < rows.size() && rows[next] == rows[next - 1] + 1;)
            ++next;
        wanted.select(m_model.index(rows[first], 0), m_model.index(rows[next - 1], m_model.columnCount() - 1));
    }
    QItemSelectionModel& chosen = *m_view.selectionModel();
    if (chosen.selection() != wanted)
        chosen.select(wanted, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const std::optional<std::int64_t> current = m_selection->current();
    const int column = chosen.currentIndex().isValid() ? chosen.currentIndex().column() : m_model.source().columnOf(TrialColumn::Number);
    const QModelIndex at = current ? m_model.indexOf(*current, column) : QModelIndex();
    if (at.isValid() && at.row() != chosen.currentIndex().row())
        chosen.setCurrentIndex(at, QItemSelectionModel::NoUpdate);
    if (std::exchange(m_shown, current) != current && at.isValid()) // deferred until the view has its size
        QMetaObject::invokeMethod(
            &m_view, [view = &m_view] { view->scrollTo(view->currentIndex()); }, Qt::QueuedConnection);
}

} // namespace reweigh
