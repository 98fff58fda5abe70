// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/MatrixPanel.h"

#include "widgets/setup/RecipeWords.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace reweigh {

MatrixPanel::MatrixPanel(Workbench& bench, SampleChoice& choice, QWidget* parent)
    : Panel(QStringLiteral("matrix"), tr("Transition matrix"), bench, parent)
    , m_choice(choice)
    , m_view(new MatrixView)
    , m_cell(new QLabel)
    , m_hint(new QLabel(tr("click: show these images")))
{
    m_view->setObjectName(QStringLiteral("matrix-view"));
    m_view->setAccessibleName(tr("Transition matrix, rows true classes, columns given labels"));
    m_cell->setObjectName(QStringLiteral("matrix-cell"));
    m_cell->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_view, 1);
    column->addWidget(m_cell);
    column->addWidget(m_hint);
    setBody(body);
    connect(m_view, &MatrixView::pointedChanged, this, &MatrixPanel::showWords);
    connect(m_view, &MatrixView::chosen, &m_choice, [this](MatrixCell cell) { m_choice.set(cell.column, cell.row); });
    connect(&m_choice, &SampleChoice::changed, this, [this] {
        m_view->setChosen(m_choice.truly() ? MatrixCell{*m_choice.truly(), *m_choice.given()} : MatrixCell{});
    });
}

void MatrixPanel::attach(OpenStudy& study)
{
    connect(&study, &OpenStudy::previewChanged, this, &MatrixPanel::scheduleRefresh);
}

void MatrixPanel::refresh()
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return showEmpty(missingSentence(preview.get()));
    MatrixInfo info;
    for (int c = 0; c < preview->data.plan->classes; ++c)
        info.names.push_back(className(*preview, c));
    info.asked = preview->data.plan->transitionAsked;
    info.obtained = preview->info.transitionObtained;
    info.members = preview->info.trueCount;
    m_view->setInfo(std::move(info));
    setScope(tr("row: true, column: given"));
    showBody();
}

QString MatrixPanel::cellSentence(MatrixCell cell) const
{
    const MatrixInfo& info = m_view->info();
    const QLocale locale;
    return tr("%1 → %2: asked %3, obtained %4 (%5 of %6)")
        .arg(info.names[std::size_t(cell.row)], info.names[std::size_t(cell.column)],
             locale.toString(info.askedAt(cell.row, cell.column), 'f', 3), locale.toString(info.obtainedAt(cell.row, cell.column), 'f', 3),
             locale.toString(info.countAt(cell.row, cell.column)), locale.toString(info.members[std::size_t(cell.row)]));
}

void MatrixPanel::showWords()
{
    const MatrixCell cell = m_view->pointed();
    m_cell->setText(cell.valid() && m_view->info().classes() > 0 ? cellSentence(cell) : tr("hover: what was asked and what was obtained"));
    m_view->setAccessibleDescription(m_cell->text());
}

QString MatrixPanel::summary() const
{
    const auto preview = study().preview();
    if (!preview || preview->error)
        return missingSentence(preview.get());
    return tr("%1 of the labels are right; rows are true classes, columns given labels.").arg(percent(1.0 - preview->info.actualNoiseRate));
}

FigureTable MatrixPanel::table() const
{
    FigureTable table;
    table.header = {"true", "given", "asked", "obtained", "count", "of"};
    const MatrixInfo& info = m_view->info();
    for (int row = 0; row < info.classes(); ++row)
        for (int column = 0; column < info.classes(); ++column)
            table.rows.push_back({info.names[std::size_t(row)], info.names[std::size_t(column)], info.askedAt(row, column),
                                  info.obtainedAt(row, column), info.countAt(row, column), info.members[std::size_t(row)]});
    return table;
}

void MatrixPanel::paintFigure(QPainter& painter, const QRect& target)
{
    MatrixView::paint(painter, target, m_view->info());
}

void MatrixPanel::retheme()
{
    const Theme& theme = Theme::instance();
    for (const auto& [label, role] : {std::pair(m_cell, Role::Dim), std::pair(m_hint, Role::Selection)}) {
        QPalette ink = palette();
        ink.setColor(QPalette::WindowText, theme.colour(role));
        label->setPalette(ink);
        label->setFont(theme.scopeFont());
    }
}

} // namespace reweigh
