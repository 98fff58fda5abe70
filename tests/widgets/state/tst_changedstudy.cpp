// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OwnFolders.h"
#include "tests/widgets/state/ShortSearch.h"
#include "widgets/state/Workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// Tests run() after a setting was changed: the stored study keeps its settings, and the changed settings run as a new study.
class tst_ChangedStudy : public QObject {
    Q_OBJECT

    static ExperimentConfig config(const QString& folder) { return test::shortSearch(folder, 1); }

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void changedSettingsRunAsAnotherStudy()
    {
        QTemporaryDir folder;
        Workbench bench(test::oneEpochEngine());
        OpenStudy& first = bench.current();
        first.document().load(config(folder.filePath("first")), {});
        QSignalSpy finished(&first, &OpenStudy::finished);
        first.run();
        QVERIFY(finished.wait(20000));
        QTRY_VERIFY(first.snapshot()->facts && first.snapshot()->best());

        // With more trials it is still the same study; with another noise rate it is not.
        QVERIFY(first.document().set("trials", 2, "trials"));
        first.run();
        QVERIFY(finished.wait(20000));
        QTRY_COMPARE(first.snapshot()->trials.size(), std::size_t(2));
        QCOMPARE(bench.studies().size(), std::size_t(1));

        QVERIFY(first.document().set("noise-rate", 0.1, "noise rate"));
        first.run();
        QTRY_COMPARE(bench.studies().size(), std::size_t(2));
        QCOMPARE(first.config().data.noiseRate, 0.4);
        OpenStudy& second = bench.current();
        QVERIFY(&second != &first);
        QTRY_VERIFY_WITH_TIMEOUT(second.snapshot()->best(), 20000);
        QCOMPARE(second.config().data.noiseRate, 0.1);
        QVERIFY(second.file() != first.file());
        QCOMPARE(first.snapshot()->trials.size(), std::size_t(2));
    }

    /// The number of trials at once that was chosen is that of the other study, too; it ran one at a time.
    void trialsAtOnceAreThoseOfTheOtherStudy()
    {
        QTemporaryDir folder;
        Workbench bench(test::oneEpochEngine());
        OpenStudy& first = bench.current();
        first.document().load(config(folder.filePath("chosen")), {});
        QSignalSpy finished(&first, &OpenStudy::finished);
        first.run();
        QVERIFY(finished.wait(20000));
        QTRY_VERIFY(first.snapshot()->facts.has_value());
        first.document().setTrialsAtOnce(3, {});
        QVERIFY(first.document().set("noise-rate", 0.1, "noise rate"));
        first.run();
        QCOMPARE(bench.studies().size(), std::size_t(2));
        OpenStudy& second = bench.current();
        QVERIFY(&second != &first);
        QCOMPARE(second.document().trialsAtOnce(), 3);
        QCOMPARE(second.runner().workers(), 3);
        QVERIFY(!second.document().undoStack().canUndo());
        QTRY_VERIFY_WITH_TIMEOUT(second.snapshot()->best(), 20000);
    }

    /// A search with a lag below the number of trials at once says how many will run.
    void aLagBelowTheWorkersIsSaid()
    {
        QTemporaryDir folder;
        Workbench bench(test::oneEpochEngine());
        OpenStudy& study = bench.current();
        const auto said = [&] {
            return std::ranges::any_of(bench.log().entries(), [](const LogEntry& entry) {
                return entry.text == QStringLiteral("lagged: trials at once: 2, not 3, because of the search lag.");
            });
        };
        ExperimentConfig lagged = config(folder.filePath("lagged"));
        lagged.search.lag = 2;
        study.document().load(lagged, {});
        QSignalSpy finished(&study, &OpenStudy::finished);
        study.runner().setWorkers(2);
        study.run();
        QVERIFY(finished.wait(20000));
        QVERIFY(!said());
        QTRY_VERIFY(study.snapshot()->facts.has_value());
        study.runner().setWorkers(3);
        QVERIFY(study.document().set("trials", 2, "trials"));
        study.run();
        QVERIFY(said());
        QVERIFY(finished.wait(20000));
    }
};

QTEST_GUILESS_MAIN(tst_ChangedStudy)
#include "tst_changedstudy.moc"
