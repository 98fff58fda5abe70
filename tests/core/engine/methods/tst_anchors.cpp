// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/engine/methods/AnchorPoints.h"
#include "core/engine/methods/MethodFactory.h"
#include "tests/support/LossOracle.h"
#include "tests/support/TensorErrors.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

namespace {

using Row = std::vector<double>;

at::Tensor matrixOf(const std::vector<Row>& rows)
{
    std::vector<at::Tensor> parts;
    for (const Row& row : rows)
        parts.push_back(at::tensor(row, at::kDouble));
    return at::stack(parts);
}

at::Tensor labelsOf(const std::vector<int64_t>& labels)
{
    return at::tensor(labels, at::kLong);
}

/// What a perfect classifier of observed labels answers: q T, with q the probabilities of the true classes. counts[i] samples belong to
/// class i, with probabilities of other classes between 0 and `doubt`.
at::Tensor answers(const at::Tensor& noise, const std::vector<int64_t>& counts, double doubt)
{
    Rng rng(6, "answers");
    std::vector<at::Tensor> parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (int64_t sample = 0; sample < counts[i]; ++sample) {
            const double share = doubt * double(sample) / double(counts[i]); // the first sample of a class belongs to it for certain
            at::Tensor q = at::zeros({noise.size(0)}, at::kDouble);
            q[int64_t(i)] = 1.0 - share;
            const auto other = int64_t((i + 1 + rng.below(counts.size() - 1)) % counts.size());
            q[other] = q[other].item<double>() + share;
            parts.push_back(q.matmul(noise));
        }
    return at::stack(parts);
}

double largestError(const at::Tensor& got, const at::Tensor& want)
{
    return (got - want).abs().max().item<double>();
}

} // namespace

/// The label noise that a classifier's answers suggest, and the loss that trains with it.
class tst_Anchors : public QObject {
    Q_OBJECT

    const std::vector<Row> m_answers = {{0.7, 0.2, 0.1}, {0.6, 0.3, 0.1}, {0.1, 0.8, 0.1}, {0.2, 0.5, 0.3}, {0.25, 0.15, 0.6}};
    const std::vector<int64_t> m_labels = {0, 0, 1, 1, 2};

private Q_SLOTS:
    /// The largest of the columns are 0.7, 0.8 and 0.6: samples 0, 2 and 4.
    void anchorsByHand()
    {
        const at::Tensor got = anchorMatrix(matrixOf(m_answers), labelsOf(m_labels), 100.0);
        QVERIFY(got.scalar_type() == at::kDouble);
        QVERIFY(largestError(got, matrixOf({m_answers[0], m_answers[2], m_answers[4]})) < 1e-15);
    }

    /// The 50th percentile of five values is the third, and what reaches it is left out. The largest of the rest: of 0.1, 0.2, 0.25, 0.6,
    /// 0.7 it is 0.2, sample 3; of 0.15, 0.2, 0.3, 0.5, 0.8 it is 0.2, sample 0; of 0.1, 0.1, 0.1, 0.3, 0.6 nothing is left, and the first
    /// sample stands for all. The 60th is the fourth, at ceil(0.6 * 4): 0.25, sample 4; 0.3, sample 1; 0.1, first in sample 0.
    void percentilesByHand()
    {
        const at::Tensor half = anchorMatrix(matrixOf(m_answers), labelsOf(m_labels), 50.0);
        QVERIFY(largestError(half, matrixOf({m_answers[3], m_answers[0], m_answers[0]})) < 1e-15);
        const at::Tensor more = anchorMatrix(matrixOf(m_answers), labelsOf(m_labels), 60.0);
        QVERIFY(largestError(more, matrixOf({m_answers[4], m_answers[1], m_answers[0]})) < 1e-15);
    }

    void aClassThatIsNeverSeenKeepsItsRow()
    {
        const at::Tensor got = anchorMatrix(matrixOf(m_answers), labelsOf({0, 0, 0, 1, 1}), 100.0);
        QVERIFY(largestError(got, matrixOf({m_answers[0], m_answers[2], {0.0, 0.0, 1.0}})) < 1e-15);
        QVERIFY(largestError(anchorMatrix(matrixOf({{0.2, 0.8}}), labelsOf({1}), 97.0), matrixOf({{1.0, 0.0}, {0.2, 0.8}})) < 1e-15);
    }

    /// Also where single precision left sums of the answers that are not quite 1.
    void rowsSumToOne()
    {
        const at::Tensor rough = matrixOf(m_answers).to(at::kFloat) * 1.001f;
        const at::Tensor got = anchorMatrix(rough, labelsOf(m_labels), 100.0);
        QVERIFY(largestError(got.sum(1), at::ones({3}, at::kDouble)) < 1e-14);
        QVERIFY(largestError(got, matrixOf({m_answers[0], m_answers[2], m_answers[4]})) < 1e-6);
    }

