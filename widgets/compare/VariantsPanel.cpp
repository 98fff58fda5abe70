// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VariantsPanel.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/compare/MetricChoice.h"
#include "widgets/compare/SeedRowsView.h"
#include "widgets/panel/ControlRow.h"
#include "widgets/theme/Theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

QToolButton* choice(const QString& name, const QString& text, const QString& what, QButtonGroup& group)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(what);
    button->setToolTip(what);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    // In the dark style a pressed button is hard to recognise.
    QObject::connect(button, &QToolButton::toggled, button, [button](bool on) {
        QFont font = button->font();
        font.setBold(on);
        button->setFont(font);
    });
    group.addButton(button);
    return button;
}

} // namespace

VariantsPanel::VariantsPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("variants"), tr("Variants"), bench, parent)
    , m_view(new SeedRowsView)
    , m_note(new QLabel)
    , m_metric(new MetricChoice(QStringLiteral("variants"), tr("Metric"), tr("What the variants are compared by")))
{
    setBody(makeBody());
}

QWidget* VariantsPanel::makeBody()
{
    const Theme& theme = Theme::instance();
    m_metric->setMinimumContentsLength(12);
    m_metric->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_metric, &MetricChoice::metricChanged, this, &VariantsPanel::scheduleRefresh);

    auto* group = new QButtonGroup(this);
    m_variantsButton = choice(QStringLiteral("variants-show-variants"), tr("Variants"), tr("Show the compared variants"), *group);
    m_trialsButton = choice(QStringLiteral("variants-show-trials"), tr("Chosen trials"), tr("Show the chosen trials side by side"), *group);
    m_variantsButton->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, [this] { scheduleRefresh(); });

    m_note->setObjectName(QStringLiteral("variants-note"));
    m_note->setWordWrap(true);
    m_switch = sideBySide({m_variantsButton, m_trialsButton});
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.grid(0.75));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    column->addWidget(new ControlRow(m_switch, m_metric));
    return body;
}

void VariantsPanel::attach(OpenStudy& study)
{
    followVariants(study, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::selectionChanged, this, [this] { scheduleRefresh(); });
}

bool VariantsPanel::showsTrials() const
{
    return m_trialsButton->isEnabled() && (m_trialsButton->isChecked() || m_noVariants);
}

void VariantsPanel::refresh()
{
    const Selection::Trials& chosen = study().selection().trials();
    const bool several = chosen.size() > 1;
    m_trialsButton->setEnabled(several);
    m_switch->setVisible(several);
    const ComparedVariants compared = gatherVariants(study().snapshot());
    m_noVariants = compared.list.empty();
    m_metric->setVisible(!showsTrials()); // trials are shown by the search's objective only
    if (showsTrials()) {
        m_view->setRows(trialRows(*study().snapshot(), chosen));
        const int shown = int(m_view->rows().rows.size());
        setScope(int(chosen.size()) > shown ? tr("%1 of %2 chosen trials, by the search's own metric")
                                                  .arg(QLocale().toString(shown), QLocale().toString(int(chosen.size())))
                                            : tr("%n chosen trial(s), by the search's own metric", nullptr, shown));
        m_note->setText(note());
        showBody();
        return;
    }
    if (m_noVariants) {
        m_view->setRows({});
        if (study().isOthers())
            return showEmpty(othersSentence());
        showEmpty(tr("The best architecture, retrained beside its controls on fresh seeds, will be here: every seed, means with intervals, "
                     "paired "
                     "differences."),
                  bench().action(QStringLiteral("compare")));
        return;
    }
    m_view->setRows(variantRows(compared, m_metric->metric()));
    int seeds = 0;
    for (const SeedRow& row : m_view->rows().rows)
        seeds = std::max(seeds, row.interval.n);
    setScope(tr("tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seed(s)", "%1: last 5 epochs", seeds)
                 .arg(tr("last %n epoch(s)", nullptr, compared.lastEpochs)));
    m_note->setText(note());
    showBody();
}

QString VariantsPanel::note() const
{
    if (showsTrials())
        return tr("One seed each: these figures have no interval, and the best of many trials looks better than its architecture is.");
    if (m_view->rows().rows.empty())
        return tr("No variant has this figure yet.");
    const auto snapshot = study().snapshot();
    if (const StudyTrial* best = snapshot->best())
        if (const TrialFacts* facts = best->facts(); facts && overtakenBy(snapshot->variants, {facts->architecture, facts->metaLr}))
            return tr("The search has found a better trial since, %1: compare again to train that one too.")
                .arg(QLocale().toString(qlonglong(best->number)));
    return tr("Same seeds, splits and budget for every variant unless it says otherwise; the search never saw test data.");
}

void VariantsPanel::retheme()
{
    m_note->setFont(Theme::instance().scopeFont());
    setInk(*m_note, Role::Dim);
}

QString VariantsPanel::summary() const
{
    QStringList said;
    for (const SeedRow& row : m_view->rows().rows)
        said << (row.minusFirst ? tr("%1: %2, minus %3: %4 points", "a variant, its mean, the first variant, their difference")
                                      .arg(row.name, meanText(row.interval), m_view->rows().first, pointsText(row.minusFirst->mean))
                                : tr("%1: %2").arg(row.name, meanText(row.interval)));
    return said.isEmpty() ? tr("No variant has run yet.")
                          : tr("%1. %2.", "metric, then its rows").arg(m_view->rows().axis, said.join(QStringLiteral("; ")));
}

FigureTable VariantsPanel::table() const
{
    return m_view->rows().table();
}

void VariantsPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const Theme& theme = Theme::instance();
    const int line = QFontMetrics(theme.scopeFont()).height(), foot = PaintedView::noteHeight(theme.scopeFont(), note(), target.width());
    m_view->paint(painter, target.adjusted(0, 0, 0, -foot - line));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    drawWrapped(painter, target, Qt::AlignLeft | Qt::AlignBottom, note());
    painter.drawText(target.adjusted(0, 0, 0, -foot), int(Qt::AlignRight | Qt::AlignBottom), m_view->rows().axis);
}

int VariantsPanel::figureHeight(int width) const
{
    const QFont font = Theme::instance().scopeFont();
    return m_view->heightFor(width) + PaintedView::noteHeight(font, note(), width) + QFontMetrics(font).height();
}

} // namespace reweigh
