// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigJson.h"
#include "core/config/Methods.h"
#include "core/engine/training/EngineImpl.h"
#include "core/engine/training/TrainParts.h"
#include "core/engine/training/Trainer.h"
#include "core/runfiles/SafeTensors.h"
#include "tests/core/engine/training/Interrupter.h"
#include "tests/core/engine/training/JobData.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace reweigh;

namespace {

/// Weights that hang on nothing but what a weighting is shown: counts how often each sample was seen, and keeps of the epoch
/// before what it says. All of it is state, so that a run that is resumed must continue alike.
class ProbeWeighting : public SampleWeighting {
public:
    struct Seen {
        std::vector<int> epochs;      ///< that began
        std::vector<double> meanLoss; ///< of the epoch before, as epochStarted was told; NaN where it was told none
        std::vector<double> meanWeight;
    };

    ProbeWeighting(std::int64_t samples, Seen& seen)
        : m_count(at::zeros({samples}))
        , m_mean(at::zeros({1}))
        , m_seen(seen)
    {
    }

    bool wantsPositions() const override { return true; }
    bool wantsMeta(long step) const override { return step % 2 == 1; }

    void epochStarted(const EpochView& view) override
    {
        m_seen.epochs.push_back(view.epoch);
        m_seen.meanLoss.push_back(view.losses.defined() ? view.losses.mean().item<double>() : std::nan(""));
        m_seen.meanWeight.push_back(view.weights.defined() ? view.weights.mean().item<double>() : std::nan(""));
        if (view.losses.defined())
            m_mean.fill_(view.losses.mean());
    }

    at::Tensor weights(const StepView& view) override
    {
        m_count.index_add_(0, view.positions, at::ones({view.positions.size(0)}));
        ++m_steps;
        return 1 / (m_count.index_select(0, view.positions) + 1 + m_mean) + 0.01 * double(m_steps % 3);
    }

    at::Tensor learn(const MetaView& view) override
    {
        m_mean.sub_(view.weightGradient.mean());
        return view.weightGradient.norm();
    }

    at::Tensor weightsAfterLearning(const StepView& view) override { return 1 / (m_count.index_select(0, view.positions) + 1 + m_mean); }

    WeightingState state() override
    {
        return {.tensors = {{"probe.count", m_count}, {"probe.mean", m_mean}}, .counters = {{"probe_steps", &m_steps}}};
    }

private:
    at::Tensor m_count, m_mean;
    std::int64_t m_steps = 0;
    Seen& m_seen;
};

} // namespace

