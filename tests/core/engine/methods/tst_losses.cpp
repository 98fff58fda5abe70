// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/MethodFactory.h"
#include "tests/support/LossOracle.h"
#include "tests/support/TensorErrors.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace reweigh;
using namespace reweigh::test;

namespace {

using Numbers = std::vector<double>;

/// [n], or [1, n] as the logits of one sample.
at::Tensor tensor(const Numbers& values)
{
    return at::tensor(values, at::kDouble);
}

/// A loss and the derivative by the sample's logits.
struct Outcome {
    double loss;
    Numbers derivative;
};

std::unique_ptr<SampleLoss> made(const std::string& loss, const OwnValues& settings = {})
{
    return std::move(makeLoss({.loss = loss, .methodSettings = settings}).value());
}

/// The loss of one sample with the given logits, in fp64.
Outcome lossAt(const Numbers& logits, int label, const SampleLoss& loss, const LossContext& context = {})
{
    const SampleLosses got = loss.evaluate(tensor(logits).unsqueeze(0), at::full({1}, label, at::kLong), context);
    const double* slope = got.derivative.const_data_ptr<double>();
    return {got.losses.item<double>(), Numbers(slope, slope + logits.size())};
}

/// The same for a sample with the given softmax probabilities, whose sum is 1.
Outcome lossOf(const Numbers& probabilities, int label, const SampleLoss& loss, const LossContext& context = {})
{
    Numbers logits;
    for (const double p : probabilities)
        logits.push_back(std::log(p) + 0.7); // a shift changes nothing
    return lossAt(logits, label, loss, context);
}

LossContext withCounts(const Numbers& counts)
{
    return {.classCounts = tensor(counts)};
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-13 * std::max(1.0, std::abs(b));
}

bool near(const Numbers& a, const Numbers& b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return near(x, y); });
}

/// Whether `loss` is cross entropy up to rounding, in value and derivative.
bool isCrossEntropy(const std::string& loss, const OwnValues& settings, LossContext context = exampleContext(6), double tolerance = 1e-12)
{
    Rng rng(8, "limits");
    for (const double scale : {0.1, 1.0, 5.0}) {
        const at::Tensor logits = normalValues(rng, {12, 6}, at::kDouble) * scale, labels = at::arange(12, at::kLong) % 6;
        const SampleLosses got = made(loss, settings)->evaluate(logits, labels, context),
                           want = made("ce")->evaluate(logits, labels, context);
        if (relativeError(got.losses, want.losses) > tolerance || relativeError(got.derivative, want.derivative) > tolerance)
            return false;
    }
    return true;
}

} // namespace

/// Each loss at values that a hand can compute, at its limits, and where it switches. What holds for every loss is in tst_contract.cpp.
class tst_Losses : public QObject {
    Q_OBJECT

    const Numbers m_p = {0.5, 0.3, 0.2};

private Q_SLOTS:
    /// Gamma is 5 below p = 0.2 and 3 from there on.
    void flsd()
    {
        const auto loss = made("flsd");
        QVERIFY(near(lossOf({0.5, 0.5}, 0, *loss).loss, 0.08664339756999316)); // log(2) / 8
        QVERIFY(near(lossOf({0.1, 0.9}, 0, *loss).loss, std::pow(0.9, 5) * std::numbers::ln10));
        QVERIFY(near(lossOf({0.1, 0.9}, 1, *loss).loss, std::pow(0.1, 3) * -std::log(0.9)));
        QVERIFY(near(lossOf({0.199, 0.801}, 0, *loss).loss, std::pow(0.801, 5) * -std::log(0.199)));
        QVERIFY(near(lossOf({0.201, 0.799}, 0, *loss).loss, std::pow(0.799, 3) * -std::log(0.201)));
        // Two classes: dl/dz = (1-p)^g (g p log p - (1 - p)) for the label, and the opposite for the other.
        const double slope = std::pow(0.9, 5) * (5 * 0.1 * std::log(0.1) - 0.9);
        QVERIFY(near(lossOf({0.1, 0.9}, 0, *loss).derivative, {slope, -slope}));
    }

