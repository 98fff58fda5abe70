// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/EngineImpl.h"
#include "core/engine/training/FlushDenormals.h"
#include "tests/core/engine/training/JobData.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#include <xmmintrin.h>
#endif

using namespace reweigh;

/// Denormals count as zero in every thread that trains, and nowhere else.
class tst_Denormals : public QObject {
    Q_OBJECT

    static constexpr int threads = 4;
    EngineImpl m_engine;
    TrainJob m_job;

    /// Threads of the calling thread's team for which the product of two normal numbers, itself denormal, is zero, and so is a
    /// denormal number doubled up into the normal range.
    static int flushing()
    {
        std::atomic<int> count{0};
        at::parallel_for(0, at::get_num_threads(), 1, [&](int64_t begin, int64_t end) {
            volatile float small = 1e-30f, smaller = 1e-10f, denormal = 1e-39f, large = 1e10f;
            const volatile float product = small * smaller, doubled = denormal * large;
            count += product == 0.0f && doubled == 0.0f ? int(end - begin) : 0;
        });
        return count;
    }

    struct Observer : RunObserver {
        std::stop_source source;
        std::vector<int> counts; ///< flushing(), after each step
        bool zeros = true;       ///< what the library's own operations leave of denormals, on all threads
        int stopAt = -1, throwAt = -1;

        void stepFinished(const StepFigures&) override
        {
            counts.push_back(flushing());
            const at::Tensor product = at::full({1 << 18}, 1e-30f) * 1e-10f;
            zeros = zeros && product.count_nonzero().item<int64_t>() == 0;
            // A team of another size, for which the runtime ends threads and starts new ones.
            std::atomic<int> pair{0};
#pragma omp parallel num_threads(2)
            ++pair;
            counts.push_back(flushing());
            if (int(counts.size()) == 2 * stopAt)
                source.request_stop();
            if (int(counts.size()) == 2 * throwAt)
                throw std::runtime_error("thrown in a training");
        }
    };

    bool allFlushed(const Observer& observer) const
    {
        return observer.counts.size() >= 4 && observer.zeros && std::ranges::count(observer.counts, threads) == std::ssize(observer.counts);
    }

private Q_SLOTS:
    void initTestCase()
    {
#if !defined(__x86_64__) && !defined(__i386__)
        QSKIP("the mode is set on x86 only");
#endif
        auto made =
            test::jobWithData({.dataset = "synthetic", .imbalanceFactor = 5, .metaPerClass = 5, .valPerClass = 5, .trainLimit = 200});
        QVERIFY(made.ok());
        m_job = std::move(*made);
        m_job.training.model = "mlp";
        m_job.training.epochs = 1;
        m_job.training.batchSize = 32;
        m_job.training.metaBatchSize = 20;
        m_job.training.device = "cpu";
        m_job.training.threads = threads;
    }

    /// Whatever ends a training: the mode of the thread that called it, and of its team, is what it was.
    void modeIsGivenBack_data()
    {
        QTest::addColumn<int>("stopAt");
        QTest::addColumn<int>("throwAt");
        QTest::newRow("finished") << -1 << -1;
        QTest::newRow("stopped") << 2 << -1;
        QTest::newRow("thrown") << -1 << 2;
    }

    void modeIsGivenBack()
    {
        QFETCH(int, stopAt);
        QFETCH(int, throwAt);
        at::set_num_threads(threads);
        QCOMPARE(flushing(), 0); // and the team is there before the training
        Observer observer;
        observer.stopAt = stopAt;
        observer.throwAt = throwAt;
        const auto result = m_engine.train(m_job, observer, observer.source.get_token());
        QCOMPARE(result.ok(), throwAt < 0);
        QVERIFY(allFlushed(observer));
        QCOMPARE(flushing(), 0);
    }

    /// A caller that flushes by its own wish goes on doing so.
    void callersOwnModeStays()
    {
#if defined(__x86_64__) || defined(__i386__)
        const unsigned before = _mm_getcsr();
        _mm_setcsr(before | 0x8040);
        const unsigned mine = _mm_getcsr() & ~0x3fu; // without the flags of what happened
        Observer observer;
        const auto result = m_engine.train(m_job, observer, {});
        const unsigned after = _mm_getcsr() & ~0x3fu;
        _mm_setcsr(before);
        QVERIFY(result.ok());
        QCOMPARE(after, mine);
#endif
    }

    void sideBySide()
    {
        const auto alone = [this](Observer& observer, int& after) {
            const bool ok = m_engine.train(m_job, observer, {}).ok();
            after = ok ? flushing() : -1;
        };
        Observer first, second;
        int afterFirst = -1, afterSecond = -1;
        std::thread beside([&] { alone(first, afterFirst); });
        alone(second, afterSecond);
        beside.join();
        QVERIFY(allFlushed(first));
        QVERIFY(allFlushed(second));
        QCOMPARE(afterFirst, 0);
        QCOMPARE(afterSecond, 0);
    }

    /// The scope alone, one within another.
    void scopesNest()
    {
        at::set_num_threads(threads);
        QCOMPARE(flushing(), 0);
        {
            const FlushDenormals outer;
            QCOMPARE(flushing(), threads);
            {
                const FlushDenormals inner;
                QCOMPARE(flushing(), threads);
            }
            QCOMPARE(flushing(), threads);
        }
        QCOMPARE(flushing(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Denormals)
#include "tst_denormals.moc"
