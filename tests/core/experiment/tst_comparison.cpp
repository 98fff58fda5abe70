// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/base/PathText.h"
#include "core/config/VariantText.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/ComparedStudy.h"

#include <QtTest>

#include <set>
#include <string_view>

using namespace reweigh;
using test::ComparedStudy;
using test::recording;
using test::ScriptedEngine;

/// Comparisons of a study: the same fresh seeds for all, several at once, found again by what they are, whatever fails.
class tst_Comparison : public QObject {
    Q_OBJECT

    static std::vector<Variant> named(const char* text) { return *parseVariants(text); }

private Q_SLOTS:
    void everyVariantGetsTheSameFreshSeeds()
    {
        ComparedStudy study(defaultVariants(), 3);
        ScriptedEngine engine = recording();
        const auto results = study.compare(engine);
        QVERIFY(results.ok());
        QCOMPARE(engine.jobs.size(), 3 * defaultVariants().size());
        for (const VariantResult& result : *results)
            for (std::size_t i = 0; i < 3; ++i) {
                QCOMPARE(result.runs[i].seed, int(i) + 1);
                QCOMPARE(result.runs[i].trainSeed, results->front().runs[i].trainSeed);
                QCOMPARE(result.runs[i].dataSeed, results->front().runs[i].dataSeed);
                if (result.name() != "ce+meta") // which has more to train on
                    QCOMPARE(result.runs[i].fingerprintCode, results->front().runs[i].fingerprintCode);
                QVERIFY(result.runs[i].fingerprintCode != study.request.data.plan->fingerprintCode);
            }
        for (const TrainJob& job : engine.jobs)
            QVERIFY(job.data.trainOnMeta == (job.plan->train.size() > engine.jobs.front().plan->train.size()));
    }