/// Losses and weightings in whole runs: every pair of rows trains, stops and is resumed bit for bit; a weighting is told of epochs.
class tst_Methods : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    TrainJob m_job;

    TrainJob job(const QString& folder) const
    {
        TrainJob result = m_job;
        result.runDir = m_dir.filePath(folder).toStdString();
        result.resume = true;
        std::filesystem::create_directories(result.runDir);
        return result;
    }

    static std::map<std::string, StoredTensor> tensors(const TrainJob& what)
    {
        const auto content = readSafeTensors(what.runDir / "checkpoint.safetensors");
        return content.ok() ? content->tensors : std::map<std::string, StoredTensor>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = test::jobWithData({.dataset = "synthetic",
                                       .noiseType = NoiseType::Symmetric,
                                       .noiseRate = 0.3,
                                       .imbalanceFactor = 2,
                                       .metaPerClass = 3,
                                       .valPerClass = 2,
                                       .trainLimit = 120});
        QVERIFY(made.ok());
        m_job = std::move(*made);
        m_job.training.model = "mlp";
        m_job.training.epochs = 3;
        m_job.training.batchSize = 24;
        m_job.training.metaBatchSize = 10;
        m_job.training.device = "cpu";
        m_job.training.threads = 1;
    }

    void everyPairIsResumed_data()
    {
        QTest::addColumn<QString>("loss");
        QTest::addColumn<QString>("weighting");
        for (const MethodRow& loss : lossRows())
            for (const MethodRow& weighting : weightingRows())
                QTest::addRow("%s, %s", loss.key, weighting.key) << QString(loss.key) << QString(weighting.key);
    }

    void everyPairIsResumed()
    {
        QFETCH(QString, loss);
        QFETCH(QString, weighting);
        EngineImpl engine;
        RunObserver silent;
        TrainJob whole = job(loss + weighting + "-whole"), parts = job(loss + weighting + "-parts");
        for (TrainJob* each : {&whole, &parts}) {
            each->training.loss = loss.toStdString();
            each->training.weighting = weighting.toStdString();
        }
        const auto full = engine.train(whole, silent, {});
        QVERIFY(full.ok() && full->end == RunEnd::Finished);
        Result<TrainResult> last = Error{};
        for (int stride = 1, stops = 0; stops < 40; ++stops, stride = stride % 5 + 2) {
            test::Interrupter observer;
            observer.steps = stride;
            last = engine.train(parts, observer, observer.source.get_token());
            QVERIFY(last.ok());
            if (last->end == RunEnd::Finished)
                break;
        }
        QVERIFY(last->end == RunEnd::Finished);
        QVERIFY(!tensors(whole).empty());
        QVERIFY(tensors(parts) == tensors(whole));
        QCOMPARE(last->epochs.back().validation.loss, full->epochs.back().validation.loss);
        QCOMPARE(last->epochs.back().train.loss, full->epochs.back().train.loss);
    }

    /// A run of another loss, or of another value of its setting, is another run; a setting of a loss that is not trained is none.
    void anotherLossIsAnotherRun()
    {
        EngineImpl engine;
        RunObserver silent;
        TrainJob first = job("identity");
        first.training.loss = "focal";
        first.training.epochs = 1;
        QVERIFY(engine.train(first, silent, {}).ok());
        TrainJob other = first;
        other.training.loss = "ce";
        QCOMPARE(engine.train(other, silent, {}).error().detail, std::string("loss is \"focal\" there, \"ce\" here"));
        other = first;
        other.training.methodSettings["focal-gamma"] = 3.0;
        QVERIFY(engine.train(other, silent, {}).error().detail.starts_with("focal-gamma is 2.0 there"));
        TrainJob plain = job("identity-ce");
        plain.training.epochs = 1;
        QVERIFY(engine.train(plain, silent, {}).ok());
        plain.training.methodSettings["focal-gamma"] = 3.0;
        QVERIFY(engine.train(plain, silent, {}).ok());
    }

    /// Weights of any rule are counted where they are; a network is exported only where there is one, of one output.
    void weightsOfEveryRule_data()
    {
        QTest::addColumn<QString>("weighting");
        for (const MethodRow& row : weightingRows())
            QTest::newRow(row.key) << QString(row.key);
    }

    void weightsOfEveryRule()
    {
        QFETCH(QString, weighting);
        EngineImpl engine;
        RunObserver silent;
        TrainJob what = job("rule-" + weighting);
        what.training.weighting = weighting.toStdString();
        what.training.epochs = 1;
        const auto result = engine.train(what, silent, {});
        QVERIFY(result.ok() && result->end == RunEnd::Finished);
        const MethodRow& row = *weightingRow(what.training.weighting);
        const EpochFigures& epoch = result->epochs.back();
        QCOMPARE(!epoch.curve.weight.empty(), row.weighs);
        QCOMPARE(std::isfinite(epoch.distribution.mean), row.weighs);
        if (row.weighs) {
            long counted = 0;
            for (const auto& group : epoch.distribution.counts)
                for (const auto& counts : group)
                    counted = std::accumulate(counts.begin(), counts.end(), counted);
            QCOMPARE(counted, long(what.plan->train.size()));
            QVERIFY(epoch.distribution.low <= epoch.distribution.mean && epoch.distribution.mean <= epoch.distribution.high);
            QVERIFY(epoch.distribution.high <= epoch.distribution.upper * (1 + 1e-5));
            QVERIFY(epoch.distribution.upper > 1.0 || (weighting != "class-balanced" && weighting != "l2rw"));
        }
        const Status exported = engine.exportTorchScript(what.runDir, what.runDir / "net.pt");
        QCOMPARE(exported.ok(), weighting == "mwnet");
        if (!exported.ok()) {
            QCOMPARE(exported.error().code, ErrorCode::NoNetworkToExport);
            QCOMPARE(exported.error().detail, what.training.weighting);
            QCOMPARE(!exported.error().hint.empty(), row.hasNet);
        }
    }

    /// What version 0.1 wrote: "method" in its identity, and no setting that came later.
    void checkpointOfBefore()
    {
        EngineImpl engine;
        for (const auto& [method, weighting] : {std::pair("mwnet", "mwnet"), std::pair("ce", "none")}) {
            TrainJob before = job(QString("before-") + method);
            before.training.weighting = weighting;
            test::Interrupter observer;
            observer.steps = 4;
            QVERIFY(engine.train(before, observer, observer.source.get_token())->end == RunEnd::Interrupted);
            const auto file = before.runDir / "checkpoint.safetensors";
            auto content = readSafeTensors(file);
            QVERIFY(content.ok());
            nlohmann::json identity = nlohmann::json::parse(content->metadata.at("identity"));
            identity.erase("loss");
            identity.erase("weighting");
            identity.erase("standardise-input");
            identity["method"] = method;
            content->metadata["identity"] = identity.dump();
            content->metadata["version"] = "1"; // which has no checksum
            if (weighting == std::string("none"))
                content->metadata["adam_steps"] = "0";
            QVERIFY(content->metadata.contains("adam_steps"));
            QCOMPARE(content->tensors.contains("meta.weights") && content->tensors.contains("meta.first")
                         && content->tensors.contains("meta.second"),
                     weighting == std::string("mwnet"));
            QVERIFY(writeSafeTensors(file, *content).ok());
            RunObserver silent;
            const auto resumed = engine.train(before, silent, {});
            QVERIFY2(resumed.ok(), resumed.ok() ? "" : resumed.error().detail.c_str());
            TrainJob whole = job(QString("after-") + method);
            whole.training.weighting = weighting;
            QVERIFY(engine.train(whole, silent, {}).ok());
            QVERIFY(tensors(before) == tensors(whole));
        }
    }

    void weightingsAreToldOfEpochs()
    {
        const auto run = [&](const QString& folder, int stopAfter, ProbeWeighting::Seen& seen) {
            TrainJob what = job(folder);
            auto parts = makeTrainParts(what);
            parts->weighting = std::make_unique<ProbeWeighting>(std::int64_t(what.plan->train.size()), seen);
            test::Interrupter observer;
            observer.steps = stopAfter;
            auto trainer = std::move(Trainer::make(what, std::move(*parts), observer, observer.source.get_token(), {}).value());
            auto result = trainer->run();
            return std::pair(std::move(result), tensors(what));
        };
        ProbeWeighting::Seen whole, parts;
        const auto [full, end] = run("probe-whole", -1, whole);
        QVERIFY(full.ok() && full->end == RunEnd::Finished);
        QCOMPARE(whole.epochs, std::vector<int>({1, 2, 3}));
        QVERIFY(std::isnan(whole.meanLoss[0]) && std::isnan(whole.meanWeight[0]));
        const auto n = double(m_job.plan->train.size());
        for (std::size_t i = 1; i < 3; ++i) {
            QVERIFY(std::abs(whole.meanLoss[i] - full->epochs[i - 1].train.loss) < 1e-5); // the epoch's own mean over its samples
            QVERIFY(whole.meanWeight[i] > 0.0 && whole.meanWeight[i] < 1.1);
        }
        const auto* count = reinterpret_cast<const float*>(end.at("probe.count").bytes.data());
        QVERIFY(std::all_of(count, count + std::size_t(n),
                            [](float seen) { return seen == 3.0f; })); // each sample once an epoch, at its own position

        for (int stops = 0;; ++stops) {
            QVERIFY(stops < 40);
            const auto [part, reached] = run("probe-parts", 4, parts);
            QVERIFY(part.ok());
            if (part->end != RunEnd::Finished)
                continue;
            QVERIFY(reached == end);
            break;
        }
        QCOMPARE(parts.epochs, whole.epochs); // no epoch begins twice
    }

    void whatALossMayKnow()
    {
        const LossContext context = lossContext(m_job, at::kCPU);
        QCOMPARE(context.classCounts.sum().item<double>(), double(m_job.plan->train.size()));
        for (int k = 0; k < m_job.plan->classes; ++k)
            QCOMPARE(context.classCounts[k].item<double>(), double(std::ranges::count(m_job.plan->observedLabel, k)));
        QVERIFY(at::allclose(context.noiseMatrix.sum(1), at::ones({m_job.plan->classes}, at::kDouble)));
        QVERIFY(std::abs(context.noiseMatrix[0][0].item<double>() - 0.7) < 1e-12);
        QCOMPARE(context.epochs, 3);
        TrainJob clean = m_job;
        clean.data.noiseType = NoiseType::None;
        QVERIFY(!lossContext(clean, at::kCPU).noiseMatrix.defined());

        const MethodRow needs{.key = "some", .needsMetaSet = true, .needsClassCounts = true, .needsNoiseMatrix = true};
        QVERIFY(checkNeeds(needs, m_job).ok());
        QVERIFY(checkNeeds({.key = "none"}, clean).ok());
        QCOMPARE(checkNeeds(needs, clean).error().where, std::string("some"));
        TrainJob poor = m_job;
        auto plan = std::make_shared<DataPlan>(*m_job.plan);
        plan->meta.resize(1);
        poor.plan = plan;
        QCOMPARE(checkNeeds(needs, poor).error().where, std::string("meta-per-class"));
        plan->meta = m_job.plan->meta;
        ++plan->classes; // one that nobody is labelled with
        QVERIFY(!checkNeeds({.key = "some", .needsClassCounts = true}, poor).ok());
    }
};

QTEST_APPLESS_MAIN(tst_Methods)
#include "tst_methods.moc"
