// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StepOracle.h"

#include <ATen/Parallel.h>

#include "core/engine/kernels/KernelChoice.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// Two hundred steps from one seed: the engine beside the plain way to the same steps.
class tst_Together : public QObject {
    Q_OBJECT

    static constexpr double lr = 0.01; // higher, and rounding alone leads two runs apart within the steps
    static constexpr int steps = 200;

    /// How far apart a and b are, by how far b has come.
    static double drift(const at::Tensor& a, const at::Tensor& b, const at::Tensor& start)
    {
        return ((a - b).norm() / (b - start).norm()).item<double>();
    }

    /// w after the steps with the own kernels or with the library's; `perturbation` is relative, of the first w.
    static at::Tensor trained(StepCase& c, const TrainOptions& options, int64_t n, KernelChoice choice, double perturbation = 0.0)
    {
        const KernelScope scope(choice);
        Rng rng(5, "perturbation");
        at::Tensor noise = at::empty_like(c.classifier.w.flat);
        std::generate_n(noise.mutable_data_ptr<float>(), noise.numel(), [&] { return float(1.0 + perturbation * rng.normal()); });
        c.classifier.w.flat.mul_(noise);
        MetaStep step = c.step(options);
        for (int i = 0; i < steps; ++i) {
            step.take(c.classifier, c.batch, c.metaBatch, lr);
            c.drawBatches(n);
        }
        return c.classifier.w.flat;
    }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); } // small tensors: a second thread would mostly wait

    /// fp64 against double backward and the library's formulas of the optimisers.
    void besideDoubleBackward_data()
    {
        QTest::addColumn<bool>("cheaper");
        QTest::newRow("exact") << false;
        QTest::newRow("lagged, last block") << true;
    }

    void besideDoubleBackward()
    {
        QFETCH(bool, cheaper);
        TrainOptions options;
        options.precision = Precision::Fp64;
        options.metaLr = 1e-2;
        options.laggedWeights = cheaper;
        options.virtualStep = cheaper ? VirtualStep::LastBlock : VirtualStep::Full;
        constexpr int64_t n = 12;
        StepCase a("small-cnn", options, n), b("small-cnn", options, n);
        const at::Tensor start = a.classifier.w.flat.clone(), theta = a.meta.theta.flat.clone();
        MetaStep step = a.step(options);
        for (int i = 0; i < steps; ++i) {
            step.take(a.classifier, a.batch, a.metaBatch, lr);
            const KernelScope library(KernelChoice::Library);
            const StepOracle expected(b, options, lr);
            b.classifier.w.flat.copy_(expected.updated);
            b.classifier.momentum.copy_(expected.momentum);
            b.meta.theta.flat.copy_(expected.meta.theta.flat);
            b.meta.adam = expected.meta.adam;
            a.drawBatches(n);
            b.drawBatches(n);
        }
        const double ofW = drift(a.classifier.w.flat, b.classifier.w.flat, start),
                     ofTheta = drift(a.meta.theta.flat, b.meta.theta.flat, theta);
        qInfo("apart after %d steps, by the way travelled: w %.1e, theta %.1e", steps, ofW, ofTheta);
        QVERIFY(ofW < 1e-9 && ofTheta < 1e-9);
    }

    /// fp32, own kernels against the library's. Rounding grows from step to step whoever rounds: what is allowed is
    /// what the library does to itself when its first weights are changed in the last digit.
    void besideTheLibrary_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("seeds");
        QTest::newRow("small-cnn") << "small-cnn" << 32 << 3;
        QTest::newRow("resnet32") << "resnet32" << 8 << 1;
    }

    void besideTheLibrary()
    {
        QFETCH(QString, model);
        QFETCH(int, n);
        QFETCH(int, seeds);
        const TrainOptions options;
        std::vector<double> ours, librarys;
        for (int seed = 1; seed <= seeds; ++seed) {
            const auto fresh = [&] { return StepCase(model.toStdString(), options, n, std::uint64_t(seed)); };
            StepCase own = fresh(), library = fresh(), perturbed = fresh();
            const at::Tensor start = own.classifier.w.flat.clone();
            const at::Tensor reference = trained(library, options, n, KernelChoice::Library);
            ours.push_back(drift(trained(own, options, n, KernelChoice::Fast), reference, start));
            librarys.push_back(drift(trained(perturbed, options, n, KernelChoice::Library, 1e-7), reference, start));
            qInfo("seed %d, apart after %d steps: own kernels %.1e, the library's beside its own %.1e", seed, steps, ours.back(),
                  librarys.back());
        }
        QVERIFY(median(ours) < 4 * median(librarys));
    }
};

QTEST_APPLESS_MAIN(tst_Together)
#include "tst_together.moc"
