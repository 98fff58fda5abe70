// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/PlanPanel.h"

#include "core/base/PathText.h"
#include "core/storage/StudyFolder.h"
#include "widgets/plan/PlanText.h"
#include "widgets/text/DataText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/theme/Theme.h"

#include <QLabel>
#include <QLocale>

#include <map>

namespace reweigh {

PlanPanel::PlanPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent)
    : Panel(id, title, bench, parent)
{
    connect(&plan(), &OpenPlan::snapshotChanged, this, &PlanPanel::scheduleRefresh);
}

QString PlanPanel::source() const
{
    return tr("plan %1").arg(plan().title());
}

QString PlanPanel::heldOut() const
{
    const auto snapshot = plan().snapshot();
    if (!snapshot)
        return {};
    std::map<QString, int> said;
    int begun = 0;
    for (const CellState& cell : snapshot->state.cells)
        if (cell.begun) {
            ++begun;
            ++said[figuresStandOnText(cell.heldOut)];
        }
    QStringList parts;
    for (const auto& [text, cells] : said)
        if (!text.isEmpty())
            parts << (cells == begun ? text
                                     : tr("%1 (%2 of %n cell(s))", "what figures stand on", begun).arg(text, QLocale().toString(cells)));
    return parts.join(QStringLiteral(" · "));
}

bool PlanPanel::hasContent() const
{
    return plan().snapshot() != nullptr;
}

std::shared_ptr<const PlanSnapshot> PlanPanel::snapshotOrEmpty(const QString& what)
{
    auto snapshot = plan().snapshot();
    if (snapshot)
        return snapshot;
    if (plan().failure())
        showEmpty(tr("%1 It is read again when the file changes.", "an error").arg(errorText(*plan().failure())));
    else if (plan().isOpen())
        showEmpty(tr("%1 is being read.").arg(plan().title()));
    else
        showEmpty(tr("%1 Open a plan file: File > Open, or reweigh PLAN.json.", "what will be here").arg(what),
                  bench().action(QStringLiteral("open")));
    return nullptr;
}

void PlanPanel::openCell(const CellState& cell)
{
    const std::filesystem::path file = StudyFolder::of(cell.cell->config).file();
    if (isThere(file))
        Q_EMIT bench().comparisonWanted(file);
    else
        plan().tell({.text = tr("%1 has not begun: nothing of it is stored yet.").arg(QString::fromStdString(cell.cell->name))});
}

QString PlanPanel::planScope() const
{
    const auto snapshot = plan().snapshot();
    return snapshot ? tr("%1 · %n cell(s)", "a plan", snapshot->size.cells).arg(plan().title()) : QString();
}

QLabel* makePlanNote(const QString& name)
{
    auto* note = new QLabel;
    note->setObjectName(name);
    note->setWordWrap(true);
    return note;
}

void dimNote(QLabel& note)
{
    note.setFont(Theme::instance().scopeFont());
    setInk(note, Role::Dim);
}

} // namespace reweigh
