// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/LatestJob.h"

#include <QSemaphore>
#include <QtTest>

#include <atomic>
#include <new>
#include <stdexcept>

using namespace reweigh;

class tst_LatestJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheNewestIsDelivered()
    {
        std::vector<int> done;
        std::atomic<int> begun = 0;
        QSemaphore started, go;
        LatestJob<int> job([&](int result) { done.push_back(result); });
        job.request([&] {
            ++begun;
            started.release();
            go.acquire();
            return 1;
        });
        QVERIFY(started.tryAcquire(1, 10000));
        for (int i = 2; i <= 50; ++i)
            job.request([&begun, i] {
                ++begun;
                return i;
            });
        QVERIFY(job.busy());
        go.release();
        QTRY_COMPARE(done, std::vector<int>{50}); // the first result was dropped because a newer request was waiting
        QCOMPARE(begun.load(), 2);                // those in between were never begun
        QVERIFY(!job.busy());
        job.request([] { return 51; });
        QTRY_COMPARE(done, (std::vector<int>{50, 51}));
    }

    void worksElsewhereDeliversHere()
    {
        QThread* worked = nullptr;
        QThread* delivered = nullptr;
        LatestJob<QThread*> job([&](QThread* thread) {
            worked = thread;
            delivered = QThread::currentThread();
        });
        job.request([] { return QThread::currentThread(); });
        QTRY_VERIFY(worked);
        QVERIFY(worked != QThread::currentThread());
        QCOMPARE(delivered, QThread::currentThread());
    }

    void cancelDropsWhatRunsAndWhatWaits()
    {
        std::vector<int> done;
        QSemaphore started, go;
        LatestJob<int> job([&](int result) { done.push_back(result); });
        job.request([&] {
            started.release();
            go.acquire();
            return 1;
        });
        QVERIFY(started.tryAcquire(1, 10000));
        job.request([] { return 2; });
        job.cancel();
        go.release();
        QTRY_VERIFY(!job.busy());
        QVERIFY(done.empty());
        job.request([] { return 3; }); // a request made after cancel() is run
        QTRY_COMPARE(done, std::vector<int>{3});
    }

    void requestAfterCancelWhileRunning()
    {
        std::vector<int> done;
        QSemaphore started, go;
        LatestJob<int> job([&](int result) { done.push_back(result); });
        job.request([&] {
            started.release();
            go.acquire();
            return 1;
        });
        QVERIFY(started.tryAcquire(1, 10000));
        job.cancel();
        job.request([] { return 2; });
        go.release();
        QTRY_COMPARE(done, std::vector<int>{2});
    }

    /// An exception on another thread ended the program.
    void anExceptionIsAnError()
    {
        std::vector<int> done;
        std::vector<Error> failed;
        LatestJob<int> job([&](int result) { done.push_back(result); }, [&](const Error& error) { failed.push_back(error); });
        job.request([]() -> int { throw std::bad_alloc(); });
        QTRY_COMPARE(failed.size(), std::size_t(1));
        QVERIFY(failed.front().code == ErrorCode::OutOfMemory && done.empty() && !job.busy());
        job.request([] { return 1; });
        QTRY_COMPARE(done, std::vector<int>{1});

        LatestJob<int> view([&](int result) { done.push_back(result); });
        QTest::ignoreMessage(QtWarningMsg, "a view could not be computed: planned");
        view.request([]() -> int { throw std::runtime_error("planned"); });
        QTRY_VERIFY(!view.busy());
        view.request([] { return 2; });
        QTRY_COMPARE(done, (std::vector<int>{1, 2}));
    }

    void itsEndMayComeFirst()
    {
        QSemaphore started, go;
        bool delivered = false;
        auto job = std::make_unique<LatestJob<int>>([&](int) { delivered = true; });
        job->request([&] {
            started.release();
            go.acquire();
            return 1;
        });
        QVERIFY(started.tryAcquire(1, 10000));
        job.reset();
        go.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10000));
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }
};

QTEST_MAIN(tst_LatestJob)
#include "tst_latestjob.moc"
