// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/data/batches/EpochBatches.h"
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/EngineImpl.h"
#include "core/runfiles/RunFiguresJson.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"
#include "tests/core/engine/training/Interrupter.h"
#include "tests/core/engine/training/JobData.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <cstring>
#include <fstream>
#include <numeric>
#include <thread>

using namespace reweigh;

/// Runs of the engine in one process: stopped at any step and gone on with, told apart, refused.
class tst_Resume : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    EngineImpl m_engine;
    TrainJob m_job;

    TrainJob job(const char* folder, bool resume = false) const
    {
        TrainJob result = m_job;
        result.runDir = m_dir.filePath(folder).toStdString();
        result.resume = resume;
        std::filesystem::create_directories(result.runDir);
        return result;
    }

    Result<TrainResult> train(const TrainJob& what, int stopAfter = -1)
    {
        test::Interrupter observer;
        observer.steps = stopAfter;
        return m_engine.train(what, observer, observer.source.get_token());
    }

    /// Every figure that is no time.
    static nlohmann::json figures(const TrainResult& result)
    {
        nlohmann::json list = nlohmann::json::array();
        for (const EpochFigures& epoch : result.epochs) {
            list.push_back(toJson(epoch));
            for (const char* time : {"steps_per_second", "seconds_elapsed", "seconds_left"})
                list.back().erase(time);
        }
        return list;
    }

    static std::map<std::string, StoredTensor> tensors(const TrainJob& what)
    {
        const auto content = readSafeTensors(what.runDir / "checkpoint.safetensors");
        return content.ok() ? content->tensors : std::map<std::string, StoredTensor>();
    }

    static void settings()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("input");
        QTest::addColumn<int>("interval");
        QTest::newRow("loss") << "mwnet"
                              << "small-cnn"
                              << "loss" << 1;
        QTest::newRow("penultimate, labelled, normalised") << "mwnet"
                                                           << "mlp"
                                                           << "penultimate" << 1;
        QTest::newRow("every third step, lagged, last block") << "mwnet"
                                                              << "small-cnn"
                                                              << "stage1" << 3;
        QTest::newRow("loss, stage and label, standardised") << "mwnet"
                                                             << "small-cnn"
                                                             << "loss+stage1" << 2;
        QTest::newRow("plain") << "ce"
                               << "small-cnn"
                               << "loss" << 1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made =
            test::jobWithData({.dataset = "synthetic", .imbalanceFactor = 5, .metaPerClass = 5, .valPerClass = 5, .trainLimit = 600});
        QVERIFY(made.ok());
        m_job = std::move(*made);
        m_job.training.epochs = 3;
        m_job.training.batchSize = 32;
        m_job.training.metaBatchSize = 20;
        m_job.training.device = "cpu";
        m_job.training.threads = 2;
    }

    void stoppedAnywhereEndsAlike_data() { settings(); }
    void stoppedAnywhereEndsAlike()
    {
        QFETCH(QString, method);
        QFETCH(QString, model);
        QFETCH(QString, input);
        QFETCH(int, interval);
        const TrainOptions before = m_job.training;
        m_job.training.metaInterval = interval;
        m_job.training.laggedWeights = interval > 1;
        m_job.training.virtualStep = interval > 1 ? VirtualStep::LastBlock : VirtualStep::Full;
        m_job.training.model = model.toStdString();
        m_job.training.weighting = method == "ce" ? "none" : "mwnet";
        m_job.training.metaNet = {
            .input = input.toStdString(), .withLabel = input != "loss", .normalised = input != "loss", .standardised = input.contains('+')};
        const QByteArray name = method.toUtf8() + input.toUtf8();
        const TrainJob whole = job((name + "-whole").constData()), parts = job((name + "-parts").constData(), true);
        const auto full = train(whole);
        QVERIFY(full.ok());
        QVERIFY(full->end == RunEnd::Finished);
        QCOMPARE(full->epochs.size(), std::size_t(3));
        const int all = 3 * full->run.stepsPerEpoch;

        int stops = 0;
        Result<TrainResult> last = Error{};
        for (int stride = 1; stops <= all; ++stops, stride = stride % 5 + 2) { // 1, 3, 5, 2, 4, ... steps at a time
            last = train(parts, stride);
            QVERIFY(last.ok());
            if (last->end == RunEnd::Finished)
                break;
            QVERIFY(last->end == RunEnd::Interrupted);
        }
        QVERIFY2(stops >= 5, qPrintable(QString::number(stops)));
        QCOMPARE(figures(*last), figures(*full));
        QVERIFY(!tensors(whole).empty());
        QVERIFY(tensors(parts) == tensors(whole));
        if (method != "ce") { // every sample's weight and answer, whenever the epoch was stopped
            const std::string samples = readFile(whole.runDir / "samples.csv").value();
            QVERIFY(samples.starts_with("index,original,observed,weight,predicted,path\n") && samples.find(",,\n") == std::string::npos);
            QVERIFY(readFile(parts.runDir / "samples.csv").value() == samples);
        }
        QCOMPARE(tensors(whole).contains("meta.input_mean"), input.contains('+'));

        const auto again = train(parts); // it is finished: nothing is trained
        QVERIFY(again.ok() && again->end == RunEnd::Finished);
        QCOMPARE(figures(*again), figures(*full));
        m_job.training = before;
    }

    /// The epoch that is evaluated right after the resumption has made no step: it took 250 years.
    void timeLeftAfterAStopInEvaluation()
    {
        const TrainJob parts = job("evaluation-time", true);
        const auto first = train(parts, 1);
        QVERIFY(first.ok());
        const auto second = train(parts, first->run.stepsPerEpoch - 1); // after the last step of the epoch
        QVERIFY(second.ok() && second->end == RunEnd::Interrupted && second->epochs.empty());
        QVERIFY(first->run.seconds == 0.0 && second->run.seconds > 0.0); // that it had trained before
        const auto third = train(parts, 1);
        QVERIFY(third.ok() && third->end == RunEnd::Interrupted && third->epochs.size() == 1);
        const EpochFigures& epoch = third->epochs.front();
        QVERIFY2(epoch.stepsPerSecond > 0.0, qPrintable(QString::number(epoch.stepsPerSecond)));
        QVERIFY2(epoch.secondsLeft > 0.0 && epoch.secondsLeft < 1e4, qPrintable(QString::number(epoch.secondsLeft)));
        const double done = epoch.secondsElapsed * epoch.stepsPerSecond; // all steps so far, in all the time so far
        QVERIFY2(std::abs(done - first->run.stepsPerEpoch) < 0.1 * done, qPrintable(QString::number(done)));
    }

    /// An evaluation can be as long as an epoch: a stop ends it at its next batch, and its epoch is none yet.
    void stoppedInEvaluation()
    {
        const TrainJob whole = job("evaluation-whole"), parts = job("evaluation-parts", true);
        const auto full = train(whole);
        QVERIFY(full.ok());
        const int steps = full->run.stepsPerEpoch;

        test::Interrupter observer;
        observer.steps = steps; // told of the last step of the epoch
        const auto first = m_engine.train(parts, observer, observer.source.get_token());
        QVERIFY(first.ok());
        QVERIFY(first->end == RunEnd::Interrupted);
        QVERIFY(first->epochs.empty());
        QCOMPARE(observer.epochs, 0);

        struct Beside : RunObserver { // asks from another thread, at some moment after a step
            std::stop_source source;
            std::jthread asker;
            int steps = 0, delay = 0;
            void stepFinished(const StepFigures&) override
            {
                if (--steps == 0)
                    asker = std::jthread([this] {
                        std::this_thread::sleep_for(std::chrono::microseconds(delay));
                        source.request_stop();
                    });
            }
        };
        Result<TrainResult> last = Error{};
        for (const int delay : {300, 900, 2700, 8100}) {
            Beside beside;
            beside.steps = steps;
            beside.delay = delay;
            last = m_engine.train(parts, beside, beside.source.get_token());
            QVERIFY(last.ok());
            if (last->end == RunEnd::Finished)
                break;
        }
        QVERIFY(last->end == RunEnd::Finished);
        QCOMPARE(figures(*last), figures(*full));
        QVERIFY(!tensors(whole).empty());
        QVERIFY(tensors(parts) == tensors(whole));
    }

    /// The map is of fixed samples, alike in every epoch, and is there for features only.
    void featureMaps()
    {
        struct Losses : RunObserver {
            std::vector<double> steps;
            void stepFinished(const StepFigures& step) override { steps.push_back(step.loss); }
        } observer;
        TrainJob fed = m_job;
        fed.training.epochs = 2;
        fed.training.model = "mlp";
        fed.training.metaNet = {.input = "penultimate"};
        const auto result = m_engine.train(fed, observer, {});
        QVERIFY(result.ok());
        const EpochFigures &first = result->epochs[0], &second = result->epochs[1];
        const std::size_t points = std::min(fed.plan->train.size(), std::size_t(featureMapPoints));
        for (const EpochFigures* epoch : {&first, &second}) {
            QCOMPARE(epoch->features.first.size(), points);
            QCOMPARE(epoch->features.second.size(), points);
            QCOMPARE(epoch->features.weight.size(), points);
            QVERIFY(epoch->features.explained[0] >= epoch->features.explained[1] && epoch->features.explained[1] > 0.0);
            QVERIFY(epoch->features.explained[0] + epoch->features.explained[1] <= 1.0 + 1e-9);
            QVERIFY(std::ranges::all_of(epoch->features.weight, [](float weight) { return weight > 0.0f && weight < 1.0f; }));
            int counted = 0;
            for (const auto& group : epoch->distribution.counts)
                for (const auto& counts : group)
                    counted = std::accumulate(counts.begin(), counts.end(), counted);
            QCOMPARE(counted, int(fed.plan->train.size()));
            QCOMPARE(epoch->curve.right + epoch->curve.wrong, counted);
        }
        QCOMPARE(first.features.wrong, second.features.wrong);
        QVERIFY(first.features.first != second.features.first);

        // The mean over an epoch's batches is the epoch's own loss.
        QCOMPARE(int(observer.steps.size()), 2 * result->run.stepsPerEpoch);
        const EpochBatches batches(fed.plan->train.size(), std::size_t(fed.training.batchSize), fed.training.lastBatch);
        QCOMPARE(batches.count(), std::size_t(result->run.stepsPerEpoch));
        double sum = 0.0;
        for (std::size_t step = 0; step < batches.count(); ++step)
            sum += observer.steps[step] * double(batches.begin(step + 1) - batches.begin(step));
        QVERIFY(std::abs(sum / double(fed.plan->train.size()) - first.train.loss) < 1e-6);

        fed.training.metaNet = {.input = "loss"};
        QVERIFY(m_engine.train(fed, observer, {})->epochs[0].features.first.empty());
        fed.training.weighting = "none";
        const auto plain = m_engine.train(fed, observer, {});
        QVERIFY(plain->epochs[0].features.first.empty());
        QVERIFY(plain->epochs[0].distribution.counts[0][0].empty());
    }

    void verdicts()
    {
        for (const auto& [verdict, end] : {std::pair{Verdict::Prune, RunEnd::Pruned}, std::pair{Verdict::Stop, RunEnd::Stopped}}) {
            test::Interrupter observer;
            observer.verdictAt = 2;
            observer.verdict = verdict;
            TrainJob unwritten = m_job;
            const auto result = m_engine.train(unwritten, observer, {});
            QVERIFY(result.ok());
            QVERIFY(result->end == end);
            QCOMPARE(result->epochs.size(), std::size_t(2));
        }
    }

    void nonFiniteIsAnOutcome()
    {
        TrainJob wild = m_job;
        wild.training.lr = 1e30;
        const auto result = train(wild);
        QVERIFY(result.ok());
        QVERIFY(result->end == RunEnd::NonFinite);
    }

    /// Its loss was measured before the step, so a network that the last step ruined counted as trained.
    void aRuinousLastStepIsNotFinite()
    {
        TrainJob wild = m_job;
        wild.training.weighting = "none";
        wild.training.epochs = 1;
        wild.training.batchSize = int(wild.plan->train.size());
        wild.training.lr = 1e30;
        const auto result = train(wild);
        QVERIFY(result.ok());
        QVERIFY(result->end == RunEnd::NonFinite);
        QVERIFY(result->epochs.empty());
    }

    void anotherRunsCheckpointIsRefused()
    {
        TrainJob first = job("first", true);
        QVERIFY(train(first, 3).ok());
        TrainJob other = first;
        other.training.lr = 0.05;
        const auto byRate = train(other);
        QVERIFY(!byRate.ok());
        QCOMPARE(byRate.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(byRate.error().detail.starts_with("lr "));
        other = first;
        other.training.threads = 1;
        QCOMPARE(train(other).error().code, ErrorCode::CheckpointMismatch);
        other = first;
        auto plan = std::make_shared<DataPlan>(*first.plan);
        plan->fingerprintCode = "0000-0000";
        other.plan = plan;
        const auto byData = train(other);
        QCOMPARE(byData.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(byData.error().detail.starts_with("data fingerprint "));
    }

    void brokenCheckpointIsNamed()
    {
        const TrainJob broken = job("broken", true);
        QVERIFY(train(broken, 2).ok());
        const auto path = broken.runDir / "checkpoint.safetensors";
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        QCOMPARE(train(broken).error().code, ErrorCode::FileTruncated);
    }

    /// Flips a bit in the middle of a file, and returns what it then holds.
    static std::string damaged(const std::filesystem::path& file)
    {
        std::string bytes = readFile(file).value();
        bytes[bytes.size() / 2] = char(std::uint8_t(bytes[bytes.size() / 2]) ^ 4u);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return bytes;
    }

    /// Two checkpoints are kept: where the newest is damaged or missing, the run goes on from the one before, and ends as if nothing had been.
    void theCheckpointBeforeIsGoneOnFrom()
    {
        const auto whole = train(job("before-whole"));
        QVERIFY(whole.ok());
        const TrainJob parts = job("before", true);
        const auto newest = parts.runDir / RunFolder::checkpoint, before = parts.runDir / RunFolder::checkpointBefore;
        const int epoch = whole->run.stepsPerEpoch;
        QVERIFY(train(parts, epoch + 2).ok()); // an epoch's checkpoint, and one of the second epoch's second step
        QVERIFY(readMetaWeights(newest, whole->run.metaParameters).ok() && readMetaWeights(before, whole->run.metaParameters).ok());
        const std::string bytes = damaged(newest);
        const auto first = train(parts, 3);
        QVERIFY(first.ok());
        QCOMPARE(first->run.firstEpoch, 2);
        QVERIFY(!first->run.renewed && first->run.damage.find("checksum") != std::string::npos);
        QCOMPARE(first->run.setAside, newest.string() + ".damaged");
        QVERIFY(readFile(first->run.setAside).value() == bytes);

        // Killed between the renaming of the newest and the writing of the next.
        QVERIFY(std::filesystem::exists(newest) && std::filesystem::exists(before));
        std::filesystem::rename(newest, before);
        const auto second = train(parts);
        QVERIFY(second.ok() && second->end == RunEnd::Finished);
        QVERIFY(second->run.setAside.empty() && second->run.damage.empty());
        QCOMPARE(figures(*second), figures(*whole));
        QVERIFY(tensors(parts) == tensors(job("before-whole")));

        // A run that has ended trains its last epoch again.
        const std::string last = damaged(newest);
        const auto third = train(parts);
        QVERIFY(third.ok() && third->run.firstEpoch == parts.training.epochs);
        QVERIFY(readFile(newest.string() + ".damaged-2").value() == last);
        QCOMPARE(figures(*third), figures(*whole));
        QVERIFY(tensors(parts) == tensors(job("before-whole")));

        // Both are damaged: the newest is named, and nothing is changed.
        const std::string both[] = {damaged(newest), damaged(before)};
        const auto none = train(parts);
        QCOMPARE(none.error().code, ErrorCode::FileCorrupt);
        QCOMPARE(none.error().where, newest.string());
        QVERIFY(readFile(newest).value() == both[0] && readFile(before).value() == both[1]);
    }

    /// In a search or a comparison nobody is there to mend it: damaged files are kept, and the run ends as if it had never begun before.
    void damagedCheckpointsAreSetAside()
    {
        const auto whole = train(job("renewed-whole"));
        QVERIFY(whole.ok());
        TrainJob again = job("renewed", true);
        again.renew = true;
        const auto newest = again.runDir / RunFolder::checkpoint, before = again.runDir / RunFolder::checkpointBefore;
        QVERIFY(train(again, whole->run.stepsPerEpoch + 2).ok());
        const std::string bytes[] = {damaged(newest), damaged(before)};
        const auto first = train(again);
        QVERIFY(first.ok() && first->run.renewed && first->run.firstEpoch == 1 && !first->run.damage.empty());
        QCOMPARE(first->run.setAside, newest.string() + ".damaged");
        QVERIFY(readFile(first->run.setAside).value() == bytes[0]);
        QVERIFY(readFile(before.string() + ".damaged").value() == bytes[1]);
        QCOMPARE(figures(*first), figures(*whole));
        std::filesystem::remove(again.runDir / "epochs.jsonl"); // what both checkpoints build on
        const auto second = train(again);
        QVERIFY(second.ok() && second->run.renewed && second->run.setAside.ends_with(".damaged-2"));
        QCOMPARE(figures(*second), figures(*whole));
        TrainJob other = again;
        other.training.lr = 0.05; // not damaged, but another run's
        QCOMPARE(train(other).error().code, ErrorCode::CheckpointMismatch);
    }

    /// One bit that flips anywhere, on a disk or in memory, is seen before anything is gone on with.
    void flippedBitIsNamed()
    {
        const TrainJob broken = job("flipped", true);
        const auto half = train(broken, 2);
        QVERIFY(half.ok());
        const auto path = broken.runDir / "checkpoint.safetensors";
        const std::string whole = readFile(path).value();
        QVERIFY(readMetaWeights(path, half->run.metaParameters).ok());
        std::uint64_t header = 0;
        std::memcpy(&header, whole.data(), sizeof header);
        const auto flip = [&](std::size_t byte, int bit) {
            std::string bytes = whole;
            bytes[byte] = char(std::uint8_t(bytes[byte]) ^ (1u << bit));
            std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
        };
        const std::size_t stride = std::max<std::size_t>(1, whole.size() / 150) | 1; // all over the tensors
        for (std::size_t byte = 0; byte < whole.size(); byte += byte < 8 + header ? 11 : stride) {
            flip(byte, int(byte % 8));
            const auto read = readMetaWeights(path, half->run.metaParameters);
            QVERIFY2(!read.ok(), qPrintable(QString("byte %1 of %2").arg(byte).arg(whole.size())));
            QVERIFY(read.error().code == ErrorCode::FileCorrupt || (byte < 8 && read.error().code == ErrorCode::FileTruncated));
            QCOMPARE(read.error().where, path.string());
        }
        flip(whole.size() - 5, 3);
        QCOMPARE(train(broken).error().code, ErrorCode::FileCorrupt);
    }

    /// Checkpoints of before there was a checksum.
    void earlierCheckpointIsRead()
    {
        const TrainJob whole = job("earlier-whole"), parts = job("earlier-parts", true);
        const auto full = train(whole);
        QVERIFY(full.ok());
        QVERIFY(train(parts, 3).ok());
        const auto path = parts.runDir / "checkpoint.safetensors";
        SafeTensors content = readSafeTensors(path).value();
        QCOMPARE(int(content.metadata.erase(checksumKey)), 1);
        QCOMPARE(int(content.tensors.erase("epoch.predicted")), 1); // later than the checksum
        content.metadata["version"] = "1";
        QVERIFY(writeSafeTensors(path, content).ok());
        const auto last = train(parts);
        QVERIFY(last.ok());
        QCOMPARE(figures(*last), figures(*full));
        std::filesystem::remove(parts.runDir / RunFolder::checkpointBefore);
        content.metadata["version"] = "2"; // of today, and its checksum is gone
        QVERIFY(writeSafeTensors(path, content).ok());
        QCOMPARE(train(parts).error().code, ErrorCode::FileCorrupt);
    }

    void devices()
    {
        TrainJob elsewhere = m_job;
        elsewhere.training.device = "cuda:99";
        const auto absent = train(elsewhere);
        QCOMPARE(absent.error().code, ErrorCode::NoSuchDevice);
        QVERIFY(!absent.error().detail.empty());
        QVERIFY(absent.error().hint.starts_with("cpu"));
        for (const char* name : {"gpu", "cuda:", "cuda:x", "cuda0", "cuda:-1"}) {
            elsewhere.training.device = name;
            QCOMPARE(train(elsewhere).error().code, ErrorCode::NoSuchDevice);
        }
        QCOMPARE(m_engine.devices().front().name, std::string("cpu"));
    }
};

QTEST_APPLESS_MAIN(tst_Resume)
#include "tst_resume.moc"