    /// r is the largest probability below the label's: 0.3 for the label 0, 0.2 for 1, and 0 for 2.
    void dualFocal()
    {
        const auto loss = made("dual-focal");
        QVERIFY(near(lossOf(m_p, 0, *loss).loss, std::pow(0.8, 5) * std::numbers::ln2));
        QVERIFY(near(lossOf(m_p, 1, *loss).loss, std::pow(0.9, 5) * -std::log(0.3)));
        QVERIFY(near(lossOf(m_p, 2, *loss).loss, std::pow(0.8, 5) * -std::log(0.2)));
        // Bit for bit the same logit: neither is below the other.
        QVERIFY(near(lossAt({std::log(2.0), std::log(2.0), 0.0}, 0, *loss).loss, std::pow(1 - 0.4 + 0.2, 5) * -std::log(0.4)));
        QVERIFY(near(lossAt({1.0, 1.0}, 1, *loss).loss, std::pow(0.5, 5) * std::numbers::ln2));
        // Two classes, label above the other: b = 2 (1 - p), so l = -(2 (1 - p))^g log p.
        const auto squared = made("dual-focal", {{"dual-focal-gamma", 2.0}});
        const double p = 0.75, slope = p * (1 - p) * (2 * 2 * 2 * (1 - p) * std::log(p) - std::pow(2 * (1 - p), 2) / p);
        QVERIFY(near(lossOf({p, 1 - p}, 0, *squared).derivative, {slope, -slope}));
        QVERIFY(isCrossEntropy("dual-focal", {{"dual-focal-gamma", 0.0}}));
    }

    /// Sigmoids 1/2, 3/4, 1/4; the label is class 1.
    void qualityFocal()
    {
        const Numbers logits = {0.0, std::log(3.0), -std::log(3.0)};
        const double half = std::numbers::ln2, rest = -std::log(0.75);
        QVERIFY(near(lossAt(logits, 1, *made("quality-focal")).loss, 0.25 * half + 0.0625 * rest + 0.0625 * rest));
        QVERIFY(near(lossAt(logits, 1, *made("quality-focal", {{"quality-focal-beta", 0.0}})).loss, half + 2 * rest));
        QVERIFY(
            near(lossAt(logits, 1, *made("quality-focal", {{"quality-focal-beta", 1.0}})).loss, 0.5 * half + 0.25 * rest + 0.25 * rest));
        QVERIFY(near(lossAt(logits, 1, *made("quality-focal", {{"quality-focal-beta", 0.0}})).derivative, {0.5, -0.25, 0.25})); // s - y
        // s^2 (s + 2 (1 - s) softplus), with s = 1/4 for the label, whose logit counts the other way round, and for the last class.
        const double quarter = 0.0625 * (0.25 + 1.5 * rest);
        QVERIFY(near(lossAt(logits, 1, *made("quality-focal")).derivative, {0.25 * (0.5 + half), -quarter, quarter}));
    }

