// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "core/data/recipe/DataPlan.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/TrialAttributes.h"
#include "tests/support/PlantedVariants.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/state/Workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

class tst_OpenStudy : public QObject {
    Q_OBJECT

    static constexpr int wait = 20000; ///< milliseconds; enough for a busy machine

    std::filesystem::path path(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }

    static ExperimentConfig planted()
    {
        ExperimentConfig config;
        config.data.dataset = "synthetic";
        config.data.noiseRate = 0.3;
        config.search.trials = 17;
        config.search.objectiveEpochs = 2;
        return config;
    }

    /// A finished search of three trials; with `facts` like one of this program, else like one of Optuna.
    static bool write(const std::filesystem::path& file, Direction direction, bool facts)
    {
        std::filesystem::create_directories(file.parent_path());
        const auto storage = SqlStorage::create(file, "planted", direction);
        if (!storage)
            return false;
        if (facts
            && !(*storage)->setAttributes({.user = toAttributes(StudyFacts{.config = toJson(planted()), .fingerprintCode = "AAAA-BBBB"})}))
            return false;
        for (const double value : {0.5, 0.8, 0.6})
            if (!(*storage)->createTrial({.end = TrialEnd{.state = TrialState::Complete, .value = value}}))
                return false;
        return true;
    }

    static int problems(const RunLog& log)
    {
        return int(std::count_if(log.entries().begin(), log.entries().end(),
                                 [](const LogEntry& entry) { return entry.severity == Severity::Problem; }));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    /// Whoever starts with few test images is warned.
    void fewTestImagesAreAWarning()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        auto plan = std::make_shared<DataPlan>();
        Q_EMIT study.runner().dataPrepared(plan);
        QVERIFY(bench.log().entries().back().severity == Severity::Info);
        plan->changes.labels = {"checked", "checked", "checked", 3, 1};
        Q_EMIT study.runner().dataPrepared(plan);
        const LogEntry& said = bench.log().entries().back();
        QVERIFY(said.severity == Severity::Warning);
        QVERIFY2(said.text.contains("few test images: 3, of the class with fewest 1"), qPrintable(said.text));
    }

    /// What a run said of its settings is over once they change; what it said of the machine, once another run begins.
    void aRunsProblemIsSettled()
    {
        Workbench bench(test::openerOf(
            [](const TrainJob& job, RunObserver& observer, std::stop_token) { return test::scriptedRun(job, observer, {0.5}); }));
        OpenStudy& study = bench.current();
        ExperimentConfig config = planted();
        config.search.trials = 1;
        config.search.objectiveEpochs = 1;
        config.training.epochs = 1;
        config.outDir = path("settled").string();
        study.document().load(config, {});
        Q_EMIT study.runner().failed({ErrorCode::ClassWouldBeEmpty, "3", "1000", "100"});
        Q_EMIT study.runner().failed({ErrorCode::NoSuchDevice, "cuda", "there is none", "cpu"});
        Q_EMIT study.runner().failed({ErrorCode::FileUnwritable, "/proc/nope", "No such file or directory", {}}); // the study's folder
        const auto& entries = bench.log().entries();
        QCOMPARE(problems(bench.log()), 3);
        QVERIFY(!entries[0].settled && !entries[1].settled && !entries[2].settled);
        QVERIFY(study.document().set("noise-rate", 0.1, {}));
        QVERIFY(entries[0].settled && !entries[1].settled && entries[2].settled);
        QSignalSpy finished(&study, &OpenStudy::finished);
        study.run();
        QVERIFY(entries[1].settled);
        QVERIFY(finished.wait(wait));
    }

    void ourStudy()
    {
        const auto file = path("demo") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        QVERIFY(writeMarks(file, {{2, {.star = true, .note = "kept"}}}));
        Workbench bench;
        QSignalSpy titles(&bench.current(), &OpenStudy::titleChanged);
        OpenStudy& study = bench.open(file);
        QCOMPARE(bench.studies().size(), std::size_t(1)); // the unchanged new study was replaced
        QCOMPARE(study.title(), QStringLiteral("demo"));
        QVERIFY(!titles.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QVERIFY(study.snapshot()->facts.has_value());
        QCOMPARE(study.config().data.noiseRate, 0.3);
        QCOMPARE(study.config().search.trials, 17);
        QCOMPARE(study.config().outDir, file.parent_path().string());
        QVERIFY(!study.document().undoStack().canUndo());
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(1)); // the best
        QCOMPARE(study.document().marks(2).note, QStringLiteral("kept"));
        QCOMPARE(problems(bench.log()), 0);
        QTRY_VERIFY_WITH_TIMEOUT(study.preview() && study.preview()->data.plan, wait); // its recipe is carried out
        // Opening the file again gives the same study.
        QCOMPARE(&bench.open(file), &study);
        QCOMPARE(bench.studies().size(), std::size_t(1));
    }

