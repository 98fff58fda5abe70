// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/TransferPanel.h"

#include "widgets/plan/GainGridView.h"

#include <QPainter>

namespace reweigh {

TransferPanel::TransferPanel(Workbench& bench, QWidget* parent)
    : PlanPanel(QStringLiteral("plan-transfer"), tr("Transfer"), bench, parent)
    , m_view(new GainGridView(QStringLiteral("plan-transfer-view"), tr("Networks found in one cell and trained in another")))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    setBody(m_view->withKeys());
    setFocusProxy(m_view);
    connect(m_view, &GainGridView::picked, this, [this](int cell) { openCell(*m_view->grid().cells[std::size_t(cell)].cell); });
}

void TransferPanel::clear()
{
    m_job.cancel();
    m_view->setGrid({});
    m_shown = {};
}

void TransferPanel::refresh()
{
    const auto snapshot = snapshotOrEmpty(tr("How networks that a search found in one cell do in the others will be here."));
    if (!snapshot)
        return clear();
    if (!snapshot->plan->transfers) {
        clear();
        showEmpty(tr("This plan has no transfers: \"transfer\": true in its file trains the networks that one cell found in the others."));
        return;
    }
    m_job.request([snapshot] { return Computed{snapshot, transferMatrix(snapshot->state)}; });
}

void TransferPanel::take(Computed computed)
{
    m_view->setGrid(transferGrid(computed.matrix, *computed.plan->plan)); // before the snapshot of the present grid is dropped
    m_shown = std::move(computed);
    setScope(tr("test accuracy minus that of the cell's own network, points, 95 % · hatched: not decided, Holm over the matrix"));
    showBody();
    setAccessibleDescription(summary());
}

QString TransferPanel::summary() const
{
    QStringList said;
    for (const GainGrid::Cell& cell : m_view->grid().cells)
        said << cell.words;
    return said.isEmpty() ? tr("There is no matrix yet.") : said.join(QStringLiteral("; "));
}

FigureTable TransferPanel::table() const
{
    return transferTable(m_shown.matrix);
}

void TransferPanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_view->paint(painter, target);
}

int TransferPanel::figureHeight(int width) const
{
    return m_view->heightFor(width);
}

} // namespace reweigh