    /// A file of labels that somebody writes meanwhile: every seed has the labels that the study began with.
    void labelsOfAFileStayTheSame()
    {
        ComparedStudy study(named("ce,second:ce,label-column=second"), 3);
        DataOptions& data = study.request.config.data;
        data.noiseType = NoiseType::File;
        data.labelFile = study.dir.filePath("labels.csv").toStdString();
        data.labelColumn = "first";
        const std::vector<std::uint16_t> truth = study.request.data.source->train.labels;
        const auto write = [&](int shift) {
            std::string text = "index,first,second\n";
            for (std::size_t i = 0; i < truth.size(); ++i)
                text += std::to_string(i) + ',' + std::to_string((truth[i] + shift) % 10) + ',' + std::to_string(truth[i]) + '\n';
            return writeFileAtomic(data.labelFile, text).ok();
        };
        QVERIFY(write(1));
        const auto prepared = prepareData(data);
        QVERIFY(prepared.ok());
        study.request.data = *prepared;
        QVERIFY(study.storage.setAttributes({.user = {{attribute::config, toJson(study.request.config)}}}).ok());
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, auto) {
            write(2);
            return test::recordedRun(job, observer, {0.5, 0.5});
        });
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(6));
        for (const TrainJob& job : engine.jobs)
            for (std::size_t i = 0; i < job.plan->train.size(); ++i)
                QCOMPARE(int(job.plan->observedLabel[i]), (job.plan->trueLabel[i] + (job.data.labelColumn == "first" ? 1 : 0)) % 10);
    }

    /// A list of images to leave out that is changed between comparisons: its runs are trained on what it says now, and not mixed with those
    /// of before. They failed for good: "give the same settings"; and a plan took them as they were.
    void aChangedListIsTrainedAgain()
    {
        ComparedStudy study(named("ce"));
        const std::string list = study.dir.filePath("marks.csv").toStdString();
        study.request.variants = named(("ce,without:ce,leave-out=" + list).c_str());
        const auto write = [&](int images) {
            std::string text = "index\n";
            for (int i = 0; i < images; ++i)
                text += std::to_string(i) + '\n';
            return writeFileAtomic(list, text).ok();
        };
        const auto codes = [&] {
            std::vector<std::string> found;
            const StoredVariants stored = study.stored();
            for (const VariantRun& run : stored.list.back().runs)
                found.push_back(run.fingerprintCode);
            return found;
        };
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) {
            return test::recordedRun(job, observer, {0.5, 0.001 * double(job.plan->train.size())});
        });
        QVERIFY(write(100));
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        const nlohmann::json first = toJson(study.stored());
        const std::vector<std::string> before = codes();
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        QVERIFY(write(200));
        const auto second = study.compare(engine);
        QVERIFY(second.ok() && second->back().failed.empty());
        QCOMPARE(engine.jobs.size(), std::size_t(4 + 2));
        QVERIFY(engine.jobs.back().runDir.filename() == "seed-2");
        QVERIFY(isFolder(engine.jobs.back().runDir.native() + "-of-" + before.back()));
        QVERIFY(codes()[0] != before[0] && codes()[1] != before[1]);
        // The list of before: its runs are there.
        QVERIFY(write(100));
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4 + 2));
        QVERIFY(toJson(study.stored()) == first);
        // A plan asks for one more seed of the second list: all of its runs are on that one.
        QVERIFY(write(200));
        study.request.onlyMissing = true;
        study.request.config.search.variantSeeds = 3;
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4 + 2 + 2));
        QCOMPARE(codes().size(), std::size_t(3));
        QVERIFY(codes()[0] != before[0] && codes()[1] != before[1]);
    }

    /// A list that is not there ended a comparison in the middle.
    void aListThatIsMissingIsToldFirst()
    {
        ComparedStudy study(named("ce,without:ce,leave-out=/nowhere/marks.csv"));
        ScriptedEngine engine = recording();
        const auto compared = study.compare(engine);
        QVERIFY(!compared.ok());
        QVERIFY(compared.error().code == ErrorCode::FileMissing && compared.error().where == "/nowhere/marks.csv");
        QVERIFY(engine.jobs.empty());
    }

    void theSameResultsForAnyNumberAtOnce()
    {
        ScriptedEngine one = recording(), four = recording();
        ComparedStudy alone(defaultVariants(), 3), beside(defaultVariants(), 3);
        const auto a = alone.compare(one, 1), b = beside.compare(four, 4);
        QVERIFY(a.ok() && b.ok());
        QVERIFY(toJson(alone.stored()) == toJson(beside.stored()));
        for (const ScriptedEngine* engine : {&one, &four})
            for (const TrainJob& job : engine->jobs)
                QCOMPARE(job.training.threads, 1); // never a share that follows from how many run
    }

    /// It failed for good: "belongs to another run".
    void aBetterTrialStartsNewRunsAndKeepsTheOldOnes()
    {
        ComparedStudy study(named("searched,fixed,fixed-searched-input,ce"));
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        const std::string before = study.stored().list.front().hash;
        study.addTrial(0.9, {64, 8});
        const Proposal best = *bestProposal(study.storage);
        QVERIFY(overtakenBy(study.stored().list, best));
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(2)); // only what is another training now: the searched one
        const StoredVariants stored = study.stored();
        QCOMPARE(stored.list.size(), std::size_t(5));
        const VariantResult &now = stored.list.front(), &then = stored.list.back();
        QVERIFY(now.name() == "searched" && !now.earlier && now.metaNet.hidden == (std::vector<int>{64, 8}));
        QVERIFY(then.name() == "searched" && then.earlier && then.hash == before && then.metaNet.hidden == std::vector<int>{32});
        QVERIFY(!overtakenBy(stored.list, best));
        QVERIFY(now.hash != before && now.runs.size() == 2 && then.runs.size() == 2);
        std::set<std::string> folders;
        for (const VariantResult& result : stored.list)
            for (const VariantRun& run : result.runs)
                folders.insert(run.runDir);
        QCOMPARE(folders.size(), std::size_t(10)); // none shares a folder
    }

    /// The second erased the first's.
    void aSecondComparisonMerges()
    {
        ComparedStudy study(named("searched,fixed"));
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        study.request.variants = named("ce,mine:searched,lr=0.05");
        study.request.config.search.variantSeeds = 3;
        engine.jobs.clear();
        const auto second = study.compare(engine);
        QVERIFY(second.ok() && second->size() == 2);
        QCOMPARE(engine.jobs.size(), std::size_t(6));
        const StoredVariants stored = study.stored();
        QCOMPARE(stored.list.size(), std::size_t(4));
        QCOMPARE(stored.list[0].name(), std::string("searched"));
        QCOMPARE(stored.list[3].name(), std::string("mine"));
        QCOMPARE(stored.list[0].runs.size(), std::size_t(2));
        QCOMPARE(stored.list[3].runs.size(), std::size_t(3));
        // More seeds of the same: only those that are missing are trained.
        study.request.variants = named("searched,fixed");
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(2));
        QCOMPARE(study.stored().list[0].runs.size(), std::size_t(3));
    }

    /// One failing run discarded the whole comparison.
    void aFailingRunIsCountedAndTheOthersAreKept()
    {
        ComparedStudy study(named("searched,hot:searched,lr=1e9,thrower:lr=0.5,ce"));
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (job.training.lr == 0.5)
                throw std::runtime_error("planned");
            auto result = test::recordedRun(job, observer, {0.5, 0.6});
            if (job.training.lr == 1e9 && job.training.trainSeed == 2)
                result->end = RunEnd::NonFinite;
            return result;
        });
        const auto results = study.compare(engine, 2);
        QVERIFY(results.ok());
        const auto stored = study.stored().list;
        QCOMPARE(stored.size(), std::size_t(4));
        std::map<std::string, std::pair<std::size_t, std::size_t>> counts; // runs, failed
        for (const VariantResult& result : stored)
            counts[result.name()] = {result.runs.size(), result.failed.size()};
        QVERIFY(counts["searched"] == std::pair(std::size_t(2), std::size_t(0)) && counts["ce"] == counts["searched"]);
        QVERIFY(counts["hot"] == std::pair(std::size_t(1), std::size_t(1)));
        QVERIFY(counts["thrower"] == std::pair(std::size_t(0), std::size_t(2)));
        const auto thrower = std::ranges::find(stored, "thrower", &VariantResult::name);
        QCOMPARE(thrower->failed.front().error.detail, std::string("planned"));
        // Where nothing succeeds, the first failure is the comparison's.
        study.request.variants = named("thrower:lr=0.5");
        QVERIFY(study.compare(engine).error().code == ErrorCode::TrainingFailed);
    }

    void whatHitsEveryRunEndsTheComparison()
    {
        ComparedStudy study(named("searched,fixed,ce"));
        std::atomic<int> begun{0};
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (++begun > 2)
                return Error{ErrorCode::DiskFull, "somewhere", "no space", {}};
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        QVERIFY(study.compare(engine).error().code == ErrorCode::DiskFull);
        QCOMPARE(study.stored().list[0].runs.size() + study.stored().list[1].runs.size(), std::size_t(2)); // what was there is kept
        begun = -100;
        QVERIFY(study.compare(engine).ok());
    }

    void outOfMemoryHalvesTheBatchAndSaysSo()
    {
        ComparedStudy study(named("searched,ce"), 1);
        study.request.config.training.batchSize = 64;
        study.request.config.search.retries = 2;
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (job.training.weighting == "mwnet" && job.training.batchSize > 16)
                return Error{ErrorCode::OutOfMemory, "cpu", "planned", {}};
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(study.stored().list[0].runs.front().batchSize, 16);
        QCOMPARE(study.stored().list[1].runs.front().batchSize, 0);
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        // It is found in its folder as well, with its batch.
        QVERIFY(study.storage.setAttributes(
            {.user = {{attribute::variants, nlohmann::json{{"threads", 0}, {"variants", nlohmann::json::array()}}}}}));
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        QCOMPARE(study.stored().list[0].runs.front().batchSize, 16);
        study.request.config.search.retries = 0;
        study.request.variants = named("small:searched,weight-decay=0.01");
        QVERIFY(study.compare(engine).error().code == ErrorCode::OutOfMemory);
    }

    void aComparisonThatWasCutOffContinues()
    {
        ComparedStudy study(named("searched,fixed,ce"));
        std::stop_source stop;
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, const std::stop_token& token) -> Result<TrainResult> {
            if (engine.jobCount() == 4)
                stop.request_stop();
            if (token.stop_requested()) {
                auto result = test::scriptedRun(job, observer, {0.5});
                result->end = RunEnd::Interrupted;
                return result;
            }
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        const Error error = study.compare(engine, 1, stop.get_token()).error();
        QVERIFY(error.code == ErrorCode::Interrupted);
        QCOMPARE(error.where, study.request.folder.string());
        QVERIFY(!error.hint.empty()); // the same command continues it: compare has no --resume, which the sentence named
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4 + 3)); // the fourth once more, and the two that had not begun
    }

    /// What is said to run at once is what the user asked for. `--workers 1` trained one at a time and said two.
    void asManyAtOnceAsAsked()
    {
        for (const int asked : {1, 3}) {
            ComparedStudy study(named("ce"), 1);
            ScriptedEngine engine = recording();
            ComparisonWorkers told;
            StudyEvents events;
            events.comparisonBegins = [&](const ResolvedVariants&, const ComparisonWorkers& how) { told = how; };
            SearchBudget budget(1, asked);
            QVERIFY(
                compareInStudy(study.storage, study.request, std::shared_ptr<Engine>(&engine, [](Engine*) {}), budget, {}, events).ok());
            QCOMPARE(told.workers, asked);
            QVERIFY2(told.reason.starts_with(std::to_string(asked) + " training"), told.reason.c_str());
        }
    }

    /// A number that was chosen and is taken back: as many as the cores allow run then. The number stayed, since it had been taken for the
    /// comparison's own.
    void aChosenNumberIsTakenBack()
    {
        for (const char* variants : {"ce", "random,ce"}) {
            ComparedStudy study(named(variants), 1);
            ScriptedEngine engine = recording();
            const int chosen = machineCores() + 1;
            SearchBudget budget(1, chosen);
            int told = 0;
            StudyEvents events;
            events.randomSearch = [&](int, int) { budget.setWorkers(SearchBudget::automatic); };
            events.comparisonBegins = [&](const ResolvedVariants&, const ComparisonWorkers& how) {
                told = how.workers;
                budget.setWorkers(SearchBudget::automatic);
            };
            QVERIFY(
                compareInStudy(study.storage, study.request, std::shared_ptr<Engine>(&engine, [](Engine*) {}), budget, {}, events).ok());
            QCOMPARE(told, std::string_view(variants) == "ce" ? chosen : machineCores()); // in the random search it is taken back already
            QCOMPARE(budget.workers(), machineCores());                                   // one thread each
        }
    }

    void threadsAreChosenOnce()
    {
        ComparedStudy study(named("searched,ce"), 1);
        study.request.config.training.threads = 0;
        QVERIFY(study.storage.setAttributes(
            {.user = {{attribute::variants, nlohmann::json{{"threads", 5}, {"variants", nlohmann::json::array()}}}}}));
        ScriptedEngine engine = recording();
        QVERIFY(study.compare(engine).ok());
        for (const TrainJob& job : engine.jobs)
            QCOMPARE(job.training.threads, 5); // as the comparison before chose, whatever is faster now
        QCOMPARE(study.stored().threads, 5);
    }

    /// What cannot be read is not written over, and nothing is trained in vain, no random search either.
    void anUnreadableComparisonIsKept()
    {
        ComparedStudy study(named("random,ce"), 1);
        const nlohmann::json odd = {{"threads", 1}, {"variants", {{{"name", "odd"}}}}};
        QVERIFY(study.storage.setAttributes({.user = {{attribute::variants, odd}}}));
        ScriptedEngine engine = recording();
        const auto compared = study.compare(engine);
        QVERIFY(!compared.ok() && compared.error().code == ErrorCode::ComparisonCorrupt);
        QCOMPARE(compared.error().where, std::string("compared")); // the study
        QCOMPARE(engine.jobs.size(), std::size_t(0));
        QVERIFY(study.storage.attributes()->user.at(attribute::variants) == odd);
    }

    /// There is no complete trial: only what is not made from one can be compared.
    void withoutASearch()
    {
        ComparedStudy study(named("ce,fixed"));
        MemoryStorage empty("empty", Direction::Maximize);
        ScriptedEngine engine = recording();
        const std::shared_ptr<Engine> shared(&engine, [](Engine*) {});
        SearchBudget budget(1, 1);
        const auto compared = compareInStudy(empty, study.request, shared, budget, {});
        QVERIFY(compared.ok());
        QCOMPARE(compared->stored.size(), std::size_t(2));
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        for (const char* made : {"searched", "random", "ce,fixed-searched-input"}) {
            study.request.variants = named(made);
            QVERIFY(compareInStudy(empty, study.request, shared, budget, {}).error().code == ErrorCode::StudyEmpty);
        }
        QCOMPARE(engine.jobs.size(), std::size_t(4));
    }

    void whatDivergedIsTriedAgainUnlessOnlyTheMissingIsAsked()
    {
        ComparedStudy study(named("searched,ce"));
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            auto result = test::scriptedRun(job, observer, {0.5, 0.6});
            if (job.training.weighting == "none")
                result->end = RunEnd::NonFinite;
            return result;
        });
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        const nlohmann::json first = toJson(study.stored());
        study.request.onlyMissing = true;
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4));
        QVERIFY(toJson(study.stored()) == first);
        study.request.onlyMissing = false;
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(4 + 2)); // what succeeded is not repeated
    }

    /// A failure that passes was taken for a result for ever.
    void onlyWhatDivergedIsDecided_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code : {ErrorCode::OutOfMemory, ErrorCode::CheckpointMismatch, ErrorCode::FileCorrupt,
                                     ErrorCode::FileTruncated, ErrorCode::TrainingFailed})
            QTest::addRow("%s", errorName(code)) << code;
    }

    void onlyWhatDivergedIsDecided()
    {
        QFETCH(ErrorCode, code);
        ComparedStudy study(named("searched,ce"), 1);
        study.request.config.search.retries = 0;
        study.request.onlyMissing = true;
        bool passing = true;
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (job.training.weighting == "none" && passing)
                return Error{code, "ce", "planned", {}};
            return test::recordedRun(job, observer, {0.5, 0.6});
        });
        QVERIFY(study.compare(engine).ok());
        const auto ce = [&] {
            const StoredVariants stored = study.stored();
            return *std::ranges::find(stored.list, "ce", &VariantResult::name);
        };
        QCOMPARE(ce().failed.size(), std::size_t(1));
        QVERIFY(ce().failed.front().error.code == code && !isDecided(ce().failed.front()));
        passing = false;
        QVERIFY(study.compare(engine).ok());
        QCOMPARE(engine.jobs.size(), std::size_t(2 + 1));
        QVERIFY(ce().failed.empty() && ce().runs.size() == 1);
    }

    void aRandomSearchOfEqualBudget()
    {
        ComparedStudy study(named("random,ce"), 1);
        study.request.config.search.pruner = "none";
        study.addTrial(0.4, {16});
        ScriptedEngine engine = recording();
        const auto results = study.compare(engine);
        QVERIFY2(results.ok(), results ? "" : results.error().detail.c_str());
        QCOMPARE(engine.jobs.size(), std::size_t(2 + 2)); // as many trials as the study has, and the two runs
        const auto random = SqlStorage::open(study.request.folder / "random" / "study.db", StorageMode::Read);
        QVERIFY(random.ok());
        QVERIFY(results->front().name() == "random" && results->front().metaNet == bestProposal(**random)->metaNet);
        engine.jobs.clear();
        QVERIFY(study.compare(engine).ok());
        QVERIFY(engine.jobs.empty()); // the search is finished, and so are its runs
    }
};

QTEST_GUILESS_MAIN(tst_Comparison)
#include "tst_comparison.moc"