    void generalisedCrossEntropy()
    {
        QVERIFY(near(lossOf(m_p, 0, *made("gce")).loss, (1 - std::pow(0.5, 0.7)) / 0.7));
        QVERIFY(near(lossOf(m_p, 2, *made("gce", {{"gce-q", 0.5}})).loss, 2 * (1 - std::sqrt(0.2))));
        // q = 1: half of |1 - p| + the others' p, the mean absolute error, whose derivative is -p (onehot - softmax).
        const Outcome absolute = lossOf(m_p, 1, *made("gce", {{"gce-q", 1.0}}));
        QVERIFY(near(absolute.loss, 0.7) && near(absolute.loss, 0.5 * ((1 - 0.3) + 0.5 + 0.2)));
        QVERIFY(near(absolute.derivative, {0.3 * 0.5, -0.3 * 0.7, 0.3 * 0.2}));
        QVERIFY(isCrossEntropy("gce", {{"gce-q", 0.0}}));
        for (const double q : {1e-300, 1e-13, 1e-11, 1e-8}) // l - ce is about -q ce^2 / 2
            QVERIFY(isCrossEntropy("gce", {{"gce-q", q}}, {}, std::max(1e-12, 30 * q)));
        const at::Tensor logits = at::zeros({1, 3}, at::kFloat), labels = at::zeros({1}, at::kLong);
        for (const double q : {1e-300, 1e-40, 1e-12, 1e-9})
            QVERIFY(std::abs(made("gce", {{"gce-q", q}})->evaluate(logits, labels, {}).losses.item<double>() - std::log(3.0)) < 1e-6);
    }

    /// Flat where p <= k, generalised cross entropy above, and also below until the start.
    void truncatedGeneralisedCrossEntropy()
    {
        const auto loss = made("truncated-gce", {{"truncated-gce-k", 0.25}, {"truncated-gce-start", 0.4}});
        const LossContext early{.epoch = 4, .epochs = 10}, late{.epoch = 5, .epochs = 10};
        const auto plain = made("gce");
        const double top = (1 - std::pow(0.25, 0.7)) / 0.7;
        for (const double p : {1e-9, 0.1, 0.2, 0.2499}) {
            const Outcome flat = lossOf({p, 1 - p}, 0, *loss, late), free = lossOf({p, 1 - p}, 0, *loss, early);
            QVERIFY(near(flat.loss, top) && flat.derivative == Numbers({0.0, 0.0}));
            QVERIFY(free.loss > top && near(free.loss, lossOf({p, 1 - p}, 0, *plain).loss) && free.derivative[0] < 0);
        }
        for (const double p : {0.2501, 0.5, 0.999}) {
            const Outcome got = lossOf({p, 1 - p}, 0, *loss, late), want = lossOf({p, 1 - p}, 0, *plain);
            QVERIFY(near(got.loss, want.loss) && near(got.derivative, want.derivative));
        }
        QVERIFY(loss->form(early) != loss->form(late));
        QCOMPARE(loss->form({.epoch = 1, .epochs = 10}), loss->form(early));
        QCOMPARE(loss->form({.epoch = 10, .epochs = 10}), loss->form(late));
        // k = 0 truncates nothing, also at q = 0, where the loss has no largest value.
        QVERIFY(isCrossEntropy("truncated-gce", {{"truncated-gce-q", 0.0}, {"truncated-gce-k", 0.0}, {"truncated-gce-start", 0.0}}));
        // The usual start is a third of the run: of 120 epochs, the first 40 train on all samples, as in the paper.
        QCOMPARE(made("truncated-gce")->form({.epoch = 40, .epochs = 120}), 0L);
        QCOMPARE(made("truncated-gce")->form({.epoch = 41, .epochs = 120}), 1L);
    }

    /// Counts 16, 81 and 1296 have fourth roots 2, 3 and 6: margins 0.5, 0.5 * 2 / 3 and 0.5 * 2 / 6.
    void margins()
    {
        const LossContext context = withCounts({1296, 16, 81});
        const Numbers logits = {0.4, -0.2, 1.1}, margin = {0.5 / 3, 0.5, 1.0 / 3};
        for (const double s : {1.0, 30.0})
            for (int y = 0; y < 3; ++y) {
                Numbers e;
                for (int k = 0; k < 3; ++k)
                    e.push_back(std::exp(s * (logits[std::size_t(k)] - (k == y ? margin[std::size_t(k)] : 0.0))));
                const double sum = e[0] + e[1] + e[2];
                const Outcome got = lossAt(logits, y, *made("ldam", {{"ldam-scale", s}}), context);
                QVERIFY(near(got.loss, -std::log(e[std::size_t(y)] / sum)));
                for (int k = 0; k < 3; ++k)
                    QVERIFY(near(got.derivative[std::size_t(k)], s * (e[std::size_t(k)] / sum - (k == y))));
            }
        QVERIFY(isCrossEntropy("ldam", {{"ldam-margin", 0.0}}));
        QVERIFY(!isCrossEntropy("ldam", {}));
    }

