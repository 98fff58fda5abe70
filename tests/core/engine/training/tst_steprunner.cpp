// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/RecordingKernels.h"
#include "tests/support/StepOracle.h"

#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/methods/Unweighted.h"
#include "core/engine/training/StepRunner.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// When steps are recorded and what becomes of them: with graphs that do what they recorded on the processor.
class tst_StepRunner : public QObject {
    Q_OBJECT

    enum class StepKind { Plain, Weighted, Reweighted };

    struct Trained {
        at::Tensor state;
        int64_t adamSteps = 0;
    };

    static int eight(int) { return 8; }

    /// `steps` steps at a rate that falls at every one; step i has a batch of size(i) samples.
    static Trained trained(StepKind kind, const c10::Device& device, int steps, int (*size)(int) = eight)
    {
        const TrainOptions options{.metaInterval = 2};
        StepCase c("mlp", options, 8);
        Unweighted none;
        MetaStep stepper = kind == StepKind::Plain ? MetaStep(c.network, *c.loss, none, options) : c.step(options);
        const StepTime time{.step = kind == StepKind::Weighted}; // the first step takes a meta batch, the second none
        StepRunner runner(stepper, options.precision, device);
        std::vector<at::Tensor> figures;
        for (int i = 0; i < steps; ++i) {
            c.drawBatches(size(i));
            figures.push_back(
                runner.run(c.classifier, c.batch, kind == StepKind::Reweighted ? c.metaBatch : Batch{}, 0.1 / (1 + i), time).values());
        }
        return {at::cat({c.classifier.w.flat.to(at::kDouble), c.meta.theta.flat.to(at::kDouble), at::cat(figures)}), c.meta.adam.steps};
    }

    const c10::Device m_cuda{c10::DeviceType::CUDA, 0}; ///< only the runner thinks so
    RecordingKernels m_kernels;

private Q_SLOTS:
    void init()
    {
        m_kernels = {};
        setDeviceKernels(&m_kernels);
    }

    void cleanup() { setDeviceKernels(nullptr); }

    void aRateThatChangesIsNoReasonToRecordAnew_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("plain") << int(StepKind::Plain);
        QTest::newRow("weighted") << int(StepKind::Weighted);
        QTest::newRow("reweighted") << int(StepKind::Reweighted);
    }

    void aRateThatChangesIsNoReasonToRecordAnew()
    {
        QFETCH(int, kind);
        const Trained alone = trained(StepKind(kind), at::kCPU, 10), recorded = trained(StepKind(kind), m_cuda, 10);
        QCOMPARE(m_kernels.captures, 1);
        QCOMPARE(m_kernels.replays, 7); // but for the first three steps
        QVERIFY(relativeError(recorded.state, alone.state) < 1e-5);
        QCOMPARE(recorded.adamSteps, alone.adamSteps);
    }

    /// What the steps before a recording used would be kept beside the graph's own memory, which is as much again.
    void theCacheIsEmptiedBeforeARecordingAndOnlyThen()
    {
        trained(StepKind::Reweighted, m_cuda, 10);
        QCOMPARE(m_kernels.captures, 1);
        QCOMPARE(m_kernels.emptied, 1);
        QVERIFY(m_kernels.emptiedBefore);
    }

    void aShorterBatchLeavesTheGraphAsItIs()
    {
        const auto size = [](int i) { return i == 6 ? 6 : 8; };
        const Trained alone = trained(StepKind::Reweighted, at::kCPU, 10, size), recorded = trained(StepKind::Reweighted, m_cuda, 10, size);
        QCOMPARE(m_kernels.captures, 1);
        QCOMPARE(m_kernels.replays, 6);
        QVERIFY(relativeError(recorded.state, alone.state) < 1e-5);
    }

    /// As EpochBatches divides 3,356 samples into batches of at most 128: of 124 or 125, never four of a size in a row.
    void sizesThatTakeTurnsAreRecordedEach()
    {
        const auto size = [](int i) { return i % 3 == 2 ? 9 : 8; };
        const Trained alone = trained(StepKind::Reweighted, at::kCPU, 15, size), recorded = trained(StepKind::Reweighted, m_cuda, 15, size);
        QCOMPARE(m_kernels.captures, 2);
        QCOMPARE(m_kernels.replays, 9); // but for the first three steps of each size
        QVERIFY(m_kernels.emptiedBefore);
        QVERIFY(relativeError(recorded.state, alone.state) < 1e-5);
        QCOMPARE(recorded.adamSteps, alone.adamSteps);
    }

    /// Six steps before the loss begins to correct and six after it; the estimate of the noise changes in place when a step is recorded.
    void aLossThatSwitchesIsRecordedAnew()
    {
        const auto run = [](const c10::Device& device, bool changes) {
            const TrainOptions options{.loss = "forward-estimated"};
            StepCase c("mlp", options, 8);
            Unweighted none;
            MetaStep stepper(c.network, *c.loss, none, options, c.context);
            StepRunner runner(stepper, options.precision, device);
            for (int i = 0; i < 12; ++i) {
                if (i == 11 && changes)
                    c.context.noiseMatrix.copy_(at::roll(at::eye(10, at::kDouble), 1, 0));
                runner.run(c.classifier, c.batch, Batch{}, 0.1, {.epoch = i < 6 ? 1 : 4, .epochs = 5});
            }
            return c.classifier.w.flat.clone();
        };
        const at::Tensor alone = run(at::kCPU, true), recorded = run(m_cuda, true);
        QCOMPARE(m_kernels.captures, 2);
        QCOMPARE(m_kernels.replays, 6);
        QVERIFY(relativeError(recorded, alone) < 1e-5);
        QVERIFY(relativeError(run(at::kCPU, false), alone) > 1e-3);
    }

    void whatCannotBeRecordedIsTakenAllTheSame()
    {
        m_kernels.fails = true;
        const Trained alone = trained(StepKind::Reweighted, at::kCPU, 8), refused = trained(StepKind::Reweighted, m_cuda, 8);
        QCOMPARE(m_kernels.captures, 1); // it is not tried again
        QCOMPARE(m_kernels.replays, 0);
        QVERIFY(relativeError(refused.state, alone.state) < 1e-5);
        QCOMPARE(refused.adamSteps, alone.adamSteps);
    }

    /// The library's optimisers hold the rate and the count of steps as numbers, which a graph would never change.
    void theLibrarysOperationsAreNotRecorded()
    {
        const KernelScope scope(KernelChoice::Library);
        trained(StepKind::Reweighted, m_cuda, 8);
        QCOMPARE(m_kernels.captures, 0);
    }
};

QTEST_GUILESS_MAIN(tst_StepRunner)
#include "tst_steprunner.moc"
