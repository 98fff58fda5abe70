// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialsPanel.h"

#include "widgets/panel/PlainHeader.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/trials/ColumnMemory.h"
#include "widgets/trials/TrialActions.h"
#include "widgets/trials/TrialFilterBar.h"
#include "widgets/trials/TrialListPanel.h"
#include "widgets/trials/TrialScope.h"
#include "widgets/trials/TrialSelectionLink.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace reweigh {

TrialsPanel::TrialsPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("trials"), tr("Trials"), bench, parent)
    , m_trials(new TrialTableModel(this))
    , m_shown(new TrialFilterModel(this))
    , m_table(new QTableView(this))
    , m_rows(new QStackedWidget(this))
    , m_noneText(new QLabel(this))
    , m_actions(new TrialActions(bench, m_trials, this))
    , m_clock(new QTimer(this))
{
    m_shown->setSource(*m_trials);
    makeTable();
    m_bar = new TrialFilterBar(*m_trials, this);
    connect(m_bar, &TrialFilterBar::edited, this, &TrialsPanel::applyLine);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.75));
    column->addWidget(m_bar);
    m_rows->addWidget(m_table);
    m_rows->addWidget(makeNone());
    column->addWidget(m_rows, 1);
    setBody(body);
    setFocusProxy(m_table);

    m_actions->addTo(menu());
    QMenu* columns = menu().addMenu(tr("Columns"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        m_columns->fill(*columns);
    });
    connect(m_trials, &TrialTableModel::marksEdited, this,
            [this](qint64 trial, const TrialMarks& marks, const QString& what) { study().document().setMarks(trial, marks, what); });
    connect(m_shown, &QAbstractItemModel::layoutChanged, this, &TrialsPanel::scheduleRefresh); // the scope counts the visible trials
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, m_trials, &TrialTableModel::tick);
}

/// What stands in the table's place while the filter keeps no trial; the filter line stays above it.
QWidget* TrialsPanel::makeNone()
{
    m_noneText->setObjectName(QStringLiteral("trialsNone"));
    m_noneText->setWordWrap(true);
    m_noneText->setAlignment(Qt::AlignCenter);
    keepInk(*m_noneText, Role::Dim);
    auto* none = new QWidget;
    auto* showAll = new QToolButton(none);
    showAll->setObjectName(QStringLiteral("trialsNoneAction"));
    showAll->setDefaultAction(m_actions->showAll());
    auto* column = new QVBoxLayout(none);
    column->addStretch();
    column->addWidget(m_noneText);
    column->addWidget(showAll, 0, Qt::AlignHCenter);
    column->addStretch();
    return none;
}

void TrialsPanel::makeTable()
{
    m_table->setObjectName(QStringLiteral("trialsTable"));
    m_table->setAccessibleName(tr("Trials of the study"));
    m_table->setHorizontalHeader(new PlainHeader(m_table));
    m_table->setItemDelegate(new PaddedDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false); // Tab moves to the next control
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    // The table is sorted from the start, by value, because that needs no facts of trials.
    m_table->horizontalHeader()->setSortIndicator(m_trials->columnOf(TrialColumn::Value), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_link = new TrialSelectionLink(*m_table, *m_shown);
    m_columns = new ColumnMemory(*m_table, id(), {"activation", "best-epoch", "train-seed"});
    connect(m_trials, &QAbstractItemModel::modelReset, this, &TrialsPanel::showColumns);
    connect(m_trials, &QAbstractItemModel::columnsInserted, this, &TrialsPanel::showColumns);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& at) {
        if (m_trials->columns()[std::size_t(at.column())].kind == TrialColumn::Star)
            m_shown->setData(at, !at.data(TrialTableModel::RawRole).toBool());
    });
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void TrialsPanel::showColumns()
{
    QStringList keys;
    for (const TrialColumn& column : m_trials->columns())
        keys << columnKey(column);
    const bool largest = m_trials->snapshot().direction == Direction::Maximize;
    if (m_columns->restore(keys, QStringLiteral("value"), largest ? Qt::DescendingOrder : Qt::AscendingOrder))
        return;
    m_columns->widen(m_trials->columnOf(TrialColumn::State), Theme::instance().grid(14)); // for the reason of a failure, or an epoch
}

bool TrialsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->text() == QLatin1String("*")) {
        m_actions->toggleStar();
        return true;
    }
    if (watched == m_table->viewport() && event->type() == QEvent::ContextMenu) {
        QMenu context;
        m_actions->addTo(context);
        context.exec(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    return Panel::eventFilter(watched, event);
}

void TrialsPanel::attach(OpenStudy& study)
{
    m_link->follow(study.selection());
    for (const auto signal : {&OpenStudy::snapshotChanged, &OpenStudy::marksChanged, &OpenStudy::selectionChanged,
                              &OpenStudy::filterChanged, &OpenStudy::configChanged})
        connect(&study, signal, this, &TrialsPanel::scheduleRefresh);
    for (const auto signal : {&OpenStudy::snapshotChanged, &OpenStudy::marksChanged})
        connect(&study, signal, this, [this] { applyLine(this->study().selection().line()); });
    applyLine(study.selection().line());
}

/// Every view follows the filter line, so it is applied whether or not this panel is visible.
void TrialsPanel::applyLine(const QString& line)
{
    OpenStudy& study = this->study();
    if (line.isEmpty())
        return study.selection().setLine({}, std::nullopt);
    m_trials->setSnapshot(study.snapshot());
    m_trials->setMarks(study.document().allMarks());
    m_bar->apply(study.selection(), line);
}

void TrialsPanel::refresh()
{
    OpenStudy& study = this->study();
    m_trials->setSnapshot(study.snapshot());
    m_trials->setMarks(study.document().allMarks());
    m_shown->setLeft(study.selection().filter());
    m_link->pull();
    m_actions->update();
    m_bar->bringUpToDate(study.selection());
    const TrialCounts counts = countTrials(*study.snapshot());
    if (counts.running > 0 && !m_clock->isActive())
        m_clock->start();
    else if (counts.running == 0)
        m_clock->stop();
    if (counts.all == 0) {
        showEmpty(tr("Every trial of the search will stand here: its network, its value, and what you note on it."), bench().action("run"));
        return;
    }
    m_noneText->setText(noneLeftText(counts.all));
    m_rows->setCurrentIndex(m_shown->rowCount() == 0 ? 1 : 0);
    showBody();
    setScope(scopeText());
}

QString TrialsPanel::scopeText() const
{
    const StudySnapshot& snapshot = m_trials->snapshot();
    const Selection& selection = study().selection();
    const QString counts = countsText(snapshot);
    const QString said = selection.brush() ? tr("%1 · %2", "counts · brush").arg(counts, brushText(snapshot, *selection.brush())) : counts;
    return selection.lineTrials() ? tr("%1 · %2 shown").arg(said, QLocale().toString(m_shown->rowCount())) : said;
}

QString TrialsPanel::summary() const
{
    if (m_trials->rowCount() == 0)
        return tr("No trial yet.");
    const StudyTrial* best = m_trials->snapshot().best();
    return best ? tr("Trials: %1. Best: trial %2 with %3.").arg(scope()).arg(best->number).arg(shownFigure(*best->value, 4))
                : tr("Trials: %1.").arg(scope());
}

FigureTable TrialsPanel::table() const
{
    std::vector<int> rows;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        rows.push_back(m_shown->mapToSource(m_shown->index(row, 0)).row());
    return m_trials->table(rows);
}

void TrialsPanel::focusFilter()
{
    m_bar->focusText();
}

void TrialsPanel::retheme()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + Theme::instance().grid(1));
}

} // namespace reweigh
