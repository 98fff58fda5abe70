// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialListPanel.h"

#include "widgets/theme/Theme.h"
#include "widgets/trials/TrialActions.h"
#include "widgets/trials/TrialListDelegate.h"
#include "widgets/trials/TrialScope.h"
#include "widgets/trials/TrialSelectionLink.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace reweigh {

TrialListPanel::TrialListPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("trial-list"), tr("Trials"), bench, parent)
    , m_trials(new TrialTableModel(this))
    , m_shown(new TrialFilterModel(this))
    , m_list(new QListView(this))
    , m_actions(new TrialActions(bench, nullptr, this))
{
    m_shown->setSource(*m_trials);
    m_list->setObjectName(QStringLiteral("trialList"));
    m_list->setAccessibleName(tr("Trials by number"));
    m_list->setItemDelegate(new TrialListDelegate(m_list));
    m_list->setUniformItemSizes(true); // 10,000 trials: only those in sight are asked for
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    // A list that shows the newest trial goes on showing it.
    connect(m_shown, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* bar = m_list->verticalScrollBar();
        if (bar->maximum() > 0 && bar->value() == bar->maximum())
            QMetaObject::invokeMethod(m_list, &QListView::scrollToBottom, Qt::QueuedConnection);
    });
    m_link = new TrialSelectionLink(*m_list, *m_shown);
    m_list->setModelColumn(m_trials->columnOf(TrialColumn::Number));
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    setBody(m_list);
    setFocusProxy(m_list);
    m_actions->addTo(menu());
}

bool TrialListPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->text() == QLatin1String("*")) {
        m_actions->toggleStar();
        return true;
    }
    if (watched == m_list->viewport() && event->type() == QEvent::ContextMenu) {
        menu().popup(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void TrialListPanel::attach(OpenStudy& study)
{
    m_link->follow(study.selection());
    for (const auto signal : {&OpenStudy::snapshotChanged, &OpenStudy::marksChanged, &OpenStudy::selectionChanged,
                              &OpenStudy::filterChanged, &OpenStudy::configChanged})
        connect(&study, signal, this, &TrialListPanel::scheduleRefresh);
}

void TrialListPanel::refresh()
{
    OpenStudy& study = this->study();
    m_trials->setSnapshot(study.snapshot());
    m_trials->setMarks(study.document().allMarks());
    m_shown->setLeft(study.selection().filter());
    m_link->pull();
    m_actions->update();
    if (m_trials->rowCount() == 0) {
        showEmpty(tr("Trials will stand here as they begin."), bench().action("run"));
        return;
    }
    showBody();
    setScope(scopeText());
}

/// "12 of 30": trials begun, of the budget. A study that has spent it, or that is not ours, has only a number.
QString TrialListPanel::scopeText() const
{
    const StudySnapshot& snapshot = m_trials->snapshot();
    const int begun = countTrials(snapshot).all, budget = snapshot.facts ? study().config().search.trials : 0;
    const auto& left = study().selection().filter();
    if (left)
        return tr("%1 of %2 shown").arg(QLocale().toString(m_shown->rowCount()), QLocale().toString(begun));
    return begun < budget ? tr("%1 of %2").arg(QLocale().toString(begun), QLocale().toString(budget)) : QLocale().toString(begun);
}

QString TrialListPanel::summary() const
{
    return m_trials->rowCount() == 0 ? tr("No trial yet.") : tr("%n trial(s) begun.", nullptr, m_trials->rowCount());
}

FigureTable TrialListPanel::table() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        rows.push_back(m_shown->mapToSource(m_shown->index(row, 0)).row());
    return m_trials->table(rows);
}

void TrialListPanel::retheme()
{
    m_list->doItemsLayout(); // entries are as high as the font says
}

} // namespace reweigh
