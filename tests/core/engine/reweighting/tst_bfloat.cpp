// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StepOracle.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <numeric>

using namespace reweigh;
using namespace reweigh::test;

/// The meta gradient in bf16 beside fp64's, from the same weights and images.
class tst_BFloat : public QObject {
    Q_OBJECT

    static constexpr double lr = 0.1;
    static constexpr int64_t n = 100;

    struct Gradients {
        at::Tensor ofTheta;
        at::Tensor ofWeights; ///< dL_meta/dv up to a factor: <grad L_meta(w - a g), grad l_i> of every sample
    };

    static Gradients gradients(const std::string& model, Precision precision, std::uint64_t seed)
    {
        TrainOptions options;
        options.precision = precision;
        StepCase c(model, options, n, seed);
        const auto computed = [&](const at::Tensor& flat) {
            return ParamSet(c.network.parameters(), flat.to(stepTypes(precision).compute));
        };
        const ParamSet w = computed(c.classifier.w.flat);
        ParamSet gradient(c.network.parameters(), at::empty_like(c.classifier.w.flat)),
            u(c.network.parameters(), at::empty_like(c.classifier.w.flat));
        Activations saved, metaSaved;
        const CrossEntropy loss =
            crossEntropy(c.network.forward(w, c.classifier.running, c.batch.images, PassMode::TrainOnly, &saved), c.batch.labels);
        const at::Tensor v = c.metaNet.forward(c.meta.theta, loss.losses.unsqueeze(1));
        c.network.backward(w, saved, loss.derivative * (v / double(n)).unsqueeze(1), gradient);
        const ParamSet shifted = computed(c.classifier.w.flat - lr * gradient.flat);
        const CrossEntropy metaLoss = crossEntropy(
            c.network.forward(shifted, c.classifier.running, c.metaBatch.images, PassMode::TrainOnly, &metaSaved), c.metaBatch.labels);
        c.network.backward(shifted, metaSaved, metaLoss.derivative / double(n - 2), u);
        const at::Tensor slopes = (loss.derivative * c.network.tangent(w, saved, computed(u.flat))).sum(1);
        MetaStep step = c.step(options);
        step.take(c.classifier, c.batch, c.metaBatch, lr);
        return {c.weighting.metaGradient().to(at::kDouble), slopes.to(at::kDouble)};
    }

    static double correlation(const at::Tensor& a, const at::Tensor& b)
    {
        const at::Tensor x = a - a.mean(), y = b - b.mean();
        return (x.dot(y) / (x.norm() * y.norm())).item<double>();
    }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); } // small tensors: a second thread would mostly wait

    void metaGradient_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("seeds");
        QTest::newRow("small-cnn") << "small-cnn" << 8;
        QTest::newRow("resnet32") << "resnet32" << 3;
    }

    /// Theta's gradient sums over samples, in which roundings cancel; a single sample's slope keeps them.
    void metaGradient()
    {
        QFETCH(QString, model);
        QFETCH(int, seeds);
        std::vector<double> ofTheta, ofWeights;
        for (int seed = 0; seed < seeds; ++seed) {
            const Gradients coarse = gradients(model.toStdString(), Precision::Bf16, std::uint64_t(seed));
            const Gradients exact = gradients(model.toStdString(), Precision::Fp64, std::uint64_t(seed));
            ofTheta.push_back(correlation(coarse.ofTheta, exact.ofTheta));
            ofWeights.push_back(correlation(coarse.ofWeights, exact.ofWeights));
            qInfo("seed %d: theta's gradient %.6f, error %.1e, samples' slopes %.5f", seed, ofTheta.back(),
                  relativeError(coarse.ofTheta, exact.ofTheta), ofWeights.back());
        }
        const auto mean = [](const at::ArrayRef<double> values) {
            return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
        };
        qInfo("mean correlation over %d seeds: theta's gradient %.6f, samples' slopes %.5f", seeds, mean(ofTheta), mean(ofWeights));
        QVERIFY(mean(ofTheta) >= 0.999);
        QVERIFY(mean(ofWeights) >= 0.999);
    }
};

QTEST_APPLESS_MAIN(tst_BFloat)
#include "tst_bfloat.moc"