    /// Weights (1 - beta) / (1 - beta^n) from the switch on, scaled to a mean of 1.
    void deferredReweighting()
    {
        const Numbers counts = {5000, 500, 50}, logits = {0.4, -0.2, 1.1};
        const auto plain = made("ldam"), deferred = made("ldam", {{"ldam-drw-epoch", 0.8}});
        LossContext context = withCounts(counts);
        context.epochs = 200;
        context.epoch = 160;
        QVERIFY(near(lossAt(logits, 2, *deferred, context).loss, lossAt(logits, 2, *plain, context).loss));
        const long before = deferred->form(context);
        context.epoch = 1;
        QCOMPARE(deferred->form(context), before);
        context.epoch = 161; // the published code's 160, which counts from 0
        QVERIFY(deferred->form(context) != before);
        Numbers weight;
        for (const double n : counts)
            weight.push_back((1 - 0.9999) / (1 - std::pow(0.9999, n)));
        const double mean = (weight[0] + weight[1] + weight[2]) / 3;
        for (int y = 0; y < 3; ++y) {
            const Outcome got = lossAt(logits, y, *deferred, context), unweighted = lossAt(logits, y, *plain, context);
            const double w = weight[std::size_t(y)] / mean;
            QVERIFY(std::abs(got.loss / unweighted.loss - w) < 1e-10); // beta^n itself has 12 digits
            QVERIFY(std::abs(got.derivative[0] / unweighted.derivative[0] - w) < 1e-10);
        }
        context.epoch = 200;
        QCOMPARE(plain->form(context), 0L); // 0 is never
        QVERIFY(near(lossAt(logits, 2, *made("ldam", {{"ldam-drw-epoch", 1.0}}), context).loss, lossAt(logits, 2, *plain, context).loss));
    }

    /// The softmax of z + tau log pi is proportional to p pi^tau.
    void logitAdjustment()
    {
        const LossContext context = withCounts({60, 30, 10});
        const double one = 0.5 * 0.6 + 0.3 * 0.3 + 0.2 * 0.1;
        const Outcome got = lossOf(m_p, 2, *made("logit-adjustment"), context);
        QVERIFY(near(got.loss, -std::log(0.02 / one)));
        QVERIFY(near(got.derivative, {0.3 / one, 0.09 / one, 0.02 / one - 1}));
        const double two = 0.5 * 0.36 + 0.3 * 0.09 + 0.2 * 0.01;
        QVERIFY(near(lossOf(m_p, 1, *made("logit-adjustment", {{"logit-adjustment-tau", 2.0}}), context).loss, -std::log(0.027 / two)));
        QVERIFY(isCrossEntropy("logit-adjustment", {{"logit-adjustment-tau", 0.0}}));
        QVERIFY(isCrossEntropy("logit-adjustment", {}, withCounts(Numbers(6, 40))));
    }

    /// The parts n exp(z): 40 * 0.5, 5 * 0.3 and 80 * 0.2.
    void balancedSoftmax()
    {
        const LossContext context = withCounts({40, 5, 80});
        const Outcome got = lossOf(m_p, 1, *made("balanced-softmax"), context);
        QVERIFY(near(got.loss, std::log(37.5 / 1.5)));
        QVERIFY(near(got.derivative, {20 / 37.5, 1.5 / 37.5 - 1, 16 / 37.5}));
        QVERIFY(near(got.loss, lossOf(m_p, 1, *made("logit-adjustment"), context).loss));
        QVERIFY(isCrossEntropy("balanced-softmax", {}, withCounts(Numbers(6, 17))));
    }

