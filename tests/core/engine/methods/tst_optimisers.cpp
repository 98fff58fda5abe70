// SPDX-License-Identifier: GPL-3.0-or-later
#include <torch/optim/adam.h>
#include <torch/optim/sgd.h>

#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/methods/MetaWeightNet.h"
#include "core/engine/methods/Optimisers.h"

#include <QtTest>

#include <limits>

using namespace reweigh;

/// Our optimisers on flat vectors against the library's own; MW-Net's backward pass against autograd.
class tst_Optimisers : public QObject {
    Q_OBJECT

    static at::Tensor vector(Rng& rng, int64_t size)
    {
        at::Tensor values = at::empty({size}, at::kDouble);
        for (int64_t i = 0; i < size; ++i)
            values.mutable_data_ptr<double>()[i] = rng.normal();
        return values;
    }

private Q_SLOTS:
    void sgd_data()
    {
        QTest::addColumn<double>("momentum");
        QTest::addColumn<double>("decay");
        QTest::addColumn<bool>("nesterov");
        QTest::newRow("plain") << 0.0 << 0.0 << false;
        QTest::newRow("momentum and decay") << 0.9 << 5e-4 << false;
        QTest::newRow("nesterov") << 0.9 << 5e-4 << true;
    }

    void sgd()
    {
        QFETCH(double, momentum);
        QFETCH(double, decay);
        QFETCH(bool, nesterov);
        Rng rng(3);
        at::Tensor ours = vector(rng, 57);
        at::Tensor theirs = ours.clone().requires_grad_(true);
        at::Tensor buffer = at::zeros_like(ours);
        torch::optim::SGD optimiser({theirs}, torch::optim::SGDOptions(0.05).momentum(momentum).weight_decay(decay).nesterov(nesterov));
        for (int step = 0; step < 20; ++step) {
            const at::Tensor gradient = vector(rng, 57);
            theirs.mutable_grad() = gradient.clone();
            optimiser.step();
            sgdStep(ours, gradient, buffer, 0.05, {.momentum = momentum, .weightDecay = decay, .nesterov = nesterov});
            QVERIFY(at::allclose(ours, theirs.detach(), 1e-12, 1e-14));
        }
    }

    void adam()
    {
        for (const double decay : {0.0, 1e-2}) {
            Rng rng(4);
            at::Tensor ours = vector(rng, 57);
            at::Tensor theirs = ours.clone().requires_grad_(true);
            AdamState state{at::zeros_like(ours), at::zeros_like(ours), 0};
            torch::optim::Adam optimiser({theirs}, torch::optim::AdamOptions(1e-3).weight_decay(decay));
            for (int step = 0; step < 50; ++step) {
                const at::Tensor gradient = vector(rng, 57) * 1e-4;
                theirs.mutable_grad() = gradient.clone();
                optimiser.step();
                adamStep(ours, gradient, state, 1e-3, decay);
                QVERIFY(at::allclose(ours, theirs.detach(), 1e-12, 1e-14));
            }
        }
    }

    /// One pass over memory rounds as the library's several do, wherever an element stands and whatever it is.
    void onePass_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("fp64");
        for (const int size : {1, 3, 16, 57, 1000, 200003})
            for (const bool fp64 : {false, true})
                QTest::addRow("%d, %s", size, fp64 ? "fp64" : "fp32") << size << fp64;
    }

    void onePass()
    {
        QFETCH(int, size);
        QFETCH(bool, fp64);
        struct Vectors {
            at::Tensor w, buffer;
            AdamState adam;
        };
        const double unit = fp64 ? 0x1p-52 : 0x1p-23;
        for (const double decay : {0.0, 5e-4})
            for (const bool nesterov : {false, true}) {
                Rng rng(6);
                const auto draw = [&] { return vector(rng, size).to(fp64 ? at::kDouble : at::kFloat); };
                const at::Tensor start = draw();
                const auto fresh = [&] {
                    return Vectors{start.clone(), at::zeros_like(start), {at::zeros_like(start), at::zeros_like(start), 0}};
                };
                Vectors sgd = fresh(), sgdReference = fresh(), adam = fresh(), adamReference = fresh();
                const SgdOptions options{.momentum = 0.9, .weightDecay = decay, .nesterov = nesterov};
                for (int step = 0; step < 5; ++step) {
                    at::Tensor gradient = draw();
                    if (step == 4) {
                        gradient[0] = std::numeric_limits<double>::quiet_NaN();
                        gradient[size - 1] = std::numeric_limits<double>::infinity();
                    }
                    sgdStep(sgd.w, gradient, sgd.buffer, 0.07, options);
                    adamStep(adam.w, gradient, adam.adam, 1e-3, decay);
                    {
                        const KernelScope library(KernelChoice::Library);
                        sgdStep(sgdReference.w, gradient, sgdReference.buffer, 0.07, options);
                        adamStep(adamReference.w, gradient, adamReference.adam, 1e-3, decay);
                    }
                }
                for (const auto& [ours, theirs] : {std::pair(sgd.w, sgdReference.w),
                                                   {sgd.buffer, sgdReference.buffer},
                                                   {adam.w, adamReference.w},
                                                   {adam.adam.first, adamReference.adam.first},
                                                   {adam.adam.second, adamReference.adam.second}})
                    QVERIFY(at::allclose(ours, theirs, 4 * unit, unit, true));
            }
    }

    void metaNetShapes_data()
    {
        QTest::addColumn<QList<int>>("hidden");
        QTest::addColumn<int>("width");
        QTest::newRow("no hidden layer") << QList<int>{} << 3;
        QTest::newRow("1-100-1") << QList<int>{100} << 1;
        QTest::newRow("three layers") << QList<int>{7, 1, 33} << 74;
    }

    void metaNetShapes()
    {
        QFETCH(QList<int>, hidden);
        QFETCH(int, width);
        for (const Activation activation : {Activation::Relu, Activation::Tanh}) {
            const MetaWeightNet net({.hidden = {hidden.begin(), hidden.end()}, .activation = activation}, width);
            int64_t expected = 0, in = width;
            for (const int nodes : hidden)
                expected += (in + 1) * nodes, in = nodes;
            QCOMPARE(net.parameters().total(), expected + in + 1);

            Rng rng(5);
            const at::Tensor flat = net.initialParameters(rng).to(at::kDouble);
            const ParamSet theta(net.parameters(), flat);
            const at::Tensor input = vector(rng, 6 * width).reshape({6, width});
            MetaWeightNet::Activations saved;
            const at::Tensor weights = net.forward(theta, input, &saved);
            QCOMPARE(weights.sizes().vec(), std::vector<int64_t>({6}));
            ParamSet gradient(net.parameters(), at::zeros_like(flat));
            const at::Tensor direction = vector(rng, 6);
            net.backward(theta, saved, direction, gradient);
            // Central differences of <direction, v> along random directions of theta.
            for (int trial = 0; trial < 5; ++trial) {
                const at::Tensor u = vector(rng, flat.numel());
                const double h = 1e-6;
                const auto value = [&](double t) {
                    return net.forward(ParamSet(net.parameters(), flat + t * u), input).dot(direction).item<double>();
                };
                const double numeric = (value(h) - value(-h)) / (2 * h), exact = gradient.flat.dot(u).item<double>();
                QVERIFY2(std::abs(numeric - exact) < 1e-7 * std::max(1.0, std::abs(exact)),
                         qPrintable(QString("%1 %2").arg(numeric).arg(exact)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Optimisers)
#include "tst_optimisers.moc"
