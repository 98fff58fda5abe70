// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/panel/Panel.h"
#include "widgets/watch/WatchPanels.h"

#include <QAction>
#include <QMenu>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// Between two trials no view of the layout Watch goes blank. What else each of them does then, its own test says.
class tst_LastPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useWatchSettings(); }

    void everyViewKeepsItUntilTheNextTrialHasAnEpoch()
    {
        QTemporaryDir folder;
        Workbench bench(
            test::openerOf([](const TrainJob& job, RunObserver& observer, std::stop_token) { return test::watchedRun(job, observer, 2); }));
        OpenStudy& study = bench.current();
        QWidget window;
        window.resize(800, 600);
        std::vector<Panel*> panels = makeWatchPanels(bench, &window);
        std::erase_if(panels,
                      [](const Panel* panel) { return panel->id() == "mechanism"; }); // it draws a run's files, which are not written here
        QVERIFY(panels.size() >= 5);
        for (Panel* panel : panels)
            panel->resize(700, 500);
        window.show();
        for (QAction* action : window.findChild<Panel*>("accuracy")->menu().actions().first()->menu()->actions())
            if (action->text() == "Accuracy") // of the loss, steps would be drawn at once
                action->trigger();

        study.document().load(test::watchConfig(folder.path(), 2), {});
        QSignalSpy finished(&study, &OpenStudy::finished);
        study.run();
        QVERIFY(finished.wait(20000));
        for (const Panel* panel : panels)
            QTRY_VERIFY2(panel->hasContent() && !panel->isPale(), qPrintable(panel->id()));

        const RunKey next = RunKey::ofTrial(1);
        Q_EMIT study.runner().runStarted(next, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        for (const Panel* panel : panels) {
            QTRY_VERIFY2(panel->isPale(), qPrintable(panel->id()));
            QVERIFY2(panel->hasContent(), qPrintable(panel->id()));
            QVERIFY2(panel->scope().contains("#0") && panel->scope().contains("#1"), qPrintable(panel->id() + ": " + panel->scope()));
        }
        const auto epoch = std::make_shared<EpochFigures>(test::watchedEpoch(1));
        epoch->validation.accuracy = 0.5;
        Q_EMIT study.runner().epochFinished(next, epoch);
        for (const Panel* panel : panels)
            if (panel->id() != "label-errors") // which waits for the weights of single samples
                QTRY_VERIFY2(panel->hasContent() && !panel->isPale(), qPrintable(panel->id()));
        Q_EMIT study.runner().runFinished(next);
    }
};

QTEST_MAIN(tst_LastPicture)
#include "tst_lastpicture.moc"
