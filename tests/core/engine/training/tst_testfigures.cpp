// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/SmallRuns.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

/// After which epochs the test images are evaluated, and that nothing else depends on it.
class tst_TestFigures : public QObject {
    Q_OBJECT

    test::SmallRuns m_runs;

    /// A run of four epochs of which the last two count.
    TrainJob job(const char* folder, bool everyEpoch) const
    {
        TrainJob made = m_runs.job(folder, "ce");
        made.training.testEveryEpoch = everyEpoch;
        made.countedEpochs = 2;
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_runs.prepare({.noiseRate = 0.2, .imbalanceFactor = 2})); }

    void onlyTheLastOnesAndTheSameTraining()
    {
        const TrainJob all = job("all", true), last = job("last", false);
        const auto every = test::trained(all), counted = test::trained(last);
        QVERIFY(every.ok() && counted.ok());
        QVERIFY(counted->end == RunEnd::Finished);
        QCOMPARE(counted->epochs.size(), std::size_t(4));
        auto beside = every->epochs.begin();
        for (const EpochFigures& epoch : counted->epochs) {
            const EpochFigures& full = *beside++;
            QVERIFY(std::isfinite(full.test.loss));
            QCOMPARE(std::isnan(epoch.test.loss), epoch.epoch <= 2);
            QCOMPARE(std::isnan(epoch.test.accuracy), epoch.epoch <= 2);
            QCOMPARE(std::isnan(epoch.test.calibrationError), epoch.epoch <= 2);
            if (epoch.epoch > 2) {
                QCOMPARE(epoch.test.loss, full.test.loss);
                QCOMPARE(epoch.test.accuracy, full.test.accuracy);
            }
            QCOMPARE(epoch.train.loss, full.train.loss);
            QCOMPARE(epoch.validation.loss, full.validation.loss);
        }
        QVERIFY(at::equal(test::checkpointOf(last, "classifier.weights"), test::checkpointOf(all, "classifier.weights")));
    }

    /// Where nobody says which epochs count, all do.
    void allWhereNoneIsNamed()
    {
        TrainJob unnamed = job("unnamed", false);
        unnamed.countedEpochs = 0;
        const auto run = test::trained(unnamed);
        QVERIFY(run.ok());
        for (const EpochFigures& epoch : run->epochs)
            QVERIFY(std::isfinite(epoch.test.loss));
    }

    /// What was written before an interruption is read back with its gaps.
    void interruptedAndContinued()
    {
        const TrainJob whole = job("whole", false), parts = job("parts", false);
        const auto once = test::trained(whole);
        QVERIFY(once.ok());
        const auto first = test::trained(parts, once->run.stepsPerEpoch + 1);
        QVERIFY(first.ok());
        QVERIFY(first->end == RunEnd::Interrupted);
        const auto rest = test::trained(parts);
        QVERIFY(rest.ok());
        QVERIFY(rest->end == RunEnd::Finished);
        QCOMPARE(rest->epochs.size(), std::size_t(4));
        QVERIFY(std::isnan(rest->epochs.begin()->test.loss));
        QCOMPARE(rest->epochs.back().test.loss, once->epochs.back().test.loss);
        QVERIFY(at::equal(test::checkpointOf(parts, "classifier.weights"), test::checkpointOf(whole, "classifier.weights")));
    }
};

QTEST_GUILESS_MAIN(tst_TestFigures)
#include "tst_testfigures.moc"
