// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/JobQueue.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace reweigh;
using namespace std::chrono_literals;

namespace {

/// Jobs of which number i may begin only when all up to i - lag have ended.
class LaggedJobs : public JobQueue {
public:
    using Work = std::function<Status(int number, const std::stop_token& stop)>;

    LaggedJobs(int count, int lag, Work work)
        : m_count(count)
        , m_lag(lag)
        , m_work(std::move(work))
    {
    }

    bool hasNext() const override { return begun < m_count; }

    bool isReady() const override
    {
        ++asked;
        const std::lock_guard lock(m_mutex);
        return m_running.empty() || *m_running.begin() > begun - m_lag;
    }

    Result<Job> next() override
    {
        const std::lock_guard lock(m_mutex);
        const int number = begun++;
        m_running.insert(number);
        most = std::max(most, int(m_running.size()));
        return Job([this, number](const std::stop_token& stop) {
            const Status done = m_work(number, stop);
            const std::lock_guard ended(m_mutex);
            if (done) // else nothing may begin after it, as with a trial that was interrupted
                m_running.erase(number);
            return done;
        });
    }

    std::string name() const override { return "jobs"; }

    std::atomic<int> begun{0};
    mutable std::atomic<int> asked{0}; ///< calls of isReady()
    int most = 0;                      ///< jobs that ran at once

private:
    const int m_count, m_lag;
    const Work m_work;
    mutable std::mutex m_mutex;
    std::set<int> m_running;
};

void until(const std::function<bool()>& holds)
{
    for (int i = 0; i < 20000 && !holds(); ++i)
        std::this_thread::sleep_for(1ms);
}

} // namespace

/// Workers whose next job may not begin yet: they wait, and whatever ends the waiting wakes them.
class tst_Jobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobsBeginInTurn_data()
    {
        QTest::addColumn<int>("lag");
        QTest::newRow("one at a time") << 1;
        QTest::newRow("three") << 3;
        QTest::newRow("more than workers") << 20;
    }

    void jobsBeginInTurn()
    {
        QFETCH(int, lag);
        constexpr int count = 40, workers = 8;
        const int together = std::min(lag, workers);
        std::latch first(together); // so many must run at once
        LaggedJobs jobs(count, lag, [&](int number, const std::stop_token&) -> Status {
            if (number < together)
                first.arrive_and_wait();
            std::this_thread::sleep_for(std::chrono::microseconds(number * 37 % 11 * 100));
            return {};
        });
        SearchBudget budget(count, workers);
        QVERIFY(runJobs(jobs, budget, {}).ok());
        QCOMPARE(jobs.begun.load(), count);
        QCOMPARE(jobs.most, together);
    }

    /// A worker that waits asks again only when something has happened.
    void waitingCostsNothing()
    {
        LaggedJobs jobs(2, 1, [&](int, const std::stop_token&) -> Status {
            std::this_thread::sleep_for(100ms);
            return {};
        });
        SearchBudget budget(2, 4);
        QVERIFY(runJobs(jobs, budget, {}).ok());
        QVERIFY2(jobs.asked < 100, qPrintable(QString::number(jobs.asked.load())));
    }

    void aStopEndsTheWaiting()
    {
        std::stop_source stop;
        LaggedJobs jobs(5, 1, [&](int, const std::stop_token& stopped) -> Status {
            until([&] { return jobs.asked >= 4; });
            stop.request_stop();
            until([&] { return stopped.stop_requested(); });
            return Error{ErrorCode::Interrupted, "run", {}, {}};
        });
        SearchBudget budget(5, 4);
        const Status done = runJobs(jobs, budget, stop.get_token());
        QVERIFY(!done.ok() && done.error().code == ErrorCode::Interrupted);
        QCOMPARE(jobs.begun.load(), 1);
    }

    void anErrorEndsTheWaiting_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("of every job") << ErrorCode::DiskFull;
        QTest::newRow("interrupted") << ErrorCode::Interrupted;
        QTest::newRow("exception") << ErrorCode::TrainingFailed;
    }

    void anErrorEndsTheWaiting()
    {
        QFETCH(ErrorCode, code);
        LaggedJobs jobs(5, 2, [&](int number, const std::stop_token&) -> Status {
            until([&] { return jobs.asked >= 4; });
            if (number == 1)
                return {};
            if (code == ErrorCode::TrainingFailed)
                throw std::runtime_error("planned");
            return Error{code, "job", {}, {}};
        });
        SearchBudget budget(5, 4);
        const Status done = runJobs(jobs, budget, {});
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, code);
        QVERIFY(jobs.begun <= 2); // job 2 waits for job 0, which ends the run
    }

    void noWorkersEndTheWaiting()
    {
        SearchBudget budget(5, 4);
        LaggedJobs jobs(5, 1, [&](int, const std::stop_token&) -> Status {
            until([&] { return jobs.asked >= 4; });
            budget.setWorkers(0);
            return {};
        });
        const Status done = runJobs(jobs, budget, {});
        QVERIFY(!done.ok() && done.error().code == ErrorCode::Interrupted);
        QCOMPARE(jobs.begun.load(), 1);
    }

    /// Fewer workers while some wait, then more: the jobs are all done.
    void workersComeAndGo()
    {
        SearchBudget budget(12, 6);
        LaggedJobs jobs(12, 2, [&](int number, const std::stop_token&) -> Status {
            if (number == 0) {
                until([&] { return jobs.asked >= 5; });
                budget.setWorkers(1);
            }
            if (number == 5) {
                budget.setWorkers(6);
                until([&] { return jobs.begun > 6; });
            }
            return {};
        });
        QVERIFY(runJobs(jobs, budget, {}).ok());
        QCOMPARE(jobs.begun.load(), 12);
    }

    /// A choice that is taken back leaves the number of before, whether it was known by then or not.
    void aChoiceIsTakenBack()
    {
        SearchBudget known(5, SearchBudget::automatic);
        known.settle(3);
        known.setWorkers(8);
        known.setWorkers(SearchBudget::automatic);
        QCOMPARE(known.workers(), 3);

        SearchBudget chosen(5, 8);
        chosen.settle(3);
        QCOMPARE(chosen.workers(), 8);
        chosen.setWorkers(SearchBudget::automatic);
        QCOMPARE(chosen.workers(), 3);

        SearchBudget open(5, 8);
        open.setWorkers(SearchBudget::automatic);
        QCOMPARE(open.workers(), SearchBudget::automatic);
        open.settle(3);
        QCOMPARE(open.workers(), 3);
    }
};

QTEST_APPLESS_MAIN(tst_Jobs)
#include "tst_jobs.moc"
