// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VerdictsPanel.h"

#include "widgets/compare/ClaimRowsView.h"
#include "widgets/compare/CompareText.h"
#include "widgets/compare/ControlRow.h"
#include "widgets/compare/FollowArms.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace reweigh {
namespace {

constexpr const char* seedsKey = "arm-seeds";

} // namespace

VerdictsPanel::VerdictsPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("verdicts"), tr("Verdicts"), bench, parent)
    , m_view(new ClaimRowsView)
    , m_note(new QLabel)
    , m_seeds(new QSpinBox)
    , m_queue(new QPushButton(tr("Queue the missing runs")))
{
    setBody(makeBody());
}

QWidget* VerdictsPanel::makeBody()
{
    const Theme& theme = Theme::instance();
    m_note->setObjectName(QStringLiteral("verdicts-note"));
    m_note->setWordWrap(true);
    m_seeds->setObjectName(QStringLiteral("verdicts-seeds"));
    m_seeds->setRange(1, 1000);
    m_seeds->setKeyboardTracking(false);
    m_seeds->setAccessibleName(tr("Seeds an arm"));
    m_seeds->setToolTip(tr("Fresh training seeds every arm is run with; runs that are finished are kept"));
    connect(m_seeds, &QSpinBox::valueChanged, this, [this](int seeds) {
        if (const Status set = study().document().set(seedsKey, seeds, tr("Seeds an arm")); !set)
            scheduleRefresh();
    });
    m_queue->setObjectName(QStringLiteral("verdicts-queue"));
    m_queue->setAccessibleName(m_queue->text());
    connect(m_queue, &QPushButton::clicked, this, [this] {
        if (QAction* compare = this->bench().action(QStringLiteral("compare")))
            compare->trigger();
    });

    auto* label = new QLabel(tr("Seeds an arm"));
    label->setBuddy(m_seeds);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.grid(0.75));
    column->addWidget(m_view->scrolled(), 1);
    column->addWidget(m_note);
    column->addWidget(new ControlRow(sideBySide({label, m_seeds}), m_queue));
    return body;
}

void VerdictsPanel::attach(OpenStudy& study)
{
    followArms(study, this, [this] { scheduleRefresh(); });
}

void VerdictsPanel::refresh()
{
    const ArmRuns arms = gatherArms(study());
    if (arms.arms.empty()) {
        m_view->setRows({});
        showEmpty(tr("What the comparison says of each claim will be here: supported, refuted, or how many seeds it takes to tell."),
                  bench().action(QStringLiteral("compare")));
        return;
    }
    m_view->setRows(claimRows(arms));
    m_note->setText(signedRankNote(m_view->rows()));
    m_note->setVisible(!m_note->text().isEmpty());
    setScope(tr("%1, paired over seeds, Holm over the table").arg(armMetrics().front().name));
    showQueue(arms.missing(study().config().search.armSeeds));
    showBody();
}

void VerdictsPanel::showQueue(int missing)
{
    const QSignalBlocker quiet(m_seeds);
    m_seeds->setValue(study().config().search.armSeeds);
    const bool idle = study().runner().state() == RunState::Idle;
    QAction* compare = bench().action(QStringLiteral("compare"));
    m_queue->setEnabled(compare && compare->isEnabled() && missing > 0 && idle);
    m_queue->setToolTip(missing == 0 ? tr("Every arm has its seeds: ask for more of them first")
                        : !idle      ? tr("Something runs: wait for it, or stop it")
                        : m_queue->isEnabled() || !compare ? tr("%n training(s) are missing", nullptr, missing)
                                                           : compare->toolTip());
}

void VerdictsPanel::retheme()
{
    m_note->setFont(Theme::instance().scopeFont());
    QPalette dim = m_note->palette();
    dim.setColor(QPalette::WindowText, Theme::instance().colour(Role::Dim));
    m_note->setPalette(dim);
}

QString VerdictsPanel::summary() const
{
    QStringList said;
    for (const ClaimRow& row : m_view->rows())
        said << tr("%1: %2, %3", "claim, verdict, what was seen").arg(row.statement, row.verdict(), row.seen);
    return said.isEmpty() ? tr("No claim can be judged yet.") : said.join(QStringLiteral("; "));
}

FigureTable VerdictsPanel::table() const
{
    return claimTable(m_view->rows());
}

void VerdictsPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const Theme& theme = Theme::instance();
    const QString note = signedRankNote(m_view->rows());
    const int foot = note.isEmpty() ? 0 : QFontMetrics(theme.scopeFont()).height() * 2;
    m_view->paint(painter, target.adjusted(0, 0, 0, -foot));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    painter.drawText(target, int(Qt::AlignLeft | Qt::AlignBottom), note);
}

} // namespace reweigh
