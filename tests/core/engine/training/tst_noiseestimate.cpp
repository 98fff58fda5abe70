// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/SmallRuns.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// A run whose loss estimates the label noise: from which classifier, when, and what of it is in the checkpoint. That such runs are resumed
/// to the bit wherever they are stopped, with every weighting, is in tst_methods.cpp.
class tst_NoiseEstimate : public QObject {
    Q_OBJECT

    static constexpr const char* m_name = "loss.noise_matrix";
    SmallRuns m_runs;

    /// A run of four epochs whose warm-up, if it has one, is two.
    TrainJob job(const char* folder, const char* loss) const
    {
        TrainJob result = m_runs.job(folder, loss);
        result.training.methodSettings = {{"forward-warm-up", 0.5}};
        return result;
    }

    static at::Tensor identityFor(const TrainJob& of) { return at::eye(of.plan->classes, at::kDouble); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_runs.prepare({.noiseType = NoiseType::Flip, .noiseRate = 0.3, .imbalanceFactor = 2})); }

    /// The classifier at the end of the warm-up is that of a run with cross entropy, which is evaluated here.
    void isOfTheClassifierAfterTheWarmUp()
    {
        const TrainJob plain = job("plain", "ce"), estimated = job("estimated", "forward-estimated");
        QVERIFY(trained(plain, -1, 2).ok());
        const auto result = trained(estimated);
        QVERIFY(result.ok() && result->end == RunEnd::Finished);

        const at::Tensor p = at::softmax(trainingLogits(plain), 1);
        const at::Tensor want = p.index_select(0, p.argmax(0)); // row i: the answer to the sample that is likeliest of class i

        const at::Tensor got = checkpointOf(estimated, m_name);
        QVERIFY(got.scalar_type() == at::kDouble);
        QVERIFY(at::allclose(got.sum(1), at::ones_like(got.sum(1)), 0, 1e-12));
        QVERIFY2(at::allclose(got, want, 0, 1e-6), qPrintable(QString::number((got - want).abs().max().item<double>())));
        QVERIFY(!at::allclose(got, identityFor(estimated), 0, 1e-3));
    }

    /// A stop between the last step of the warm-up and the end of its evaluation comes before the estimate, one step later after it.
    void stoppedAroundTheEstimate()
    {
        const TrainJob whole = job("whole", "forward-estimated"), parts = job("parts", "forward-estimated");
        const auto full = trained(whole);
        QVERIFY(full.ok() && full->end == RunEnd::Finished);
        const int steps = full->run.stepsPerEpoch;
        QVERIFY(trained(parts, steps)->end == RunEnd::Interrupted); // in the first epoch's evaluation
        QVERIFY(at::equal(checkpointOf(parts, m_name), identityFor(parts)));
        QVERIFY(trained(parts, steps)->end == RunEnd::Interrupted); // in the second epoch's, where the warm-up ends
        QVERIFY(at::equal(checkpointOf(parts, m_name), identityFor(parts)));
        QVERIFY(trained(parts, 1)->end == RunEnd::Interrupted);
        const at::Tensor estimate = checkpointOf(parts, m_name);
        QVERIFY(at::equal(estimate, checkpointOf(whole, m_name)));
        QVERIFY(!at::equal(estimate, identityFor(parts)));
        QVERIFY(trained(parts)->end == RunEnd::Finished);
        QVERIFY(!checkpointOf(whole).empty());
        QVERIFY(checkpointOf(parts) == checkpointOf(whole));
    }

    /// Bit for bit; and without an end of the warm-up there is nothing to estimate.
    void aWholeRunOfWarmUpIsCrossEntropy()
    {
        TrainJob warm = job("warm", "forward-estimated"), plain = job("plain-whole", "ce");
        warm.training.methodSettings = {{"forward-warm-up", 1.0}};
        QVERIFY(trained(warm).ok() && trained(plain).ok());
        QVERIFY(at::equal(checkpointOf(warm, m_name), identityFor(warm)));
        std::map<std::string, StoredTensor> got = checkpointOf(warm);
        QCOMPARE(int(got.erase(m_name)), 1);
        QVERIFY(!got.empty() && got == checkpointOf(plain));
    }

    /// The estimate is used: another one gives another classifier.
    void theEstimateCounts()
    {
        TrainJob one = job("one", "forward-estimated"), other = job("other", "forward-estimated"), plain = job("never", "ce");
        other.training.methodSettings["forward-percentile"] = 60.0;
        for (const TrainJob* each : {&one, &other, &plain})
            QVERIFY(trained(*each).ok());
        QVERIFY(!at::equal(checkpointOf(one, m_name), checkpointOf(other, m_name)));
        QVERIFY(!at::equal(checkpointOf(one, "classifier.weights"), checkpointOf(other, "classifier.weights")));
        QVERIFY(!at::equal(checkpointOf(one, "classifier.weights"), checkpointOf(plain, "classifier.weights")));
    }
};

QTEST_APPLESS_MAIN(tst_NoiseEstimate)
#include "tst_noiseestimate.moc"
