// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanRecipes.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/WriterLock.h"
#include "tests/core/plan/ScriptedPlan.h"
#include "tests/support/FolderState.h"

#include <QtTest>

#include <mutex>
#include <optional>
#include <set>

using namespace reweigh;

/// Plans run to the same table however they are run, and nothing is run twice.
class tst_PlanRunner : public QObject {
    Q_OBJECT

    nlohmann::json m_whole; ///< figures of the usual plan, run by one worker without a stop

private Q_SLOTS:
    void initTestCase()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        m_whole = undisturbed(plan, engine);
        QCOMPARE(int(engine.jobs.size()), trainings);
        const PlanState state = *readPlanState(plan);
        QVERIFY(state.isDone());
        const MetaNetSpec &narrow = state.cells[0].search.best->metaNet, &wide = state.cells[1].search.best->metaNet;
        QVERIFY(narrow.hidden.front() < wide.hidden.front());
        for (const TrainJob& job : engine.jobs)
            QCOMPARE(job.training.threads, 1);
    }

    /// The study of one cell is of other settings, as where its folder was copied: the others are trained, and it is told once.
    void unusableCell()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        Plan other = plan;
        other.cells.resize(1);
        other.cells[0].config.training.epochs = 3;
        QVERIFY(run(other, engine, 1).ok());
        const std::size_t before = engine.jobs.size();
        std::vector<std::string> told;
        PlanEvents events;
        events.cellFails = [&](const PlanCell& cell, const Error& error) {
            told.push_back(cell.name);
            QCOMPARE(error.code, ErrorCode::StudyOtherSpace);
        };
        const Status done = run(plan, engine, 2, {}, events);
        QVERIFY(!done && done.error().code == ErrorCode::StudyOtherSpace);
        QCOMPARE(told, std::vector<std::string>{plan.cells[0].name});
        QCOMPARE(int(engine.jobs.size() - before), (cells - 1) * (trialsEach + runsEach));
        const PlanState state = *readPlanState(plan);
        QVERIFY(state.cells[0].failure && !state.cells[0].isDone());
        QVERIFY(std::all_of(state.cells.begin() + 1, state.cells.end(), [](const CellState& cell) { return cell.isDone(); }));
    }

    void sameForAnyNumberOfWorkers_data()
    {
        QTest::addColumn<int>("workers");
        for (const int workers : {2, 4, 9, int(SearchBudget::automatic)})
            QTest::addRow("%d workers", workers) << workers;
    }

    void sameForAnyNumberOfWorkers()
    {
        QFETCH(int, workers);
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine, workers).ok());
        QCOMPARE(int(engine.jobs.size()), trainings);
        QVERIFY(figures(plan) == m_whole);
    }

    /// Without a lag the trials of a search depend on each other and run one at a time; those of different cells run side by side.
    void aSearchRunsOneAtATime()
    {
        PlanFile file;
        const Plan plan = file.read();
        std::mutex mutex;
        std::multiset<double> running; // noise rates and imbalance factors of the cells whose trials run
        int most = 0, mostOfCell = 0;
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, auto) {
            const bool trial = job.runDir.string().find("artifacts") != std::string::npos;
            const double cell = job.data.noiseRate + 10 * job.data.imbalanceFactor;
            if (trial) {
                const std::lock_guard lock(mutex);
                running.insert(cell);
                most = std::max(most, int(running.size()));
                mostOfCell = std::max(mostOfCell, int(running.count(cell)));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            if (trial) {
                const std::lock_guard lock(mutex);
                running.erase(running.find(cell));
            }
            return trained(job, observer);
        });
        QVERIFY(run(plan, engine, 4).ok());
        QCOMPARE(mostOfCell, 1);
        QVERIFY(most > 1);
    }

    /// It must print its tables on media that cannot be written, and without the images.
    void aDonePlanOpensNothing()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine).ok());
        const std::set<std::string> before = folderState(plan.folder);
        const PlanEngineOpener none = [](const TrainOptions&, const DataSource&) {
            return Result<std::shared_ptr<Engine>>(Error{ErrorCode::EngineMissing, {}, {}, {}});
        };
        PlanEvents events;
        int begun = 0;
        events.cellBegins = [&](const PlanCell&) { ++begun; };
        SearchBudget budget(0, 2);
        QVERIFY(runPlan(plan, none, budget, {}, events).ok());
        QCOMPARE(begun, 0);
        QVERIFY(folderState(plan.folder) == before);
    }

    void whatIsAddedIsTrained()
    {
        PlanFile file;
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(file.read(), engine).ok());
        engine.jobs.clear();
        const nlohmann::json right = {{"noise-rate", 0.0}};
        file.json["seeds"] = nlohmann::json::array({{{"seeds", 3}}, {{"cells", right}, {"seeds", 2}}});
        file.json["variants"].push_back("fixed");
        const Plan plan = file.read();
        PlanSize size = planSize(*readPlanState(plan));
        QCOMPARE(size.cells, cells);
        QCOMPARE(size.searches, cells);
        QCOMPARE(size.trials, cells * trialsEach);
        QCOMPARE(size.trialsLeft, 0);
        QCOMPARE(size.runs, 2 * 3 * 3 + 2 * 3 * 2);
        QCOMPARE(size.runsLeft, 2 * (2 + 3) + 2 * 2); // a seed more of two variants and three of `fixed`; two of `fixed`
        QVERIFY(run(plan, engine).ok());
        QCOMPARE(int(engine.jobs.size()), size.runsLeft);
        size = planSize(*readPlanState(plan));
        QCOMPARE(size.runsLeft, 0);
        const Result<PlanState> after = readPlanState(plan);
        for (const CellState& cell : after->cells)
            for (const PlanVariant& variant : cell.variants)
                QCOMPARE(int(variant.result.runs.size()), cell.cell->seeds());
    }

    void aChangedPlanMixesNothing()
    {
        PlanFile file;
        const Plan before = file.read();
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(before, engine).ok());
        engine.jobs.clear();
        file.json["settings"]["lr"] = 0.01;
        const Plan after = file.read();
        QCOMPARE(int(readPlanState(after)->strangers.size()), cells);
        QVERIFY(run(after, engine).ok());
        QCOMPARE(int(engine.jobs.size()), trainings);
        for (const TrainJob& job : engine.jobs)
            QCOMPARE(job.training.lr, 0.01);
        QVERIFY(figures(before) == m_whole);
    }

    void aFailingRunIsCountedOnce()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            const bool diverges = job.training.weighting == "none" && job.data.noiseRate > 0;
            Result<TrainResult> result = diverges ? test::scriptedRun(job, observer, {0.5, 0.5}) : trained(job, observer);
            if (diverges)
                result->end = RunEnd::NonFinite;
            return result;
        });
        QVERIFY(run(plan, engine).ok());
        const PlanState state = *readPlanState(plan);
        QVERIFY(state.isDone());
        QCOMPARE(int(state.cells.back().variant("ce")->result.failed.size()), 2);
        engine.jobs.clear();
        file.json["variants"].push_back("fixed");
        QVERIFY(run(file.read(), engine).ok());
        QCOMPARE(int(engine.jobs.size()), cells * 2); // of `fixed` alone: what failed is not tried again
    }

    /// A failure that may pass does not end the plan, is not repeated by it, and is tried again by the next run.
    void aPassingFailureIsTriedAgain()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (job.training.weighting == "none" && job.data.noiseRate > 0)
                return Error{ErrorCode::FileCorrupt, "ce", "planned", {}};
            return trained(job, observer);
        });
        QVERIFY(run(plan, engine).ok());
        QCOMPARE(int(engine.jobs.size()), trainings);
        const PlanState state = *readPlanState(plan);
        QVERIFY(!state.isDone());
        QCOMPARE(planSize(state).runsLeft, 4);
        QCOMPARE(int(state.cells.back().variant("ce")->result.failed.size()), 2);
        ScriptedEngine again = usualEngine();
        QVERIFY(run(plan, again).ok());
        QCOMPARE(int(again.jobs.size()), 4);
        QVERIFY(figures(plan) == m_whole);
    }

    void whatHitsEveryTrainingEndsThePlan()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (engine.jobCount() > 9)
                return Error{ErrorCode::DiskFull, "somewhere", "no space", {}};
            return trained(job, observer);
        });
        QVERIFY(run(plan, engine, 1).error().code == ErrorCode::DiskFull);
        QCOMPARE(int(engine.jobs.size()), 10);
        ScriptedEngine again = usualEngine();
        QVERIFY(run(plan, again).ok());
        QVERIFY(figures(plan) == m_whole);
    }

    /// The other cells, and the variants that need no search, are trained before the error is told.
    void aSearchThatFindsNothing()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine([](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (job.training.weighting == "mwnet" && job.data.noiseRate == 0 && job.data.imbalanceFactor == 1)
                return Error{ErrorCode::TrainingFailed, "mwnet", "planned", {}};
            return trained(job, observer);
        });
        const Status done = run(plan, engine);
        QVERIFY(!done.ok() && done.error().code == ErrorCode::StudyEmpty);
        const PlanState state = *readPlanState(plan);
        QCOMPARE(state.cells[0].missingRuns(), 2);
        QCOMPARE(state.cells[0].impossibleRuns(), 2);
        const PlanSize size = planSize(state);
        QVERIFY(size.runsLeft == 0 && size.runsImpossible == 2 && size.runs == cells * runsEach);
        QCOMPARE(int(state.cells[0].variant("ce")->result.runs.size()), 2);
        for (std::size_t i = 1; i < cells; ++i)
            QVERIFY(state.cells[i].isDone());
    }

    /// One whose recipe cannot be carried out ended all others.
    void anImpossibleCellStopsNoOther()
    {
        PlanFile file;
        file.json["cells"] = {{"imbalance-factor", {1e6, 1, 2e6, 5}}};
        const Plan plan = file.read();
        const PlanState before = *readPlanState(plan);
        const PlanRecipes recipes = *planRecipes(before, {});
        QCOMPARE(int(recipes.cells.size()), cells);
        for (int i = 0; i < cells; ++i)
            QCOMPARE(recipes.cells[i].error.has_value(), i % 2 == 0);
        QVERIFY(recipes.firstError() == &recipes.cells[0] && recipes.firstPossible() == &recipes.cells[1]);
        QCOMPARE(recipes.first->plan->train.size(), recipes.cells[1].trainImages);
        QVERIFY(recipes.cells[3].trainImages < recipes.cells[1].trainImages);
        QCOMPARE(int(planRecipes(before, {}, 2)->cells.size()), 2);

        std::vector<std::string> failed;
        PlanEvents events;
        events.cellFails = [&](const PlanCell& cell, const Error& error) {
            failed.push_back(cell.name);
            QVERIFY(error.code == ErrorCode::ClassWouldBeEmpty);
        };
        ScriptedEngine engine = usualEngine();
        const Status done = run(plan, engine, 2, {}, events);
        QVERIFY(!done.ok() && done.error() == *recipes.cells[0].error);
        QCOMPARE(int(engine.jobs.size()), trainings / 2);
        std::ranges::sort(failed);
        QCOMPARE(failed, std::vector<std::string>({plan.cells[0].name, plan.cells[2].name}));
        const PlanState after = *readPlanState(plan);
        for (int i = 0; i < cells; ++i)
            QCOMPARE(after.cells[i].isDone(), i % 2 == 1);
    }

    /// Its folder is named only where something is in it.
    void interruptedBeforeAnythingIsWritten()
    {
        PlanFile file;
        const Plan plan = file.read();
        const PlanState before = *readPlanState(plan);
        std::stop_source stop;
        stop.request_stop();
        const auto recipes = planRecipes(before, stop.get_token());
        QVERIFY(!recipes.ok() && recipes.error() == (Error{ErrorCode::Interrupted, {}, {}, "the same command"}));
        QVERIFY(std::filesystem::create_directories(plan.folder));
        QCOMPARE(planRecipes(before, stop.get_token()).error().where, plan.folder.string());
    }

    /// A variant's list of images to leave out that is not there: it was missed after the search.
    void aMissingListIsToldBeforeTheSearch()
    {
        PlanFile file;
        file.json["variants"] = {"searched",
                                 {{"name", "without"}, {"base", "searched"}, {"settings", {{"leave-out", "/nowhere/marks.csv"}}}}};
        const Plan plan = file.read();
        const PlanState before = *readPlanState(plan);
        const PlanRecipes recipes = *planRecipes(before, {});
        QVERIFY(recipes.firstError() && recipes.firstError()->error->code == ErrorCode::FileMissing);
        ScriptedEngine engine = usualEngine();
        const Status done = run(plan, engine);
        QVERIFY(!done.ok() && done.error().code == ErrorCode::FileMissing);
        QVERIFY(engine.jobs.empty());
    }

    void aRandomSearchOfItsOwn()
    {
        PlanFile file;
        file.json["variants"] = {"random", "ce"};
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        int random = 0, own = 0;
        PlanEvents events;
        events.trialFinished = [&](const PlanCell&, const FrozenTrial&, bool ofRandom) { ++(ofRandom ? random : own); };
        QVERIFY(run(plan, engine, 2, {}, events).ok());
        QCOMPARE(random, cells * trialsEach);
        QCOMPARE(own, 0);
        QVERIFY(readPlanState(plan)->isDone());
        engine.jobs.clear();
        QVERIFY(run(plan, engine).ok());
        QVERIFY(engine.jobs.empty());
    }

    /// Each cell trains the networks of the others: those that differ from its own, equal ones once.
    void foundNetworksAreTrainedInTheOtherCells()
    {
        PlanFile file;
        file.json["transfer"] = true;
        const Plan plan = file.read();
        QCOMPARE(planSize(*readPlanState(plan)).runsLeft, cells * (runsEach + (cells - 1) * 2));
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine).ok());
        const PlanState state = *readPlanState(plan);
        QVERIFY(state.isDone());
        QCOMPARE(int(engine.jobs.size()), trainings + cells * 2); // cells of one noise rate find the same network
        for (const CellState& cell : state.cells) {
            QCOMPARE(int(cell.variants.size()), 2 + cells - 1);
            int foreign = 0;
            for (const PlanVariant& variant : cell.variants)
                foreign += int(variant.name.starts_with("searched@") && variant.sameAs.empty());
            QCOMPARE(foreign, 1);
        }
        QCOMPARE(planSize(state).runsLeft, 0);
    }
};

QTEST_GUILESS_MAIN(tst_PlanRunner)
#include "tst_planrunner.moc"
