// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"
#include "core/storage/WriterLock.h"
#include "tests/core/plan/ScriptedPlan.h"

#include <QtTest>

#include <mutex>
#include <optional>
#include <set>

using namespace reweigh;

/// A plan that is stopped, or shared with another process, ends as one that ran undisturbed, and nothing is run twice.
class tst_PlanStops : public QObject {
    Q_OBJECT

    nlohmann::json m_whole; ///< figures of the usual plan, run by one worker without a stop

private Q_SLOTS:
    void initTestCase()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine engine = usualEngine();
        m_whole = undisturbed(plan, engine);
    }

    /// Stopped after so many trainings again and again: within a search, between search and comparison, between cells.
    void stoppedAndContinued_data()
    {
        QTest::addColumn<int>("each");
        for (const int each : {1, 2, 5, 11})
            QTest::addRow("every %d trainings", each) << each;
    }

    void stoppedAndContinued()
    {
        QFETCH(int, each);
        PlanFile file;
        const Plan plan = file.read();
        int cut = 0, finished = 0;
        for (int round = 0; round < 3 * trainings; ++round) {
            std::stop_source stop;
            ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, const std::stop_token&) -> Result<TrainResult> {
                if (int(engine.jobCount()) <= each)
                    return trained(job, observer);
                stop.request_stop();
                TrainResult result;
                result.end = RunEnd::Interrupted;
                return result;
            });
            const Status done = run(plan, engine, 1, stop.get_token());
            finished += std::min(each, int(engine.jobs.size()));
            if (done)
                break;
            QVERIFY(done.error().code == ErrorCode::Interrupted && !done.error().hint.empty());
            ++cut;
        }
        QCOMPARE(cut, (trainings - 1) / each);
        QCOMPARE(finished, trainings); // none was run twice
        QVERIFY(figures(plan) == m_whole);
    }

    /// Killed before the study had its facts.
    void aStudyWithoutFactsIsCompleted()
    {
        PlanFile file;
        const Plan plan = file.read();
        const StudyFolder folder = StudyFolder::of(plan.cells.front().config);
        QVERIFY(makeFolder(folder.folder()).ok());
        QVERIFY(SqlStorage::create(folder.file(), "plan", Direction::Maximize).ok());
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine).ok());
        QVERIFY(figures(plan) == m_whole);
        QVERIFY(readPlanState(plan)->cells.front().begun);
    }

    /// Another process writes a cell: the others are run, then this one waits, and takes over what remains.
    void aLockedCellIsLeftAndTakenLater()
    {
        PlanFile file;
        const Plan plan = file.read();
        const std::filesystem::path study = StudyFolder::of(plan.cells.front().config).file();
        QVERIFY(makeFolder(study.parent_path()).ok());
        std::optional<WriterLock> lock(*WriterLock::acquire(study));
        std::vector<std::string> begun;
        int waited = 0;
        PlanEvents events;
        events.cellBegins = [&](const PlanCell& cell) { begun.push_back(cell.name); };
        events.waits = [&](int left) {
            QCOMPARE(left, 1);
            QCOMPARE(int(begun.size()), cells - 1);
            ++waited;
            lock.reset();
        };
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine, 2, {}, events).ok());
        QCOMPARE(waited, 1);
        QCOMPARE(begun.back(), plan.cells.front().name);
        QCOMPARE(int(engine.jobs.size()), trainings);
        QVERIFY(figures(plan) == m_whole);
    }

    void aWaitCanBeStopped()
    {
        PlanFile file;
        file.json["cells"] = {{"noise-rate", {0.4}}};
        const Plan plan = file.read();
        const std::filesystem::path study = StudyFolder::of(plan.cells.front().config).file();
        QVERIFY(makeFolder(study.parent_path()).ok());
        const Result<WriterLock> lock = WriterLock::acquire(study);
        QVERIFY(lock.ok());
        std::stop_source stop;
        PlanEvents events;
        events.waits = [&](int) { stop.request_stop(); };
        ScriptedEngine engine = usualEngine();
        QVERIFY(run(plan, engine, 1, stop.get_token(), events).error().code == ErrorCode::Interrupted);
        QVERIFY(engine.jobs.empty());
    }

    void twoShareAPlan()
    {
        PlanFile file;
        const Plan plan = file.read();
        ScriptedEngine first = usualEngine(), second = usualEngine();
        Status one, two;
        {
            std::jthread beside([&] { two = run(plan, second, 2); });
            one = run(plan, first, 2);
        }
        QVERIFY2(one.ok(), one ? "" : one.error().detail.c_str());
        QVERIFY2(two.ok(), two ? "" : two.error().detail.c_str());
        QCOMPARE(int(first.jobs.size() + second.jobs.size()), trainings);
        QVERIFY(figures(plan) == m_whole);
    }
};

QTEST_GUILESS_MAIN(tst_PlanStops)
#include "tst_planstops.moc"
