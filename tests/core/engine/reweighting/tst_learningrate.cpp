// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StepOracle.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// A rate that lies beside the tensors, as recorded steps read it, is the one that the meta gradient is taken at: the
/// number beside it is another.
class tst_LearningRate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMetaGradientReadsItFromTheDevice_data()
    {
        QTest::addColumn<bool>("normalised");
        QTest::addColumn<VirtualStep>("moved");
        QTest::addColumn<Precision>("precision");
        QTest::newRow("fp64") << false << VirtualStep::Full << Precision::Fp64;
        QTest::newRow("normalised, fp64") << true << VirtualStep::Full << Precision::Fp64;
        QTest::newRow("head, fp64") << false << VirtualStep::Head << Precision::Fp64;
        QTest::newRow("fp32") << false << VirtualStep::Full << Precision::Fp32;
    }

    void theMetaGradientReadsItFromTheDevice()
    {
        QFETCH(bool, normalised);
        QFETCH(VirtualStep, moved);
        QFETCH(Precision, precision);
        TrainOptions options;
        options.virtualStep = moved;
        options.precision = precision;
        options.metaNet.normalised = normalised;
        const auto gradient = [&](const LearningRate& lr) {
            StepCase c("mlp", options, 8);
            MetaStep step = c.step(options);
            step.take(c.classifier, c.batch, c.metaBatch, lr);
            return c.weighting.metaGradient().clone();
        };
        LearningRate beside = 0.3;
        beside.onDevice = at::full({}, 0.05, at::kDouble);
        const at::Tensor want = gradient(0.05), got = gradient(beside), other = gradient(0.3);
        const double bound = precision == Precision::Fp64 ? 1e-12 : 1e-5;
        QVERIFY(relativeError(got, want) < bound);
        QVERIFY(relativeError(other, want) > 1e-2);
    }
};

QTEST_APPLESS_MAIN(tst_LearningRate)
#include "tst_learningrate.moc"
