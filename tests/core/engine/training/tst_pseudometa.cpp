// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/training/SmallRuns.h"

#include "core/engine/training/PseudoMeta.h"
#include "core/engine/training/TrainParts.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;
using namespace reweigh::test;

/// Runs that choose their meta set themselves: of which classifier, when, and what of it is in the checkpoint.
class tst_PseudoMeta : public QObject {
    Q_OBJECT

    static constexpr const char* m_name = "pseudo_meta.positions";
    SmallRuns m_runs;

    /// A run of four epochs, two of which are its warm-up.
    TrainJob job(const char* folder, const char* weighting = "mwnet", const char* loss = "ce") const
    {
        TrainJob result = m_runs.job(folder, loss);
        result.training.weighting = weighting;
        result.training.pseudoWarmUp = 0.5;
        result.training.metaBatchSize = 8;
        return result;
    }

    /// The choice in the job's checkpoint.
    static at::Tensor choiceOf(const TrainJob& of) { return checkpointOf(of, m_name); }

    static bool isMade(const at::Tensor& choice) { return (choice >= 0).any().item<bool>(); }

private Q_SLOTS:
    void initTestCase()
    {
        DataOptions data{.noiseType = NoiseType::Flip, .noiseRate = 0.3, .imbalanceFactor = 2};
        data.metaSource = MetaSource::Pseudo;
        QVERIFY(m_runs.prepare(data));
        QVERIFY(m_runs.job("data", "ce").plan->meta.empty());
    }

    void lowestLossesByHand()
    {
        const double nan = std::nan("");
        const std::vector<double> p = {0.9, 0.1, 0.6, 0.4, 0.9, 0.1, nan, nan, 0.2, 0.8, 0.5, 0.5};
        const TrainingAnswers answers{at::tensor(p).to(at::kDouble).view({6, 2}), at::tensor({0, 0, 0, 0, 1, 0}).to(at::kLong)};
        // Of class 0 the samples 0, 1, 2, 3, 5 have p = 0.9, 0.6, 0.9, not a number, 0.5; of class 1 there is sample 4 alone.
        const at::Tensor two = lowestLosses(answers, 2), all = lowestLosses(answers, 6);
        QVERIFY(at::equal(two, at::tensor({0, 2, 4, -1}).to(at::kLong).view({2, 2})));
        QVERIFY(at::equal(all, at::tensor({0, 2, 1, 5, 3, -1, 4, -1, -1, -1, -1, -1}).to(at::kLong).view({2, 6})));
        QVERIFY(chosenPositions(two) == (std::vector<std::uint32_t>{0, 2, 4}));
    }

    void lengthOfTheWarmUp()
    {
        TrainJob of = job("length");
        const auto epochs = [&](int all, double share) {
            of.training.epochs = all;
            of.training.pseudoWarmUp = share;
            return warmUpEpochs(of);
        };
        QCOMPARE(epochs(10, 0.2), 2);
        QCOMPARE(epochs(4, 0.0), 1);
        QCOMPARE(epochs(4, 1.0), 3);
        QCOMPARE(epochs(120, 0.25), 30);
        of.training.weighting = "none";
        QCOMPARE(epochs(10, 0.2), 0);
    }

    /// Until the choice it is a run of cross entropy, whatever the loss; its classifier, evaluated here, says which losses are lowest.
    void isOfTheClassifierAfterTheWarmUp()
    {
        const TrainJob plain = job("plain", "none"), chosen = job("chosen", "mwnet", "gce");
        QVERIFY(trained(plain, -1, 2).ok() && trained(chosen, -1, 2).ok());
        for (const char* name : {"classifier.weights", "classifier.running", "classifier.momentum"})
            QVERIFY2(checkpointOf(plain).at(name) == checkpointOf(chosen).at(name), name);
        QVERIFY(!checkpointOf(plain).contains(m_name)); // which learns from no meta set

        const at::Tensor losses = -at::log_softmax(trainingLogits(plain), 1);
        const at::Tensor choice = choiceOf(chosen);
        QCOMPARE(choice.sizes().vec(), (std::vector<std::int64_t>{plain.plan->classes, 3}));
        for (std::int64_t c = 0; c < choice.size(0); ++c) {
            double worst = 0.0, best = HUGE_VAL; // of those that are chosen, and of the others of the class
            for (std::int64_t i = 0; i < losses.size(0); ++i) {
                if (plain.plan->observedLabel[std::size_t(i)] != c)
                    continue;
                const double loss = losses[i][c].item<double>();
                if ((choice[c] == i).any().item<bool>())
                    worst = std::max(worst, loss);
                else
                    best = std::min(best, loss);
            }
            QVERIFY2(worst > 0.0 && worst <= best + 1e-6, qPrintable(QString("%1: %2, %3").arg(c).arg(worst).arg(best)));
        }
    }