    /// A label without samples counts as one with a single sample; the classifier's answer to the other labels stays finite.
    void countsOf0()
    {
        for (const char* loss : {"ldam", "logit-adjustment", "balanced-softmax"}) {
            const Outcome got = lossOf(m_p, 1, *made(loss), withCounts({0, 30, 70})),
                          want = lossOf(m_p, 1, *made(loss), withCounts({1, 30, 70}));
            QVERIFY2(std::abs(got.loss - want.loss) < 0.01 && std::isfinite(lossOf(m_p, 0, *made(loss), withCounts({0, 30, 70})).loss),
                     loss);
        }
    }

    /// Row i of T is what true label i is observed as.
    void forwardCorrection()
    {
        LossContext context{.noiseMatrix = at::stack({tensor({0.8, 0.2, 0.0}), tensor({0.1, 0.9, 0.0}), tensor({0.3, 0.3, 0.4})})};
        const auto loss = made("forward");
        const Outcome got = lossOf(m_p, 0, *loss, context);
        const double observed = 0.5 * 0.8 + 0.3 * 0.1 + 0.2 * 0.3;
        QVERIFY(near(got.loss, -std::log(observed)));
        QVERIFY(near(got.derivative, {0.5 - 0.4 / observed, 0.3 - 0.03 / observed, 0.2 - 0.06 / observed}));
        QVERIFY(near(lossOf(m_p, 2, *loss, context).loss, -std::log(0.2 * 0.4)));
        QVERIFY(isCrossEntropy("forward", {}, {.noiseMatrix = at::eye(6, at::kDouble)}));
        // Every label of class 1 is observed as another: label 1 is impossible, and the loss is finite all the same.
        context.noiseMatrix = at::stack({tensor({1.0, 0.0, 0.0}), tensor({1.0, 0.0, 0.0}), tensor({0.0, 0.0, 1.0})});
        for (int y = 0; y < 3; ++y) {
            const Outcome hard = lossOf(m_p, y, *loss, context);
            QVERIFY(std::isfinite(hard.loss) && std::isfinite(hard.derivative[0] + hard.derivative[1] + hard.derivative[2]));
        }
    }

    void labelSmoothing()
    {
        const Outcome got = lossOf(m_p, 1, *made("label-smoothing"));
        QVERIFY(near(got.loss, -0.9 * std::log(0.3) - 0.1 / 3 * (std::log(0.5) + std::log(0.3) + std::log(0.2))));
        QVERIFY(near(got.derivative, {0.5 - 0.1 / 3, 0.3 - 0.9 - 0.1 / 3, 0.2 - 0.1 / 3}));
        QVERIFY(isCrossEntropy("label-smoothing", {{"label-smoothing-epsilon", 0.0}}));
    }

    /// alpha 0.1, beta 1 and A = -4: 0.1 ce + 4 (1 - p).
    void symmetricCrossEntropy()
    {
        const Outcome got = lossOf(m_p, 1, *made("sce"));
        QVERIFY(near(got.loss, -0.1 * std::log(0.3) + 4 * 0.7));
        const double factor = 0.1 + 4 * 0.3;
        QVERIFY(near(got.derivative, {0.5 * factor, -0.7 * factor, 0.2 * factor}));
        QVERIFY(near(lossOf(m_p, 0, *made("sce", {{"sce-alpha", 6.0}, {"sce-beta", 0.1}, {"sce-log-zero", -6.0}})).loss,
                     6 * std::numbers::ln2 + 0.1 * 6 * 0.5));
        QVERIFY(isCrossEntropy("sce", {{"sce-alpha", 1.0}, {"sce-beta", 0.0}}));
    }
};

QTEST_APPLESS_MAIN(tst_Losses)
#include "tst_losses.moc"