    void knownNoiseIsFound()
    {
        const at::Tensor noise = matrixOf({{0.7, 0.1, 0.1, 0.1}, {0.0, 0.6, 0.4, 0.0}, {0.05, 0.05, 0.8, 0.1}, {0.3, 0.0, 0.0, 0.7}});
        const at::Tensor even = answers(noise, {300, 300, 300, 300}, 0.5);
        const at::Tensor labels = at::arange(even.size(0), at::kLong) % 4; // only whether a label occurs counts
        QVERIFY(largestError(anchorMatrix(even, labels, 100.0), noise) < 1e-12);
        // The most certain 3 % of all samples, 36, are left out: the anchor is the 37th of 300, which belongs to its class at 0.94.
        const double off = largestError(anchorMatrix(even, labels, 97.0), noise);
        QVERIFY2(off > 0.005 && off < 0.06, qPrintable(QString::number(off)));
        // Class 3 has less than 3 % of the samples: with the percentile its anchor is of another class.
        const at::Tensor rare = answers(noise, {300, 300, 300, 10}, 0.2);
        const at::Tensor rareLabels = at::arange(rare.size(0), at::kLong) % 4;
        QVERIFY(largestError(anchorMatrix(rare, rareLabels, 100.0), noise) < 1e-12);
        QVERIFY(anchorMatrix(rare, rareLabels, 97.0)[3][3].item<double>() < 0.3);
    }

    /// Bit for bit before the estimate; forward correction's own bits after it, which with the identity are cross entropy up to rounding.
    void theLossSwitches()
    {
        const auto loss = std::move(makeLoss({.loss = "forward-estimated", .methodSettings = {{"forward-warm-up", 0.4}}}).value());
        const auto plain = std::move(makeLoss({.loss = "ce"}).value()), forward = std::move(makeLoss({.loss = "forward"}).value());
        Rng rng(8, "switch");
        const at::Tensor logits = normalValues(rng, {12, 6}, at::kDouble) * 3, labels = at::arange(12, at::kLong) % 6;
        LossContext context = exampleContext(6);
        context.epochs = 10;
        const auto same = [&](const SampleLoss& other) {
            const SampleLosses got = loss->evaluate(logits, labels, context), want = other.evaluate(logits, labels, context);
            return at::equal(got.losses, want.losses) && at::equal(got.derivative, want.derivative)
                   && at::equal(got.probabilities, want.probabilities);
        };
        for (context.epoch = 1; context.epoch <= 10; ++context.epoch) {
            QVERIFY(same(context.epoch < 5 ? *plain : *forward));
            QCOMPARE(loss->form(context), long(context.epoch >= 5));
            QCOMPARE(loss->wantsNoiseEstimate(context), context.epoch == 5);
            QVERIFY(!forward->wantsNoiseEstimate(context));
        }
        context.noiseMatrix = at::eye(6, at::kDouble);
        context.epoch = 5;
        const SampleLosses got = loss->evaluate(logits, labels, context), want = plain->evaluate(logits, labels, context);
        QVERIFY(relativeError(got.losses, want.losses) < 1e-12 && relativeError(got.derivative, want.derivative) < 1e-12);
    }

    /// Before any step a classifier says nothing of the labels: the first epoch is always one of the warm-up.
    void warmUpAtItsEnds()
    {
        const auto none = std::move(makeLoss({.loss = "forward-estimated", .methodSettings = {{"forward-warm-up", 0.0}}}).value());
        const auto all = std::move(makeLoss({.loss = "forward-estimated", .methodSettings = {{"forward-warm-up", 1.0}}}).value());
        for (int epoch = 1; epoch <= 3; ++epoch) {
            const LossContext context{.epoch = epoch, .epochs = 3};
            QCOMPARE(none->form(context), long(epoch > 1));
            QCOMPARE(none->wantsNoiseEstimate(context), epoch == 2);
            QCOMPARE(all->form(context), 0L);
            QVERIFY(!all->wantsNoiseEstimate(context));
        }
    }

    void theLossEstimatesByItsPercentile()
    {
        const at::Tensor p = matrixOf(m_answers), labels = labelsOf(m_labels);
        const auto usual = std::move(makeLoss({.loss = "forward-estimated"}).value());
        const auto lower = std::move(makeLoss({.loss = "forward-estimated", .methodSettings = {{"forward-percentile", 60.0}}}).value());
        QVERIFY(at::equal(usual->noiseEstimate(p, labels), anchorMatrix(p, labels, 100.0)));
        QVERIFY(at::equal(lower->noiseEstimate(p, labels), anchorMatrix(p, labels, 60.0)));
    }
};

QTEST_APPLESS_MAIN(tst_Anchors)
#include "tst_anchors.moc"
