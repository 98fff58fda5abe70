// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/CellsPanel.h"

#include "core/storage/StudyFolder.h"
#include "widgets/panel/PlainHeader.h"
#include "widgets/plan/CellTableModel.h"
#include "widgets/plan/PlanText.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace reweigh {

CellsPanel::CellsPanel(Workbench& bench, QWidget* parent)
    : PlanPanel(QStringLiteral("plan-cells"), tr("Cells"), bench, parent)
    , m_cells(new CellTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new QTableView)
    , m_note(makePlanNote(QStringLiteral("plan-cells-note")))
{
    m_sorted->setSourceModel(m_cells);
    m_sorted->setSortRole(CellTableModel::SortRole);
    setBody(makeBody());
    setFocusProxy(m_view);
    connect(&plan(), &OpenPlan::jobChanged, this, &CellsPanel::scheduleRefresh);
    connect(&bench, &Workbench::trainingsChanged, this, &CellsPanel::scheduleRefresh);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { openCell(m_shown->state.cells[std::size_t(m_sorted->mapToSource(index).row())]); });
}

QWidget* CellsPanel::makeBody()
{
    m_view->setObjectName(QStringLiteral("plan-cells-table"));
    m_view->setAccessibleName(tr("Cells of the plan"));
    m_view->setModel(m_sorted);
    auto* header = new PlainHeader(m_view);
    m_view->setHorizontalHeader(header);
    m_view->setItemDelegate(new PaddedDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false); // Tab moves to the next control
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    header->setSortIndicator(-1, Qt::AscendingOrder); // the plan's own order
    header->setSortIndicatorClearable(true);
    m_view->setSortingEnabled(true);
    connect(m_cells, &QAbstractItemModel::modelReset, m_view, &QTableView::resizeColumnsToContents);

    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.75));
    column->addWidget(m_view, 1);
    column->addWidget(m_note);
    return body;
}

/// Whether the plan's job, or a study that is open here, trains in the cell.
bool CellsPanel::runsHere(const CellState& cell) const
{
    if (plan().job().runs(cell.cell->name))
        return true;
    const std::filesystem::path file = StudyFolder::of(cell.cell->config).file();
    return std::ranges::any_of(bench().studies(), [&](const auto& study) {
        const RunState state = study->runner().state();
        return state != RunState::Idle && state != RunState::Paused && study->file() == file;
    });
}

void CellsPanel::refresh()
{
    m_shown = snapshotOrEmpty(tr("The cells of a plan will be here, with what is done of each."));
    if (!m_shown) {
        m_cells->setRows({});
        return;
    }
    m_cells->setRows(cellRows(*m_shown, [this](const CellState& cell) { return runsHere(cell); }));
    setScope(planScope());
    const PlanSize& size = m_shown->size;
    const int strangers = int(m_shown->state.strangers.size());
    QString note = tr("Enter or a double click opens a cell's study in Compare.");
    if (size.unusable > 0)
        note += QLatin1Char(' ') + tr("Cannot be used: %n cell(s); the tool tip says why and what helps.", nullptr, size.unusable);
    if (strangers > 0)
        note += QLatin1Char(' ') + tr("%n cell(s) of an earlier version of this plan are left alone.", nullptr, strangers);
    m_note->setText(note);
    showBody();
}

void CellsPanel::retheme()
{
    dimNote(*m_note);
    m_view->viewport()->update();
}

QString CellsPanel::summary() const
{
    std::array<int, 5> count{};
    for (const CellRow& row : m_cells->rows())
        ++count[std::size_t(row.work)];
    if (m_cells->rows().empty())
        return tr("No plan is open.");
    const QString said = tr("%Ln cell(s): %1 done, %2 running, %3 waiting", nullptr, int(m_cells->rows().size()))
                             .arg(QLocale().toString(count[std::size_t(CellWork::Done)]),
                                  QLocale().toString(count[std::size_t(CellWork::Here)] + count[std::size_t(CellWork::Elsewhere)]),
                                  QLocale().toString(count[std::size_t(CellWork::Waiting)]));
    const int unusable = count[std::size_t(CellWork::Unusable)];
    return unusable == 0 ? said : tr("%1, %n of them cannot be used", "cells of a plan", unusable).arg(said);
}

FigureTable CellsPanel::table() const
{
    return m_cells->table();
}

} // namespace reweigh
