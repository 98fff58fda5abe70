// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/PlanJob.h"
#include "tests/core/live/SteppedTraining.h"
#include "tests/core/plan/StoredPlan.h"
#include "tests/support/ComparedStudy.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <set>

using namespace reweigh;
using test::StoredPlan;

/// A plan that is run behind the window: news, stop, continuation, errors.
class tst_PlanJob : public QObject {
    Q_OBJECT

    static constexpr int trainings = 2 * (2 + 2 * 2); ///< of the plan below: two cells with two trials, two variants and two seeds

    static std::shared_ptr<const Plan> planOf(StoredPlan& file)
    {
        file.json["cells"] = {{"noise-rate", {0.0, 0.4}}};
        file.json["seeds"] = 2;
        file.json["variants"] = {"searched", "ce"};
        file.json["settings"]["epochs"] = 3;
        file.write();
        return std::make_shared<const Plan>(file.read());
    }

private Q_SLOTS:
    void runsToTheEnd()
    {
        StoredPlan file;
        const auto plan = planOf(file);
        const auto engine = std::make_shared<test::ScriptedEngine>([](const TrainJob& job, RunObserver& observer, auto) {
            return test::recordedRun(job, observer, {0.5, 0.6, 0.7});
        });
        PlanJob job(test::openerOf(engine));
        QSignalSpy states(&job, &PlanJob::stateChanged), news(&job, &PlanJob::trainingEnded), finished(&job, &PlanJob::finished),
            failed(&job, &PlanJob::failed);
        QCOMPARE(job.workers(), 0);
        job.setWorkers(2);
        job.start(plan);
        QCOMPARE(job.state(), PlanJobState::Running);
        QCOMPARE(job.workers(), 2);
        job.start(plan); // ignored: it runs
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QCOMPARE(job.state(), PlanJobState::Idle);
        QCOMPARE(states.size(), 2);
        QVERIFY(failed.isEmpty() && !job.runs(plan->cells[0].name));
        QVERIFY(readPlanState(*plan)->isDone());
        QCOMPARE(news.size(), trainings);
        std::set<std::tuple<std::string, std::int64_t, std::string, int>> told;
        for (const auto& arguments : news) {
            const auto training = arguments.first().value<PlanTraining>();
            QVERIFY(!training.failed && !training.random && std::isfinite(training.value));
            QCOMPARE(training.trial >= 0, training.variant.empty());
            told.emplace(training.cell, training.trial, training.variant, training.seed);
        }
        QCOMPARE(int(told.size()), trainings); // each of them once
        QVERIFY(told.contains({plan->cells[1].name, -1, "ce", 2}) && told.contains({plan->cells[0].name, 1, "", 0}));

        job.start(plan); // nothing is left
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(int(engine->jobCount()), trainings);
        QCOMPARE(news.size(), trainings);
    }

    void stopsAndContinues()
    {
        StoredPlan file;
        const auto plan = planOf(file);
        test::SteppedTraining training;
        training.permits = 5;
        PlanJob job(test::openerOf(test::steppedEngine(training)));
        job.setWorkers(1);
        QSignalSpy finished(&job, &PlanJob::finished), failed(&job, &PlanJob::failed), news(&job, &PlanJob::trainingEnded);
        job.start(plan);
        QTRY_VERIFY(job.runs(plan->cells[0].name));
        QVERIFY(!job.runs(plan->cells[1].name));
        QTRY_VERIFY(training.running > 0 && training.permits == 0);
        job.stop();
        QCOMPARE(job.state(), PlanJobState::Stopping);
        QTRY_COMPARE(job.state(), PlanJobState::Idle);
        QVERIFY(finished.isEmpty() && failed.isEmpty() && news.isEmpty() && !job.runs(plan->cells[0].name));
        QVERIFY(!readPlanState(*plan)->isDone());
        training.permits = test::SteppedTraining::unlimited;
        job.start(plan);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(failed.isEmpty());
        QCOMPARE(news.size(), trainings);
        QVERIFY(readPlanState(*plan)->isDone());
    }

    void anErrorEndsIt()
    {
        StoredPlan file;
        const auto plan = planOf(file);
        PlanJob job([](const TrainOptions&, const DataSource&) -> Result<std::shared_ptr<Engine>> {
            return Error{ErrorCode::NoSuchDevice, "cuda:7", "there is none", "cpu"};
        });
        QSignalSpy finished(&job, &PlanJob::finished), failed(&job, &PlanJob::failed);
        job.start(plan);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().where, std::string("cuda:7"));
        QCOMPARE(job.state(), PlanJobState::Idle);
        QVERIFY(finished.isEmpty());
    }

    void itsEndWaitsForTheTrainings()
    {
        StoredPlan file;
        const auto plan = planOf(file);
        test::SteppedTraining training;
        training.permits = 1;
        {
            PlanJob job(test::openerOf(test::steppedEngine(training)));
            job.start(plan);
            QTRY_VERIFY(training.running > 0);
        }
        QCOMPARE(training.running.load(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PlanJob)
#include "tst_planjob.moc"
