// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialActions.h"

#include "widgets/text/ErrorText.h"
#include "widgets/trials/TrialCommand.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace reweigh {

TrialActions::TrialActions(Workbench& bench, const TrialTableModel* rows, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_rows(rows)
    , m_star(add(QStringLiteral("starTrial"), tr("Star (*)"), &TrialActions::toggleStar))
    , m_copyCommand(add(QStringLiteral("copyTrialCommand"), tr("Copy command line"), &TrialActions::doCopyCommand))
    , m_copyJson(add(QStringLiteral("copyTrialJson"), tr("Copy JSON"), &TrialActions::doCopyJson))
    , m_copyRows(add(QStringLiteral("copyTrialRows"), tr("Copy as rows"), &TrialActions::doCopyRows))
    , m_filter(add(QStringLiteral("filterToTrials"), tr("Filter to selection"), &TrialActions::doFilter))
    , m_showAll(add(QStringLiteral("showAllTrials"), tr("Show all trials"), &TrialActions::doShowAll))
    , m_showCurve(add(QStringLiteral("showTrialCurve"), tr("Show in weight curve"), &TrialActions::doShowCurve))
{
    m_star->setCheckable(true);
}

QAction* TrialActions::add(const QString& name, const QString& text, void (TrialActions::*act)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void TrialActions::addTo(QMenu& menu) const
{
    menu.addAction(m_star);
    menu.addAction(m_showCurve);
    menu.addSeparator();
    menu.addActions({m_copyCommand, m_copyJson});
    if (m_rows)
        menu.addAction(m_copyRows);
    menu.addSeparator();
    menu.addActions({m_filter, m_showAll});
}

const StudyTrial* TrialActions::current() const
{
    OpenStudy& study = m_bench.current();
    const std::optional<std::int64_t> number = study.selection().current();
    return number ? study.snapshot()->trial(*number) : nullptr;
}

void TrialActions::update()
{
    OpenStudy& study = m_bench.current();
    const StudyTrial* trial = current();
    for (QAction* action : {m_star, m_copyJson, m_copyRows, m_filter, m_showCurve})
        action->setEnabled(trial);
    m_star->setChecked(trial && study.document().marks(trial->number).star);
    m_copyCommand->setEnabled(trial && study.snapshot()->facts);
    m_showAll->setEnabled(study.selection().brush() || !study.selection().line().isEmpty());
}

void TrialActions::toggleStar()
{
    OpenStudy& study = m_bench.current();
    ExperimentDocument& document = study.document();
    const Selection::Trials trials = study.selection().trials();
    if (trials.empty())
        return;
    const bool on = !std::ranges::all_of(trials, [&](std::int64_t trial) { return document.marks(trial).star; });
    const QString what =
        on ? tr("Star %n trial(s)", nullptr, int(trials.size())) : tr("Take the star from %n trial(s)", nullptr, int(trials.size()));
    document.undoStack().beginMacro(what);
    for (const std::int64_t trial : trials) {
        TrialMarks marks = document.marks(trial);
        marks.star = on;
        document.setMarks(trial, marks, what);
    }
    document.undoStack().endMacro();
    update();
}

void TrialActions::copy(const QString& text, const QString& said)
{
    QGuiApplication::clipboard()->setText(text);
    m_bench.current().tell({.text = said, .topic = "copy"});
}

void TrialActions::doCopyCommand()
{
    const StudyTrial* trial = current();
    if (!trial)
        return;
    const Result<ExperimentConfig> config = configOf(*trial, *m_bench.current().snapshot());
    if (config)
        copy(QString::fromStdString(trainCommand(*config)), tr("The command line that retrains trial %1 is copied.").arg(trial->number));
    else
        m_bench.current().tell({.severity = Severity::Problem, .text = errorText(config.error()), .topic = "copy"});
}

void TrialActions::doCopyJson()
{
    const StudyTrial* trial = current();
    if (!trial)
        return;
    const Result<std::string> json = trialJson(*trial, *m_bench.current().snapshot());
    if (json)
        copy(QString::fromStdString(*json), tr("Trial %1 is copied as JSON.").arg(trial->number));
    else
        m_bench.current().tell({.severity = Severity::Problem, .text = errorText(json.error()), .topic = "copy"});
}

void TrialActions::doCopyRows()
{
    std::vector<int> rows;
    for (const std::int64_t trial : m_bench.current().selection().trials())
        if (const int row = m_rows->rowOf(trial); row >= 0)
            rows.push_back(row);
    if (!rows.empty())
        copy(QString::fromUtf8(m_rows->table(rows).toCsv()), tr("%n trial(s) are copied as rows.", nullptr, int(rows.size())));
}

void TrialActions::doFilter()
{
    Selection& selection = m_bench.current().selection();
    if (!selection.trials().empty())
        selection.setFilter(selection.trials());
}

void TrialActions::doShowAll()
{
    m_bench.current().selection().showAll();
}

void TrialActions::doShowCurve()
{
    if (const StudyTrial* trial = current())
        Q_EMIT m_bench.trialWanted(trial->number);
}

} // namespace reweigh
