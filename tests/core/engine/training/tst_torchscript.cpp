// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/EngineImpl.h"
#include "core/runfiles/SafeTensors.h"
#include "tests/core/engine/training/JobData.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/serialization/import.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// The exported MW-Net, read back by LibTorch: it takes what training took, as it was before it was standardised.
class tst_TorchScript : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    EngineImpl m_engine;
    TrainJob m_job;

    TrainJob job(const char* folder, const MetaNetSpec& metaNet) const
    {
        TrainJob result = m_job;
        result.training.metaNet = metaNet;
        result.runDir = m_dir.filePath(folder).toStdString();
        std::filesystem::create_directories(result.runDir);
        return result;
    }

    Result<TrainResult> train(const TrainJob& what)
    {
        RunObserver silent;
        return m_engine.train(what, silent, {});
    }

    torch::jit::Module exported(const TrainJob& what)
    {
        const std::filesystem::path file = what.runDir / "net.pt";
        if (!m_engine.exportTorchScript(what.runDir, file))
            qFatal("not exported");
        return torch::jit::load(file.string());
    }

    static at::Tensor weights(torch::jit::Module& module, const at::Tensor& input) { return module.forward({input}).toTensor(); }

    static at::Tensor vectorOf(const SafeTensors& content, const char* name)
    {
        std::string bytes = content.tensors.at(name).bytes;
        return at::from_blob(bytes.data(), {int64_t(bytes.size() / sizeof(float))}, at::kFloat).clone();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made =
            test::jobWithData({.dataset = "synthetic", .imbalanceFactor = 5, .metaPerClass = 5, .valPerClass = 5, .trainLimit = 300});
        QVERIFY(made.ok());
        m_job = std::move(*made);
        m_job.training.model = "mlp";
        m_job.training.epochs = 1;
        m_job.training.batchSize = 32;
        m_job.training.metaBatchSize = 20;
        m_job.training.device = "cpu";
        m_job.training.threads = 1;
    }

    /// The curve over the loss, as training drew it.
    void givesTheCurveOfTheTraining()
    {
        for (const bool standardised : {false, true}) {
            const TrainJob what = job(standardised ? "curve-standardised" : "curve", {.standardised = standardised});
            const auto result = train(what);
            QVERIFY(result.ok());
            torch::jit::Module module = exported(what);
            QCOMPARE(module.hasattr("input_mean"), standardised);
            const WeightCurve& curve = result->epochs.back().curve;
            const at::Tensor losses = at::tensor(at::ArrayRef<float>(curve.loss)).unsqueeze(1);
            const at::Tensor want = at::tensor(at::ArrayRef<float>(curve.weight));
            QVERIFY(want.numel() > 10 && (want.max() - want.min()).item<double>() > 1e-4);
            QVERIFY((weights(module, losses) - want).abs().max().item<double>() < 1e-6);
        }
    }

    /// Loss and features by the statistics in the checkpoint, the label as it is: computed from the file's tensors by the definition.
    void standardisesWhatTrainingStandardised()
    {
        const TrainJob what = job("parts", {.input = "loss+penultimate", .withLabel = true, .hidden = {6}, .standardised = true});
        QVERIFY(train(what).ok());
        const auto content = readSafeTensors(what.runDir / "checkpoint.safetensors");
        QVERIFY(content.ok());
        const at::Tensor theta = vectorOf(*content, "meta.weights"), mean = vectorOf(*content, "meta.input_mean"),
                         variance = vectorOf(*content, "meta.input_variance");
        const int64_t features = 129, d = features + 10; // the mlp's penultimate layer has 128
        QCOMPARE(mean.size(0), features);
        QCOMPARE(theta.size(0), 6 * d + 6 + 6 + 1);
        const at::Tensor first = theta.narrow(0, 0, 6 * d).view({6, d}), firstBias = theta.narrow(0, 6 * d, 6),
                         last = theta.narrow(0, 6 * d + 6, 6).view({1, 6}), lastBias = theta.narrow(0, 6 * d + 12, 1);
        const at::Tensor rows = (at::arange(5 * d, at::kFloat) * 0.7).sin().view({5, d}) + 0.5;
        const at::Tensor scaled = (rows.narrow(1, 0, features) - mean) / (variance + 1e-5).sqrt();
        const at::Tensor hidden = at::linear(at::cat({scaled, rows.narrow(1, features, 10)}, 1), first, firstBias).relu();
        const at::Tensor want = at::linear(hidden, last, lastBias).sigmoid().squeeze(1);
        torch::jit::Module module = exported(what);
        QVERIFY(at::allclose(weights(module, rows), want, 1e-5, 1e-6));
    }

    void aCheckpointWithoutItsStatisticsIsNamed()
    {
        const TrainJob what = job("lost", {.standardised = true});
        QVERIFY(train(what).ok());
        const auto file = what.runDir / "checkpoint.safetensors";
        SafeTensors content = readSafeTensors(file).value();
        QCOMPARE(int(content.tensors.erase("meta.input_variance")), 1);
        content.metadata[checksumKey] = checksumOf(content);
        QVERIFY(writeSafeTensors(file, content).ok());
        const Status status = m_engine.exportTorchScript(what.runDir, what.runDir / "net.pt");
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::FileCorrupt);
        QCOMPARE(status.error().detail, std::string("no fitting tensor meta.input_variance"));
        QCOMPARE(readInputStatistics(file, 1).error().code, ErrorCode::FileCorrupt);
    }
};

QTEST_APPLESS_MAIN(tst_TorchScript)
#include "tst_torchscript.moc"