    void figuresOfTheWarmUp()
    {
        const auto result = trained(job("figures"));
        QVERIFY(result.ok() && result->end == RunEnd::Finished);
        for (const EpochFigures& epoch : result->epochs) {
            const bool warm = epoch.epoch <= 2;
            QCOMPARE(std::isnan(epoch.meta.loss), warm);
            QCOMPARE(std::isnan(epoch.metaGradientNorm), warm);
            QVERIFY(std::isfinite(epoch.validation.accuracy) && std::isfinite(epoch.test.accuracy));
        }
        // Chosen for their low losses, they stay below the mean.
        QVERIFY(result->epochs.back().meta.loss < result->epochs.back().train.loss);
    }

    /// A stop between the last step of the warm-up and the end of its evaluation comes before the choice, one step later after it. The rest
    /// is the same to the bit, and so is the choice beside another training.
    void stoppedAroundTheChoice()
    {
        for (const char* weighting : {"mwnet", "cmw-net", "l2rw"}) {
            const std::string whole = std::string("whole-") + weighting, parts = std::string("parts-") + weighting;
            const TrainJob one = job(whole.c_str(), weighting), other = job(parts.c_str(), weighting);
            const auto full = trained(one);
            QVERIFY(full.ok() && full->end == RunEnd::Finished);
            const int steps = full->run.stepsPerEpoch;
            QVERIFY(trained(other, steps)->end == RunEnd::Interrupted); // in the first epoch's evaluation
            QVERIFY(!isMade(choiceOf(other)));
            QVERIFY(trained(other, steps)->end == RunEnd::Interrupted); // in the second epoch's
            QVERIFY(!isMade(choiceOf(other)));
            QVERIFY(trained(other, 1)->end == RunEnd::Interrupted);
            QVERIFY(isMade(choiceOf(other)));
            QVERIFY(trained(other, 2)->end == RunEnd::Interrupted);
            QVERIFY(trained(other)->end == RunEnd::Finished);
            QVERIFY(at::equal(choiceOf(other), choiceOf(one)));
            QVERIFY2(!checkpointOf(one).empty() && checkpointOf(other) == checkpointOf(one), weighting);
        }
    }

    /// The choice is what the weighting learns from: with another, it learns something else.
    void theChoiceCounts()
    {
        const TrainJob one = job("one");
        TrainJob early = job("early");
        early.training.pseudoWarmUp = 0.25;
        QVERIFY(trained(one).ok() && trained(early).ok());
        QVERIFY(!at::equal(checkpointOf(one, "meta.weights"), checkpointOf(early, "meta.weights")));
        early.training.pseudoWarmUp = 0.75;
        const auto other = trained(early);
        QVERIFY(!other.ok() && other.error().code == ErrorCode::CheckpointMismatch);
        QVERIFY(other.error().detail.starts_with("pseudo-warm-up"));
    }

    void whatCannotBeIsRefused()
    {
        TrainJob once = job("once");
        once.training.epochs = 1;
        const auto refused = trained(once);
        QVERIFY(!refused.ok() && refused.error().code == ErrorCode::ValueOutOfRange && refused.error().where == "epochs");
        once.training.weighting = "none";
        QVERIFY(checkNeeds(*weightingRow("none"), once).ok());

        TrainJob unchecked = job("unchecked");
        auto plan = std::make_shared<DataPlan>(*unchecked.plan);
        plan->changes.labels.meta = label_origin::unchecked;
        unchecked.plan = plan;
        for (const char* weighting : {"mwnet", "cmw-net", "l2rw"}) {
            unchecked.training.weighting = weighting;
            const auto said = trained(unchecked);
            QVERIFY2(!said.ok() && said.error() == (Error{ErrorCode::MetaSetUnchecked, weighting, {}, {}}), weighting);
        }
        unchecked.training.weighting = "self-paced";
        QVERIFY(trained(unchecked).ok());
    }
};

QTEST_APPLESS_MAIN(tst_PseudoMeta)
#include "tst_pseudometa.moc"
