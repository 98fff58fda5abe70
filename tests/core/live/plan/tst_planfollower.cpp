// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/PlanFollower.h"
#include "tests/core/plan/StoredPlan.h"

#include <QSignalSpy>
#include <QtTest>

#include <chrono>

using namespace reweigh;
using test::StoredPlan;

using Snapshot = std::shared_ptr<const PlanSnapshot>;

/// What a follower tells of a plan that others change.
class tst_PlanFollower : public QObject {
    Q_OBJECT

    static Snapshot last(const QSignalSpy& changes) { return changes.last().first().value<Snapshot>(); }

    /// Makes all files of a plan older than a look takes into doubt.
    static void age(const StoredPlan& plan)
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(plan.dir.path().toStdString()))
            if (entry.is_regular_file())
                std::filesystem::last_write_time(entry.path(), std::filesystem::file_time_type::clock::now() - std::chrono::minutes(1));
    }

private Q_SLOTS:
    void seesNewResults()
    {
        StoredPlan plan;
        PlanFollower follower(plan.file());
        QSignalSpy changes(&follower, &PlanFollower::changed), failures(&follower, &PlanFollower::failed);
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(last(changes)->size.cells, 4);
        QCOMPARE(last(changes)->size.runsLeft, 4 * 2 * 3);
        QVERIFY(!last(changes)->state.cells[1].begun && std::isnan(last(changes)->secondsLeft));

        plan.give(1, {{"fixed", {.7, .71, .72}}, {"ce", {.6, .61, .62}}});
        follower.refresh();
        QTRY_COMPARE(last(changes)->size.runsLeft, 3 * 2 * 3);
        const Snapshot now = last(changes);
        QVERIFY(now->state.plan == now->plan.get());
        QVERIFY(now->state.cells[1].begun && now->state.cells[1].isDone() && !now->state.cells[0].begun);
        QCOMPARE(now->secondsLeft, 18.0); // each stored training took a second
        QVERIFY(failures.isEmpty());
    }

    /// Studies that lie elsewhere than beside the plan file.
    void readsStudiesOfAnotherFolder()
    {
        StoredPlan plan;
        plan.give(1, {{"fixed", {.7, .71, .72}}, {"ce", {.6, .61, .62}}});
        const std::filesystem::path elsewhere = plan.file().parent_path() / "elsewhere";
        std::filesystem::rename(plan.file().parent_path() / "made", elsewhere);
        PlanFollower beside(plan.file()), there(plan.file(), elsewhere);
        QSignalSpy besides(&beside, &PlanFollower::changed), changes(&there, &PlanFollower::changed);
        QTRY_COMPARE(besides.size(), 1);
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(last(besides)->size.runsLeft, 4 * 2 * 3);
        QCOMPARE(last(changes)->size.runsLeft, 3 * 2 * 3);
    }

    /// A change is seen without being asked for.
    void looksByItself()
    {
        StoredPlan plan;
        PlanFollower follower(plan.file());
        QSignalSpy changes(&follower, &PlanFollower::changed);
        QTRY_COMPARE(changes.size(), 1);
        plan.give(0, {{"ce", {.6}}});
        QTRY_COMPARE_WITH_TIMEOUT(last(changes)->size.runsLeft, 23, 3 * PlanFollower::lookEveryMs);
    }

    void tellsNothingWhereNothingChanged()
    {
        StoredPlan plan;
        plan.give(0, {{"ce", {.6}}});
        age(plan);
        PlanFollower follower(plan.file());
        QSignalSpy changes(&follower, &PlanFollower::changed);
        QTRY_COMPARE(changes.size(), 1);
        for (int i = 0; i < 5; ++i)
            follower.refresh();
        QTest::qWait(300);
        QCOMPARE(changes.size(), 1);
        plan.give(0, {{"ce", {.6, .7}}});
        follower.refresh();
        QTRY_COMPARE(last(changes)->size.runsLeft, 22);
    }

    void takesInWhatIsAddedToThePlan()
    {
        StoredPlan plan;
        PlanFollower follower(plan.file());
        QSignalSpy changes(&follower, &PlanFollower::changed);
        QTRY_COMPARE(changes.size(), 1);
        const Snapshot before = last(changes);
        plan.json["cells"]["noise-rate"] = {0.0, 0.2, 0.4};
        plan.json["hypotheses"] = {{{"name", "h"}, {"better", {"fixed", "ce"}}}};
        plan.write();
        follower.refresh();
        QTRY_COMPARE(last(changes)->state.cells.size(), std::size_t(6));
        QCOMPARE(last(changes)->hypotheses.size(), std::size_t(1));
        QCOMPARE(last(changes)->hypotheses.front().needed, 6 * 2 * 3);
        QCOMPARE(before->state.plan->cells.size(), std::size_t(4)); // an earlier snapshot stays whole
    }

    void whatCannotBeReadIsSaidOnce()
    {
        StoredPlan plan;
        PlanFollower follower(plan.file());
        QSignalSpy changes(&follower, &PlanFollower::changed), failures(&follower, &PlanFollower::failed),
            recoveries(&follower, &PlanFollower::recovered);
        QTRY_COMPARE(changes.size(), 1);
        plan.writeText("{\"seeds\": ");
        follower.refresh();
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(failures.first().first().value<Error>().code == ErrorCode::PlanNotJson);
        follower.refresh();
        follower.refresh();
        std::filesystem::remove(plan.file());
        follower.refresh();
        QTRY_COMPARE(failures.size(), 2); // another error
        QVERIFY(failures.last().first().value<Error>().code == ErrorCode::FileMissing);
        QVERIFY(recoveries.isEmpty());
        plan.write();
        follower.refresh();
        QTRY_COMPARE(changes.size(), 2);
        QCOMPARE(recoveries.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PlanFollower)
#include "tst_planfollower.moc"
