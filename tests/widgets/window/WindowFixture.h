// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/live/SteppedTraining.h"
#include "tests/support/OwnFolders.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/main/MainWindow.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

#include <memory>

namespace reweigh::test {

/// Folders of the test's own, with empty settings, and the window's looks.
inline void useOwnSettings()
{
    useOwnFolders();
    static const bool applied = [] {
        Theme::instance().apply(*qApp);
        return true;
    }();
    Q_UNUSED(applied)
}

/// A main window on a workbench whose engine only simulates training, in steps that the test controls.
struct OpenWindow {
    SteppedTraining training;
    Workbench bench{openerOf(steppedEngine(training))};
    MainWindow window{bench};

    explicit OpenWindow(bool show = true)
    {
        if (show)
            window.show();
    }
    ~OpenWindow()
    {
        training.permits = SteppedTraining::unlimited;
        QThreadPool::globalInstance()->waitForDone();
    }

    QAction* action(const QString& name) const { return window.findChild<QAction*>(name); }
    OpenStudy& begin(const QString& folder, int trials) { return bench.newStudy(liveConfig(folder, trials)); }
    RunState state() { return bench.current().runner().state(); }
    bool onScreen(const QString& dock) const { return window.docks().dock(dock)->isVisible(); }
};

/// Makes a study with `trials` complete trials in `folder` and returns its file.
inline std::filesystem::path finishedStudy(const QString& folder, int trials)
{
    SteppedTraining training;
    StudyRunner runner(openerOf(steppedEngine(training)));
    QSignalSpy finished(&runner, &StudyRunner::finished);
    runner.start(liveConfig(folder, trials));
    if (finished.isEmpty())
        finished.wait(20000);
    return std::filesystem::path(folder.toStdString()) / "study.db";
}

} // namespace reweigh::test
