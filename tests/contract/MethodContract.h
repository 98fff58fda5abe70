// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"
#include "tests/support/StepOracle.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>

namespace reweigh::test {

/// Random logits [n, K], normal with standard deviation `scale`, and random labels [n].
struct LossCase {
    at::Tensor logits, labels;

    LossCase(std::uint64_t seed, int64_t n, int64_t classes, double scale)
    {
        Rng rng(seed, "loss");
        logits = normalValues(rng, {n, classes}, at::kDouble) * scale;
        labels = at::empty({n}, at::kLong);
        std::generate_n(labels.mutable_data_ptr<int64_t>(), n, [&] { return int64_t(rng.below(std::uint64_t(classes))); });
    }

    /// A context with all that a loss may use.
    LossContext context() const { return exampleContext(logits.size(1)); }
};

/// Whether `got` is `want` up to a relative error of `tolerance`. Where `want` is 0 throughout, as the derivative of a loss that is flat
/// there, `got` must be 0, too.
inline bool agrees(const at::Tensor& got, const at::Tensor& want, double tolerance)
{
    return want.norm().item<double>() > 0 ? relativeError(got, want) < tolerance : got.norm().item<double>() == 0;
}

/// Whether all parts of `losses` are finite.
inline bool isFinite(const SampleLosses& losses)
{
    return at::isfinite(losses.losses).all().item<bool>() && at::isfinite(losses.derivative).all().item<bool>()
           && at::isfinite(losses.probabilities).all().item<bool>();
}

/// Checks what holds for every SampleLoss: value and derivative are right, samples do not influence each other, the results are finite
/// where the label's probability is 0 or 1 and where a class has no sample, no sample gives empty tensors, and epochs of one form() give
/// the same bits.
inline void checkLoss(const TrainOptions& options)
{
    const auto loss = std::move(makeLoss(options).value());
    const LossOracle oracle = lossOracle(options);
    for (const double scale : {0.1, 1.0, 5.0}) {
        const LossCase c(3, 7, 5, scale);
        const LossContext context = c.context();
        const SampleLosses got = loss->evaluate(c.logits, c.labels, context);
        QCOMPARE(got.losses.sizes(), at::IntArrayRef({7}));
        QCOMPARE(got.derivative.sizes(), c.logits.sizes());
        QVERIFY(at::allclose(got.probabilities, at::softmax(c.logits, 1), 1e-12, 1e-14));

        // The derivative against autograd on the formula of lossOracle().
        const c10::AutoGradMode grad(true);
        const at::Tensor z = c.logits.detach().clone().requires_grad_(true);
        const at::Tensor want = oracle(z, c.labels, context);
        QVERIFY(relativeError(got.losses, want.detach()) < 1e-12);
        const at::Tensor derivative = torch::autograd::grad({want.sum()}, {z})[0];
        QVERIFY(agrees(got.derivative, derivative, 1e-10));

        // The derivative against central differences in each logit. All samples are shifted at once, since each loss depends on its
        // own sample's logits only.
        constexpr double h = 1e-5;
        for (int64_t k = 0; k < c.logits.size(1); ++k) {
            const at::Tensor step = at::zeros_like(c.logits);
            step.select(1, k).fill_(h);
            const at::Tensor slope =
                (loss->evaluate(c.logits + step, c.labels, context).losses - loss->evaluate(c.logits - step, c.labels, context).losses)
                / (2 * h);
            QVERIFY((slope - got.derivative.select(1, k)).abs().max().item<double>() < 1e-6 * (1 + scale));
        }
        for (int64_t i = 0; i < 7; ++i) {
            const SampleLosses alone = loss->evaluate(c.logits.narrow(0, i, 1), c.labels.narrow(0, i, 1), context);
            QVERIFY(at::allclose(alone.losses, got.losses.narrow(0, i, 1), 1e-12, 0)
                    && at::allclose(alone.derivative, got.derivative.narrow(0, i, 1), 1e-12, 1e-14));
        }

        // fp32 gives the same up to rounding.
        const SampleLosses single = loss->evaluate(c.logits.to(at::kFloat), c.labels, context);
        QVERIFY(single.losses.scalar_type() == at::kFloat && single.derivative.scalar_type() == at::kFloat);
        QVERIFY(relativeError(single.losses.to(at::kDouble), got.losses) < 1e-4);
        QVERIFY(agrees(single.derivative.to(at::kDouble), got.derivative, 1e-4));

        LossContext rare = context;
        rare.classCounts = context.classCounts.clone();
        rare.classCounts[0] = 0;
        QVERIFY(isFinite(loss->evaluate(c.logits, c.labels, rare)));
        const SampleLosses none = loss->evaluate(c.logits.narrow(0, 0, 0), c.labels.narrow(0, 0, 0), context);
        QCOMPARE(none.losses.sizes(), at::IntArrayRef({0}));
        QCOMPARE(none.derivative.sizes(), at::IntArrayRef({0, 5}));
        QCOMPARE(none.probabilities.sizes(), at::IntArrayRef({0, 5}));

        std::map<long, SampleLosses> forms;
        LossContext other = context;
        for (other.epoch = 1; other.epoch <= other.epochs; ++other.epoch) {
            const SampleLosses here = loss->evaluate(c.logits, c.labels, other);
            const SampleLosses& first = forms.try_emplace(loss->form(other), here).first->second;
            QVERIFY(at::equal(here.losses, first.losses) && at::equal(here.derivative, first.derivative));
        }
    }

    // The label's probability is nearly 0, exactly 0, nearly 1 and exactly 1.
    for (const at::ScalarType type : {at::kFloat, at::kDouble})
        for (const double gap : {15.0, 36.0, 100.0, 1e4, 1e6}) {
            const at::Tensor logits = at::zeros({2, 4}, type), labels = at::zeros({2}, at::kLong);
            logits[0][1] = gap; // p -> 0
            logits[1][0] = gap; // p -> 1
            const LossCase any(1, 2, 4, 1.0);
            const SampleLosses got = loss->evaluate(logits, labels, any.context());
            QVERIFY2(isFinite(got), qPrintable(QString("gap %1").arg(gap)));
        }
}

/// Compares the meta gradient and the classifier's update of a meta step with double backward (StepOracle), in fp64. The meta gradient is
/// 0 only where the loss is flat for the whole batch.
inline void checkMetaGradient(TrainOptions options)
{
    options.precision = Precision::Fp64;
    constexpr double lr = 0.1;
    for (const bool normalised : {false, true}) {
        options.metaNet.normalised = normalised;
        StepCase c("mlp", options, 8);
        const at::Tensor before = c.classifier.w.flat.clone();
        const StepOracle expected(c, options, lr);
        MetaStep step = c.step(options);
        step.take(c.classifier, c.batch, c.metaBatch, lr, c.time());
        QVERIFY(expected.gradient.norm().item<double>() == 0 || expected.metaGradient.norm().item<double>() > 0);
        QVERIFY(agrees(c.weighting.metaGradient(), expected.metaGradient, 1e-9));
        QVERIFY(relativeError(c.classifier.w.flat - before, expected.updated - before) < 1e-9);
    }
}

/// Checks what holds for every SampleWeighting: its weights are finite, not negative and of the right shape, and its state is complete:
/// a fresh one that takes over the tensors and counters of another gives the same bits as that one from then on, in the epoch and in the
/// one that follows.
inline void checkWeighting(const TrainOptions& options)
{
    StepCase c("mlp", options, 8);
    const auto fresh = [&] {
        auto weighting = std::move(makeWeighting(options, c.network).value());
        Rng rng(5, "weighting");
        weighting->setSampleCount(20);
        weighting->begin(rng, stepTypes(options.precision), at::kCPU);
        return weighting;
    };
    const auto one = fresh(), other = fresh();
    const auto epoch = [&](SampleWeighting& weighting, int number) {
        const at::Tensor losses = number > 1 ? at::arange(20, at::kFloat) * 0.25 : at::Tensor(); // some below, some above the batch's
        const at::Tensor labels = (at::arange(20, at::kLong) - 10).clamp_min(0);                 // class 0 is the largest by far
        weighting.epochStarted(
            {.epoch = number, .losses = losses, .labels = labels, .classCounts = at::bincount(labels, {}, 10), .weights = {}});
    };
    Activations saved;
    const at::Tensor logits = c.network.forward(c.classifier.w, c.classifier.running, c.batch.images, PassMode::TrainOnly, &saved);
    const SampleLosses losses = c.loss->evaluate(logits, c.batch.labels, c.context);
    const auto step = [&](SampleWeighting& weighting, long number) {
        const StepView view{.network = c.network,
                            .activations = saved,
                            .logits = logits,
                            .losses = losses.losses,
                            .probabilities = losses.probabilities,
                            .labels = c.batch.labels,
                            .positions = at::arange(8, at::kLong),
                            .time = {.step = number, .epoch = 2, .epochs = 3}};
        at::Tensor weights = weighting.weights(view);
        if (weighting.wantsMeta(number)) {
            weighting.learn({view, at::linspace(-1, 1, 8, losses.losses.options())});
            weights = weighting.weightsAfterLearning(view);
        }
        return weights.defined() ? weights : at::ones_like(losses.losses);
    };
    epoch(*one, 1);
    epoch(*one, 2);
    for (long number = 0; number < 4; ++number) {
        const at::Tensor weights = step(*one, number);
        QCOMPARE(weights.sizes(), losses.losses.sizes());
        QVERIFY(weights.scalar_type() == losses.losses.scalar_type());
        QVERIFY(at::isfinite(weights).all().item<bool>() && (weights >= 0).all().item<bool>());
    }
    epoch(*other, 1);
    WeightingState from = one->state(), to = other->state();
    QCOMPARE(to.tensors.size(), from.tensors.size());
    QCOMPARE(to.counters.size(), from.counters.size());
    for (std::size_t i = 0; i < from.tensors.size(); ++i) {
        QCOMPARE(to.tensors[i].first, from.tensors[i].first);
        to.tensors[i].second.copy_(from.tensors[i].second);
    }
    for (std::size_t i = 0; i < from.counters.size(); ++i)
        *to.counters[i].second = *from.counters[i].second;
    for (long number = 4; number < 8; ++number)
        QVERIFY(at::equal(step(*other, number), step(*one, number)));
    epoch(*one, 3);
    epoch(*other, 3);
    for (long number = 8; number < 12; ++number) {
        const at::Tensor weights = step(*one, number);
        QVERIFY(at::isfinite(weights).all().item<bool>() && (weights >= 0).all().item<bool>());
        QVERIFY(at::equal(step(*other, number), weights));
    }
}

/// `value` as a file gives it to a setting of `range`.
inline nlohmann::json numberFor(const Range& range, double value)
{
    return range.whole ? nlohmann::json(std::int64_t(value)) : nlohmann::json(value);
}

/// Checks a method's own settings: setting the usual value changes nothing, both ends of the range are accepted, and values outside it
/// are refused with an error that names the setting.
inline void checkSettings(const MethodRow& row)
{
    for (const OwnSetting& setting : row.settings) {
        const ConfigField* field = findField(setting.key);
        QVERIFY2(field, setting.key.c_str());
        ExperimentConfig config;
        QVERIFY(field->get(config) == nlohmann::json(setting.usual));
        QVERIFY(field->set(config, numberFor(setting.range, setting.usual)).ok());
        QVERIFY(config == ExperimentConfig{});
        for (const double good : {setting.range.low, setting.range.high}) {
            QVERIFY(field->set(config, numberFor(setting.range, good)).ok());
            QVERIFY(field->get(config) == nlohmann::json(good));
        }
        const ExperimentConfig before = config;
        for (const nlohmann::json& bad : {numberFor(setting.range, setting.range.low - 1), numberFor(setting.range, setting.range.high + 1),
                                          nlohmann::json("much"), nlohmann::json(std::numeric_limits<double>::quiet_NaN())}) {
            const Status status = field->set(config, bad);
            QVERIFY(!status.ok() && status.error().code == ErrorCode::ValueOutOfRange);
            QCOMPARE(status.error().where, setting.key);
            QVERIFY(config == before);
        }
    }
}

} // namespace reweigh::test
