// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>

#include "core/engine/kernels/CachingAllocator.h"
#include "tests/support/StepOracle.h"

#include <QtTest>

#include <thread>

using namespace reweigh;

class tst_Allocator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { CachingAllocator::install(); }

    void countsWhatLives()
    {
        const std::size_t before = CachingAllocator::liveBytes();
        CachingAllocator::resetPeak();
        {
            const at::Tensor a = at::empty({1000}, at::kFloat), b = at::empty({3'000'000}, at::kFloat);
            QCOMPARE(CachingAllocator::liveBytes() - before, std::size_t(12'004'000));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(a.data_ptr()) % 64, std::uintptr_t(0));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(b.data_ptr()) % 64, std::uintptr_t(0));
        }
        QCOMPARE(CachingAllocator::liveBytes(), before);
        QCOMPARE(CachingAllocator::peakBytes() - before, std::size_t(12'004'000));
    }

    void blocksComeBackUntilTrimmed()
    {
        const void* first = at::empty({5'000'000}, at::kByte).data_ptr();
        const std::size_t taken = CachingAllocator::systemAllocations();
        QCOMPARE(at::empty({4'990'000}, at::kByte).data_ptr(), first); // of one class of sizes
        QCOMPARE(CachingAllocator::systemAllocations(), taken);
        CachingAllocator::trim();
        const at::Tensor again = at::empty({5'000'000}, at::kByte);
        QCOMPARE(CachingAllocator::systemAllocations(), taken + 1);
    }

    void blocksAreNobodyElses()
    {
        const auto work = [](int value) {
            for (int round = 0; round < 200; ++round) {
                std::vector<at::Tensor> tensors;
                for (int64_t size : {7, 100, 4096, 70'000})
                    tensors.push_back(at::full({size}, value, at::kInt));
                for (const at::Tensor& tensor : tensors)
                    if (!(tensor == value).all().item<bool>())
                        return false;
            }
            return true;
        };
        bool good[3] = {};
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 3; ++i)
                threads.emplace_back([&, i] { good[i] = work(i); });
        }
        QVERIFY(good[0] && good[1] && good[2]);
    }

    void refusesWhatNobodyHas() { QVERIFY_EXCEPTION_THROWN(at::empty({int64_t(1) << 50}, at::kByte), c10::OutOfMemoryError); }

    /// "No allocation in the steady step."
    void steadyStepAsksForNothing_data()
    {
        QTest::addColumn<Precision>("precision");
        QTest::newRow("fp32") << Precision::Fp32;
        QTest::newRow("bf16") << Precision::Bf16;
    }
    void steadyStepAsksForNothing()
    {
        QFETCH(Precision, precision);
        TrainOptions options;
        options.precision = precision;
        test::StepCase c("small-cnn", options, 32);
        MetaStep step = c.step(options);
        const auto some = [&] {
            for (int i = 0; i < 3; ++i)
                step.take(c.classifier, c.batch, c.metaBatch, 0.1);
        };
        some();
        const std::size_t taken = CachingAllocator::systemAllocations();
        some();
        QCOMPARE(CachingAllocator::systemAllocations(), taken);
    }
};

QTEST_GUILESS_MAIN(tst_Allocator)
#include "tst_allocator.moc"
