// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/HypothesesPanel.h"

#include "widgets/plan/ClaimRowsView.h"
#include "widgets/plan/PlanRunBar.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {

HypothesesPanel::HypothesesPanel(Workbench& bench, QWidget* parent)
    : PlanPanel(QStringLiteral("plan-hypotheses"), tr("Hypotheses"), bench, parent)
    , m_view(new ClaimRowsView)
    , m_note(makePlanNote(QStringLiteral("plan-hypotheses-note")))
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.75));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    column->addWidget(new PlanRunBar(plan()));
    setBody(body);
}

void HypothesesPanel::refresh()
{
    m_shown =
        snapshotOrEmpty(tr("The hypotheses of a plan will be here, with what its runs say of each, and the button that runs the rest."));
    if (!m_shown) {
        m_view->setRows({});
        return;
    }
    m_view->setRows(claimRows(*m_shown));
    setScope(m_view->rows().empty() ? planScope()
                                    : tr("first − second, or first − limit · Student t 95 % over seeds, Holm over the table"));
    m_note->setText(note());
    showBody();
}

QString HypothesesPanel::note() const
{
    if (m_view->rows().empty())
        return tr("This plan has no hypotheses: \"hypotheses\" in its file states them, best before the runs.");
    return std::ranges::any_of(m_view->rows(), &ClaimRow::provisional) ? tr(
               "Tinted: what the claim allows. A status is provisional while runs are missing: its level holds for one look, at all of "
               "them.")
                                                                       : tr("Tinted: what the claim allows.");
}

void HypothesesPanel::retheme()
{
    dimNote(*m_note);
}

QString HypothesesPanel::summary() const
{
    QStringList said;
    for (const ClaimRow& row : m_view->rows())
        said << tr("%1: %2, %3, %4", "hypothesis, claim, what was seen, status").arg(row.name, row.claim, row.seen, row.status);
    return said.isEmpty() ? tr("There is no hypothesis.") : said.join(QStringLiteral("; "));
}

FigureTable HypothesesPanel::table() const
{
    return m_shown ? claimTable(*m_shown) : FigureTable();
}

int HypothesesPanel::figureHeight(int width) const
{
    return m_view->heightFor(width);
}

void HypothesesPanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_view->paint(painter, target);
}

} // namespace reweigh
