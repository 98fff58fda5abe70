// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/plan/MadePlan.h"
#include "tests/support/OwnFolders.h"
#include "widgets/panel/Panel.h"
#include "widgets/plan/PlanPanels.h"
#include "widgets/state/Workbench.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

namespace reweigh::test {

/// The snapshot of a plan made by hand.
inline std::shared_ptr<const PlanSnapshot> snapshotOf(const MadePlan& made)
{
    const auto plan = std::make_shared<const Plan>(made.plan);
    PlanState state = made.state;
    state.plan = plan.get();
    for (std::size_t i = 0; i < state.cells.size(); ++i)
        state.cells[i].cell = &plan->cells[i];
    return planSnapshot(plan, std::move(state));
}

/// Makes the panels of the Plan layout and shows the one named `id`.
inline Panel* shownPanel(Workbench& bench, QWidget& parent, const char* id)
{
    Panel* wanted = nullptr;
    for (Panel* panel : makePlanPanels(bench, &parent)) {
        panel->hide();
        if (panel->id() == QLatin1String(id))
            wanted = panel;
    }
    wanted->resize(900, 500);
    wanted->show();
    parent.resize(900, 500);
    parent.show();
    return wanted;
}

inline QString emptyText(const Panel& panel)
{
    return panel.findChild<QLabel*>(QStringLiteral("panelEmpty"))->text();
}

/// Lets the study of a cell be there: a file in `folder`.
inline std::filesystem::path placeStudy(MadePlan& made, std::size_t cell, const QTemporaryDir& folder)
{
    made.plan.cells[cell].config.outDir = folder.filePath(QString::number(cell)).toStdString();
    std::filesystem::create_directories(made.plan.cells[cell].config.outDir);
    const std::filesystem::path file = std::filesystem::path(made.plan.cells[cell].config.outDir) / "study.db";
    QFile(QString::fromStdString(file.string())).open(QIODevice::WriteOnly);
    return file;
}

} // namespace reweigh::test
