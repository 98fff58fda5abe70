// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "tests/support/OwnFolders.h"
#include "tests/widgets/state/ShortSearch.h"
#include "widgets/state/NextRun.h"
#include "widgets/state/StudyTitle.h"
#include "widgets/state/Workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// Tests of what a run would do, of the names of studies, and of the study that a line of the log is about.
class tst_NextRun : public QObject {
    Q_OBJECT

    static ExperimentConfig config(const QString& folder) { return test::shortSearch(folder, 2); }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void saysWhatItWillDo()
    {
        QTemporaryDir folder;
        Workbench bench(test::oneEpochEngine());
        OpenStudy& study = bench.current();
        study.document().load(config(folder.filePath("first")), {});
        QVERIFY(nextRun(study).kind == NextRun::Kind::First);
        QCOMPARE(nextRun(study).trials, 2);
        QVERIFY(nextRunText(nextRun(study), study).startsWith(QLatin1String("Start the study: 2 trial")));
        QSignalSpy finished(&study, &OpenStudy::finished);
        study.run();
        QVERIFY(finished.wait(20000));
        QTRY_COMPARE(study.snapshot()->trials.size(), std::size_t(2));
        QTRY_VERIFY(study.snapshot()->facts.has_value());

        QTRY_VERIFY(nextRun(study).kind == NextRun::Kind::Done); // the last trial's end is read a moment later
        QCOMPARE(nextRunText(nextRun(study), study), QStringLiteral("All 2 trial(s) are done"));
        QVERIFY(study.document().set("trials", 5, "trials"));
        QVERIFY(nextRun(study).kind == NextRun::Kind::Further);
        QVERIFY(nextRunText(nextRun(study), study).startsWith(QLatin1String("Continue: 3 more trial")));
        QVERIFY(study.document().set("noise-rate", 0.1, "noise rate"));
        QVERIFY(study.document().set("batch-size", 32, "batch size"));
        const NextRun other = nextRun(study);
        QVERIFY(other.kind == NextRun::Kind::Other);
        QCOMPARE(other.changed.size(), std::size_t(2));
        QVERIFY(std::ranges::find(other.changed, "noise-rate") != other.changed.end());
        QVERIFY(nextRunText(other, study).startsWith(QLatin1String("Start a new study: ")));
    }

    /// A study that was continued to more trials opens with that number, and knows of a trial that was interrupted beyond it.
    void aRaisedNumberOfTrialsIsKept()
    {
        QTemporaryDir folder;
        std::filesystem::path file;
        {
            Workbench bench(test::oneEpochEngine());
            OpenStudy& study = bench.current();
            study.document().load(config(folder.filePath("raised")), {});
            QSignalSpy finished(&study, &OpenStudy::finished);
            study.run();
            QVERIFY(finished.wait(20000));
            QTRY_VERIFY(study.snapshot()->facts && nextRun(study).kind == NextRun::Kind::Done);
            QVERIFY(study.document().set("trials", 3, "trials"));
            study.run();
            QVERIFY(finished.wait(20000));
            file = study.file();
        }
        Workbench later(test::oneEpochEngine());
        OpenStudy& study = later.open(file);
        QTRY_VERIFY(study.snapshot()->facts.has_value());
        QCOMPARE(study.config().search.trials, 3);
        QVERIFY(nextRun(study).kind == NextRun::Kind::Done);
        QVERIFY(study.document().set("trials", 2, "trials")); // fewer than there are
        QCOMPARE(nextRunText(nextRun(study), study), QStringLiteral("All 3 trial(s) are done"));
        {
            auto storage = SqlStorage::open(file, StorageMode::Write);
            QVERIFY(storage && (*storage)->createTrial({}));
        }
        QTRY_COMPARE(study.snapshot()->trials.size(), std::size_t(4));
        QTRY_VERIFY(nextRun(study).kind == NextRun::Kind::Further);
        QCOMPARE(nextRun(study).trials, 1);
        QVERIFY(nextRunText(nextRun(study), study).startsWith(QLatin1String("Continue: 1 more trial")));
    }

