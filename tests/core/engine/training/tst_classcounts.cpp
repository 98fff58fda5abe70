// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/SmallRuns.h"

#include "core/engine/training/TrainParts.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace reweigh;
using namespace reweigh::test;

/// By which labels a training counts its classes: what reaches loss and weighting, what it changes, where it is refused.
class tst_ClassCounts : public QObject {
    Q_OBJECT

    SmallRuns m_noisy, m_clean;

    static TrainJob counting(TrainJob job, ClassCounts counts)
    {
        job.training.classCounts = counts;
        return job;
    }

    static at::Tensor countsOf(const TrainJob& job, const std::vector<std::uint16_t>& labels)
    {
        at::Tensor counts = at::zeros({job.plan->classes}, at::kLong);
        for (int c = 0; c < job.plan->classes; ++c)
            counts[c] = std::int64_t(std::ranges::count(labels, c));
        return counts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_noisy.prepare({.noiseType = NoiseType::Flip, .noiseRate = 0.4, .imbalanceFactor = 2}));
        QVERIFY(m_clean.prepare({.noiseType = NoiseType::None, .imbalanceFactor = 2}));
    }

    void reachLossAndWeighting()
    {
        const TrainJob job = m_noisy.job("counts", "ldam");
        const at::Tensor observed = countsOf(job, job.plan->observedLabel), truth = countsOf(job, job.plan->trueLabel);
        QVERIFY(!at::equal(observed, truth));
        for (const auto& [counts, want] : {std::pair(ClassCounts::Observed, observed), std::pair(ClassCounts::True, truth)}) {
            const TrainJob chosen = counting(job, counts);
            QVERIFY(at::equal(lossContext(chosen, at::kCPU).classCounts, want.to(at::kDouble)));
            QVERIFY(at::equal(epochView(chosen, {}, 1).classCounts, want));
        }
        QVERIFY(at::equal(lossContext(job, at::kCPU).classCounts, observed.to(at::kDouble))); // the default
    }

    /// The weights of Cui et al. 2019 by the true counts, and losses that train another classifier.
    void changeTheTraining()
    {
        TrainJob balanced = counting(m_noisy.job("balanced", "ce"), ClassCounts::True);
        balanced.training.weighting = "class-balanced";
        QVERIFY(trained(balanced).ok());
        const at::Tensor n = countsOf(balanced, balanced.plan->trueLabel).to(at::kDouble);
        QVERIFY((n > 0).all().item<bool>());
        const at::Tensor inverse = (1 - 0.9999) / (1 - at::pow(at::full_like(n, 0.9999), n));
        const at::Tensor want = inverse / inverse.sum() * double(n.size(0));
        QVERIFY(at::allclose(checkpointOf(balanced, "class.weights").to(at::kDouble), want, 1e-5, 0));

        for (const char* loss : {"ldam", "logit-adjustment", "balanced-softmax"}) {
            const TrainJob observed = m_noisy.job(qPrintable(QString(loss) + "-observed"), loss);
            const TrainJob truth = counting(m_noisy.job(qPrintable(QString(loss) + "-true"), loss), ClassCounts::True);
            QVERIFY(trained(observed).ok() && trained(truth).ok());
            QVERIFY2(!at::equal(checkpointOf(observed, "classifier.weights"), checkpointOf(truth, "classifier.weights")), loss);
        }
    }

    /// Bit for bit, where the observed labels are the true ones, and where neither loss nor weighting counts.
    void changeNothingElse()
    {
        const TrainJob observed = m_clean.job("clean-observed", "ldam"),
                       truth = counting(m_clean.job("clean-true", "ldam"), ClassCounts::True);
        QVERIFY(trained(observed).ok() && trained(truth).ok());
        QVERIFY(!checkpointOf(observed).empty() && checkpointOf(observed) == checkpointOf(truth));

        const TrainJob plain = m_noisy.job("plain", "ce");
        QVERIFY(trained(plain, 3)->end == RunEnd::Interrupted);
        QVERIFY(trained(counting(plain, ClassCounts::True)).ok()); // one and the same run
        const TrainJob whole = m_noisy.job("plain-whole", "ce");
        QVERIFY(trained(whole).ok());
        QVERIFY(checkpointOf(plain) == checkpointOf(whole));
    }

    void otherCountsAreAnotherRun()
    {
        const TrainJob job = m_noisy.job("identity", "ldam");
        QVERIFY(trained(job, 3).ok());
        const auto other = trained(counting(job, ClassCounts::True));
        QVERIFY(!other.ok() && other.error().code == ErrorCode::CheckpointMismatch);
        QCOMPARE(other.error().detail, std::string("class-counts is \"observed\" there, \"true\" here"));
    }

    /// Nobody knows which labels of a user's own are right; those that the recipe changes on purpose it does know.
    void refusedWhereTheTruthIsUnknown()
    {
        const Error want{ErrorCode::RecipeNotApplicable, "class-counts true", "labels whose true classes are unknown",
                         "class-counts observed"};
        for (const auto& [loss, weighting] : {std::pair("ldam", "none"), std::pair("ce", "class-balanced"), std::pair("ce", "cmw-net")}) {
            TrainJob own = counting(m_clean.job("own", loss), ClassCounts::True);
            own.training.weighting = weighting;
            own.data.dataset = "folder";
            const auto refused = trained(own);
            QVERIFY2(!refused.ok() && refused.error() == want, weighting);
            QVERIFY(checkNeeds(*lossRow(loss), counting(own, ClassCounts::Observed)).ok());
            own.data.noiseType = NoiseType::Flip;
            QVERIFY(checkNeeds(*lossRow(loss), own).ok() && checkNeeds(*weightingRow(weighting), own).ok());
        }
        TrainJob unused = counting(m_clean.job("unused", "focal"), ClassCounts::True);
        unused.data.dataset = "folder";
        QVERIFY(checkNeeds(*lossRow("focal"), unused).ok());
    }

    /// A class of which no image is, though some are labelled with it.
    void refusedForAnEmptyClass()
    {
        TrainJob job = m_noisy.job("empty", "ldam");
        auto plan = std::make_shared<DataPlan>(*job.plan);
        std::ranges::replace(plan->trueLabel, std::uint16_t(0), std::uint16_t(1));
        job.plan = plan;
        QVERIFY(checkNeeds(*lossRow("ldam"), job).ok());
        const Status refused = checkNeeds(*lossRow("ldam"), counting(job, ClassCounts::True));
        QVERIFY(!refused.ok() && refused.error().where == "ldam");
        QVERIFY(checkNeeds(*weightingRow("class-balanced"), counting(job, ClassCounts::True)).ok());
    }
};

QTEST_APPLESS_MAIN(tst_ClassCounts)
#include "tst_classcounts.moc"
