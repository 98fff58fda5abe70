// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VerdictsPanel.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/ComparedVariants.h"
#include "widgets/compare/MetricChoice.h"
#include "widgets/compare/VerdictRowsView.h"
#include "widgets/panel/ControlRow.h"
#include "widgets/panel/WheelGuard.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reweigh {
namespace {

constexpr const char* seedsKey = "variant-seeds";

} // namespace

VerdictsPanel::VerdictsPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("verdicts"), tr("Verdicts"), bench, parent)
    , m_view(new VerdictRowsView)
    , m_metric(new MetricChoice(QStringLiteral("verdicts"), tr("Metric of the verdicts"),
                                tr("What the verdicts are about; choose it before you look")))
    , m_note(new QLabel)
    , m_seeds(new QSpinBox)
    , m_queue(new QPushButton(tr("Queue the missing runs")))
{
    setBody(makeBody());
}

QWidget* VerdictsPanel::makeBody()
{
    const Theme& theme = Theme::instance();
    connect(m_metric, &MetricChoice::metricChanged, this, &VerdictsPanel::scheduleRefresh);
    m_note->setObjectName(QStringLiteral("verdicts-note"));
    m_note->setWordWrap(true);
    new WheelGuard(*m_seeds);
    m_seeds->setObjectName(QStringLiteral("verdicts-seeds"));
    m_seeds->setRange(1, 1000);
    m_seeds->setKeyboardTracking(false);
    m_seeds->setProperty("refused", false); // what it sets is undone as a setting; see SharedKeys of the window
    m_seeds->setAccessibleName(tr("Seeds per variant"));
    m_seeds->setToolTip(tr("Fresh seeds every variant is trained with; runs that are finished are kept"));
    connect(m_seeds, &QSpinBox::valueChanged, this, [this](int seeds) {
        if (const Status set = study().document().set(seedsKey, seeds, tr("Seeds per variant")); !set)
            scheduleRefresh();
    });
    m_queue->setObjectName(QStringLiteral("verdicts-queue"));
    m_queue->setAccessibleName(m_queue->text());
    connect(m_queue, &QPushButton::clicked, this, [this] {
        if (QAction* compare = this->bench().action(QStringLiteral("compare")))
            compare->trigger();
    });

    auto* label = new QLabel(tr("Seeds per variant"));
    label->setBuddy(m_seeds);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.grid(0.75));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    column->addWidget(new ControlRow(sideBySide({label, m_seeds, m_metric}), m_queue));
    return body;
}

void VerdictsPanel::attach(OpenStudy& study)
{
    followVariants(study, this, [this] { scheduleRefresh(); });
}

void VerdictsPanel::refresh()
{
    const ComparedVariants compared = gatherVariants(study().snapshot());
    if (compared.list.empty()) {
        m_view->setRows({});
        showEmpty(tr("What the comparison says of each difference will be here: better, worse, or how many seeds it takes to tell."),
                  bench().action(QStringLiteral("compare")));
        return;
    }
    m_view->setRows(verdictRows(compared.study->variants, m_metric->metric()));
    m_note->setText(note());
    m_note->setVisible(!m_note->text().isEmpty());
    setScope(tr("%1 over the last epochs, paired over seeds, Holm over the table").arg(variantWords(m_metric->metric().title)));
    showQueue(compared.missing(study().config().search.variantSeeds));
    showBody();
}

QString VerdictsPanel::note() const
{
    const QString rank = signedRankNote(m_view->rows());
    if (m_metric->currentIndex() <= 0)
        return rank;
    const QString chosen = tr("Holm counts this table alone: a metric that is chosen because of what it shows is no test of it.");
    return rank.isEmpty() ? chosen : QStringLiteral("%1 %2").arg(chosen, rank);
}

void VerdictsPanel::showQueue(int missing)
{
    if (const int seeds = study().config().search.variantSeeds; seeds != m_seeds->value()) { // else what is being typed stays
        const QSignalBlocker quiet(m_seeds);
        m_seeds->setValue(seeds);
    }
    const bool idle = study().runner().state() == RunState::Idle;
    QAction* compare = bench().action(QStringLiteral("compare"));
    m_queue->setEnabled(compare && compare->isEnabled() && missing > 0 && idle);
    m_queue->setToolTip(missing == 0                       ? tr("Every variant has its seeds: ask for more of them first")
                        : !idle                            ? tr("A study is running: wait for it, or stop it")
                        : m_queue->isEnabled() || !compare ? tr("%n training(s) are missing", nullptr, missing)
                                                           : compare->toolTip());
}

void VerdictsPanel::retheme()
{
    m_note->setFont(Theme::instance().scopeFont());
    setInk(*m_note, Role::Dim);
}

QString VerdictsPanel::summary() const
{
    QStringList said;
    for (const VerdictRow& row : m_view->rows())
        said << tr("%1: %2, %3", "difference, verdict, what was seen").arg(row.statement, row.verdict(), row.seen);
    return said.isEmpty() ? tr("Nothing can be judged yet.") : said.join(QStringLiteral("; "));
}

FigureTable VerdictsPanel::table() const
{
    return verdictTable(m_view->rows());
}

void VerdictsPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const Theme& theme = Theme::instance();
    const QString words = note();
    m_view->paint(painter, target.adjusted(0, 0, 0, -PaintedView::noteHeight(theme.scopeFont(), words, target.width())));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    drawWrapped(painter, target, Qt::AlignLeft | Qt::AlignBottom, words);
}

int VerdictsPanel::figureHeight(int width) const
{
    return m_view->heightFor(width) + PaintedView::noteHeight(Theme::instance().scopeFont(), note(), width);
}

} // namespace reweigh