    /// A text that a field refused stands in the form until it is mended, and keeps a run from starting with another value.
    void aRefusedFieldIsAnObstacle()
    {
        Workbench bench(test::oneEpochEngine());
        OpenStudy& study = bench.current();
        ExperimentDocument& document = study.document();
        QSignalSpy changed(&document, &ExperimentDocument::refusedChanged);
        QVERIFY(!document.set("noise-rate", "abc", {}));
        QCOMPARE(changed.count(), 1);
        QVERIFY(document.refused() && nextRun(study).obstacle);
        QVERIFY(document.set("batch-size", 64, {}));
        QVERIFY(document.refused()); // another field's
        QVERIFY(document.set("noise-rate", 0.2, {}));
        QVERIFY(!document.refused() && !nextRun(study).obstacle);
        QVERIFY(!document.set("noise-rate", "abc", {}));
        document.undoStack().undo(); // shows 0.4 in place of the text
        QVERIFY(!document.refused());
    }

    void aNameIsKeptBesideTheStudy()
    {
        QCOMPARE(folderNameOf(QStringLiteral("  My first try: 40 % noise ")), std::string("My-first-try-40-noise"));
        QCOMPARE(folderNameOf(QStringLiteral("../../etc")), std::string("etc"));
        QCOMPARE(folderNameOf(QStringLiteral("…")), std::string());
        QTemporaryDir folder;
        std::filesystem::path file;
        {
            Workbench bench(test::oneEpochEngine());
            OpenStudy& study = bench.current();
            ExperimentConfig fresh = config({});
            fresh.search.trials = 1;
            study.document().load(fresh, {});
            QCOMPARE(study.title(), QStringLiteral("new study"));
            study.setTitle(QStringLiteral("Noise & me"));
            QCOMPARE(study.title(), QStringLiteral("Noise & me"));
            QVERIFY(!isPristine(study));
            QSignalSpy finished(&study, &OpenStudy::finished);
            study.run();
            QVERIFY(finished.wait(20000));
            file = study.file();
            QCOMPARE(file.parent_path().filename(), std::filesystem::path("Noise-me"));
            QCOMPARE(study.title(), QStringLiteral("Noise & me"));
        }
        QCOMPARE(readStudyTitle(file), QStringLiteral("Noise & me"));
        Workbench later(test::oneEpochEngine());
        OpenStudy& study = later.open(file);
        QCOMPARE(study.title(), QStringLiteral("Noise & me"));
        study.setTitle({});
        QCOMPARE(study.title(), QStringLiteral("Noise-me"));
        QVERIFY(!std::filesystem::exists(StudyFolder::ofFile(file).title()));
    }

    void aLineOfTheLogNamesItsStudy()
    {
        Workbench bench(test::oneEpochEngine());
        OpenStudy& study = bench.current();
        study.setTitle(QStringLiteral("mine"));
        study.tell({.text = QStringLiteral("the disk is full")});
        study.tell({.text = QStringLiteral("mine: the search is done.")});
        const auto& entries = bench.log().entries();
        QCOMPARE(entries[0].named(), QStringLiteral("mine: the disk is full"));
        QCOMPARE(entries[1].named(), QStringLiteral("mine: the search is done."));
        QCOMPARE(entries[0].about.data(), static_cast<QObject*>(&study));
        OpenStudy& other = bench.newStudy(ExperimentConfig());
        study.tell({.text = QStringLiteral("again")});
        other.tell({.text = QStringLiteral("again")});
        QCOMPARE(entries.size(), std::size_t(4)); // the same text of another study is another line
        bench.close(other);
        QVERIFY(entries[3].about.isNull());
    }
};

QTEST_GUILESS_MAIN(tst_NextRun)
#include "tst_nextrun.moc"