    void followsWhatIsWritten()
    {
        const auto file = path("live") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QVERIFY(study.document().set("noise-rate", 0.9, "Noise rate"));
        const auto writer = SqlStorage::open(file, StorageMode::Write);
        QVERIFY(writer.ok());
        QVERIFY((*writer)->createTrial({.end = TrialEnd{.state = TrialState::Complete, .value = 0.9}}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(4), wait);
        QCOMPARE(study.snapshot()->best()->number, std::int64_t(3));
        // The user's settings and selection stay, because the study's configuration is taken over only once.
        QCOMPARE(study.config().data.noiseRate, 0.9);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(1));
    }

    void anOptunaStudy()
    {
        const auto file = path("theirs.db");
        QVERIFY(write(file, Direction::Minimize, false));
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QCOMPARE(study.title(), QStringLiteral("theirs.db"));
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QVERIFY(!study.snapshot()->facts);
        QCOMPARE(study.snapshot()->direction, Direction::Minimize);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(0)); // the smallest
        QCOMPARE(problems(bench.log()), 0);
        QVERIFY(!study.runEpochs(RunKey::ofTrial(0))); // without run folders there are no epochs and no log line
    }

    void aMissingStudyIsSaidOnceAndComesBack()
    {
        const auto file = path("later") / "study.db";
        Workbench bench;
        QSignalSpy added(&bench.log(), &RunLog::added);
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(problems(bench.log()), 1, wait);
        QVERIFY(study.snapshot()->trials.empty());
        QVERIFY(write(file, Direction::Maximize, true));
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QCOMPARE(study.config().data.noiseRate, 0.3);
        QCOMPARE(problems(bench.log()), 1);
        QVERIFY(bench.log().entries().front().settled); // the status line kept it
        const auto away = file.parent_path() / "away.db";
        std::filesystem::rename(file, away);
        QTRY_COMPARE_WITH_TIMEOUT(problems(bench.log()), 2, wait);
        const auto& entries = bench.log().entries();
        const auto last = [&] { return *std::ranges::find(entries.rbegin(), entries.rend(), Severity::Problem, &LogEntry::severity); };
        QVERIFY(!last().settled);
        std::filesystem::rename(away, file);
        QTRY_VERIFY_WITH_TIMEOUT(last().settled, wait);
    }

    void brokenMarksAreSaidAndTheStudyOpens()
    {
        const auto file = path("marked") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        QVERIFY(writeFileAtomic(StudyFolder::ofFile(file).marks(), "{"));
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QCOMPARE(problems(bench.log()), 1);
        QVERIFY(study.document().allMarks().empty());
        study.document().setMarks(0, {.star = true}, "Star"); // what the file holds may be mended, so it is left alone
        QCOMPARE(*readFile(StudyFolder::ofFile(file).marks()), std::string("{"));
        QCOMPARE(bench.log().entries().back().times, 2);
    }

    /// A comparison that cannot be read: the trials are shown, and one sentence of the log says what is missing and why, however often the
    /// study changes.
    void aBrokenComparisonIsSaidAndTheStudyOpens()
    {
        const auto file = path("compared") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        const auto writer = SqlStorage::open(file, StorageMode::Write);
        QVERIFY((*writer)->setAttributes({.user = {{attribute::variants, {{"threads", 1}, {"variants", {{{"name", "odd"}}}}}}}}).ok());
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        QVERIFY(study.snapshot()->best() && study.snapshot()->facts && study.snapshot()->variants.empty());
        QCOMPARE(problems(bench.log()), 1);
        const auto problem = [&] { return *std::ranges::find(bench.log().entries(), Severity::Problem, &LogEntry::severity); };
        const QString said = problem().text;
        QVERIFY2(said.contains(QString::fromStdString(file.string())) && said.contains("reweigh:variants") && said.contains("comparison")
                     && !said.contains("damaged"),
                 qPrintable(said));
        QVERIFY((*writer)->createTrial({.end = TrialEnd{.state = TrialState::Complete, .value = 0.9}}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(4), wait);
        QCOMPARE(problem().times, 1);
        QCOMPARE(problems(bench.log()), 1);
        QVERIFY(!problem().settled);
        QVERIFY((*writer)->setAttributes({.user = {{attribute::variants, toJson(StoredVariants{})}}}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(problem().settled, wait);
    }

    /// How many seeds a comparison was asked for is not stored: the variants had four each, and the window offered one.
    void seedsOfTheComparisonComeBack()
    {
        const auto file = path("seeds") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        {
            const StoredVariants stored{.threads = 1, .list = {test::planted("searched", {.5, .6, .7, .6}), test::planted("ce", {.5})}};
            const auto writer = SqlStorage::open(file, StorageMode::Write);
            QVERIFY((*writer)->setAttributes({.user = {{attribute::variants, toJson(stored)}}}).ok());
        }
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.config().search.variantSeeds, 4, wait);
        QCOMPARE(study.storedConfig().search.variantSeeds, 1);
        study.restoreStoredConfig();
        QCOMPARE(study.config().search.variantSeeds, 4);
    }

    /// A study in a folder that cannot be written can be looked at without a problem.
    void openingWritesNothing()
    {
        const auto file = path("read") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        const std::string own = R"({"trials": [{"number": 1, "note": "by hand"}]})";
        QVERIFY(writeFileAtomic(StudyFolder::ofFile(file).marks(), own));
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.document().marks(1).note, QStringLiteral("by hand"), wait);
        study.restoreStoredConfig();
        QCOMPARE(*readFile(StudyFolder::ofFile(file).marks()), own);
    }

    void marksAreKeptBesideTheStudy()
    {
        const auto file = path("starred") / "study.db";
        QVERIFY(write(file, Direction::Maximize, true));
        Workbench bench;
        OpenStudy& study = bench.open(file);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->trials.size(), std::size_t(3), wait);
        study.document().setMarks(0, {.star = true}, "Star");
        const auto read = readMarks(file);
        QVERIFY(read.ok() && read->at(0).star);
        study.document().undoStack().undo();
        QVERIFY(readMarks(file)->empty());
    }

    /// The recipe of settings that were taken back while it was carried out is not that of the study.
    void settingsThatAreTakenBack()
    {
        Workbench bench;
        OpenStudy& study = bench.newStudy(planted());
        QTRY_VERIFY_WITH_TIMEOUT(study.preview() && study.preview()->options == study.config().data, wait);
        QSignalSpy previews(&study, &OpenStudy::previewChanged);
        QVERIFY(study.document().set("noise-rate", 0.6, "Noise rate"));
        study.document().undoStack().undo();
        QThreadPool::globalInstance()->waitForDone(); // the result waits in the queue of events now
        QCoreApplication::processEvents();
        QCOMPARE(previews.count(), 0);
        QCOMPARE(study.preview()->options.noiseRate, 0.3);
        QVERIFY(study.document().set("noise-rate", 0.6, "Noise rate"));
        QTRY_COMPARE_WITH_TIMEOUT(study.preview()->options.noiseRate, 0.6, wait);
    }

    /// Steps of a run that goes on stand after its epochs of before, at the seconds that it has trained: they began at 0 again.
    void stepsOfAResumedRun()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const auto steps = std::make_shared<StepQueue>();
        Q_EMIT study.runner().runStarted(
            RunKey::ofTrial(3), RunStarted{.device = "cpu", .epochs = 2, .stepsPerEpoch = 5, .firstEpoch = 2, .seconds = 1000.0}, steps);
        steps->push({.epoch = 2, .step = 1, .loss = 0.5});
        study.drainSteps();
        QCOMPARE(study.trace(RunKey::ofTrial(3))->seconds().size(), std::size_t(1));
        QVERIFY(study.trace(RunKey::ofTrial(3))->seconds().front() >= 1000.0);
    }

    /// Runs of which no epoch is known yet are left out, and runs of another variant of that name.
    void epochsOfAVariant()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const VariantResult variant = test::planted("fixed", {0.5, 0.6, 0.7}, "0123abcd");
        const auto train = [&](const char* hash, int seed, int epochs) {
            const RunKey key = RunKey::ofVariant("fixed", hash, seed);
            Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
            for (int number = 1; number <= epochs; ++number)
                Q_EMIT study.runner().epochFinished(key, std::make_shared<EpochFigures>(EpochFigures{.epoch = number}));
            Q_EMIT study.runner().runFinished(key);
        };
        train("0123abcd", 1, 2);
        train("0123abcd", 2, 0);
        train("0123abcd", 3, 1);
        train("89abcdef", 2, 2);
        const auto epochs = study.variantEpochs(variant);
        QCOMPARE(epochs.size(), std::size_t(2));
        QCOMPARE(epochs.at(1)->epochs.size(), std::size_t(2));
        QCOMPARE(epochs.at(3)->epochs.size(), std::size_t(1));
        QVERIFY(study.variantEpochs(test::planted("fixed", {})).empty());
    }

    void noStudy()
    {
        Workbench bench;
        QVERIFY(bench.current().isNew());
        QCOMPARE(bench.current().title(), QStringLiteral("new study"));
        QVERIFY(bench.current().snapshot()->trials.empty());
        QVERIFY(!bench.current().runEpochs(RunKey::ofTrial(0)));
        bench.close(bench.current());
        QCOMPARE(bench.studies().size(), std::size_t(1)); // there is always one study
    }
};

QTEST_MAIN(tst_OpenStudy)
#include "tst_openstudy.moc"
