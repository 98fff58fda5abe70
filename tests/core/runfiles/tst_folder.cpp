// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/runfiles/RunFiguresJson.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

using namespace reweigh;

/// What a run leaves behind, read as a stranger would.
class tst_Folder : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    RunFolder folder() const { return RunFolder(m_dir.path().toStdString()); }
    std::string bytesOf(const char* name) const { return readFile(folder().file(name)).value(); }

    static EpochFigures epochOf(int number)
    {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        EpochFigures epoch{.epoch = number};
        epoch.train = {.loss = 0.1 + number,
                       .accuracy = 1.0 / 3,
                       .balancedAccuracy = none,
                       .recall = {0.5, none},
                       .many = 1,
                       .medium = 0,
                       .few = none};
        epoch.test.calibrationError = 0.125;
        epoch.detection.auroc = 0.75;
        epoch.detection.aurocByGroup = {0.25, none, 1.0};
        epoch.detection.averagePrecisionByGroup = {0.5, none, 0.75};
        for (int i = 0; i < 100; ++i) {
            epoch.curve.loss.push_back(0.1f * float(i));
            epoch.curve.weight.push_back(i == 7 ? std::numeric_limits<float>::quiet_NaN() : 0.3f);
            epoch.curve.rightDensity.push_back(0.01f);
            epoch.curve.wrongDensity.push_back(0.02f * float(number));
        }
        epoch.curve.right = 300;
        epoch.curve.wrong = 100 + number;
        for (auto& group : epoch.distribution.counts)
            group.fill(WeightDistribution::Counts(weightBins, number));
        epoch.distribution.counts[2][1].front() = 17;
        epoch.distribution.upper = 5.0;
        epoch.distribution.mean = 1.25;
        epoch.shares = {.wrongness = 0.5, .size = 0.25};
        epoch.distribution.high = 4.5; // low is not known
        epoch.features = {
            .first = {0.1f, -2.5f}, .second = {1e-7f, 3.0f}, .weight = {0.25f, 0.75f}, .wrong = {0, 1}, .explained = {0.6, 1.0 / 3}};
        return epoch;
    }

private Q_SLOTS:
    /// Lists that belong together by place, as a file that was changed by hand or by a flipped bit may hold them: views and the next
    /// writing take their lengths for granted.
    void listsOfOtherLengthsAreRefused()
    {
        const nlohmann::json whole = toJson(epochOf(1));
        const auto readWithout = [&](const char* pointer) {
            nlohmann::json epoch = whole;
            nlohmann::json& list = epoch.at(nlohmann::json::json_pointer(pointer));
            list.erase(list.size() - 1);
            if (!writeFileAtomic(folder().file("epochs.jsonl"), epoch.dump() + '\n').ok())
                return ErrorCode::Internal;
            const auto back = folder().readEpochs();
            return back.ok() ? ErrorCode::Internal : back.error().code;
        };
        for (const char* list : {"/curve/loss", "/curve/weight", "/curve/right_density", "/curve/wrong_density", "/features/first",
                                 "/features/second", "/features/weight", "/features/wrong", "/weight_distribution/2/1"})
            QCOMPARE(readWithout(list), ErrorCode::FileCorrupt);
        QCOMPARE(readWithout("/train/recall"), ErrorCode::Internal); // of any length
        QVERIFY(std::filesystem::remove(folder().file("epochs.jsonl")));
    }

    void epochsComeBack()
    {
        QVERIFY(folder().writeEpochs({epochOf(1), epochOf(2)}).ok());
        const auto back = folder().readEpochs();
        QVERIFY(back.ok());
        QCOMPARE(back->size(), std::size_t(2));
        QCOMPARE(toJson((*back)[1]), toJson(epochOf(2))); // JSON, for NaN is not equal to itself
        QCOMPARE((*back)[1].train.accuracy, 1.0 / 3);
        QVERIFY(std::isnan((*back)[0].train.few));
        QVERIFY(std::isnan((*back)[0].train.calibrationError));
        QCOMPARE((*back)[0].test.calibrationError, 0.125);
        QCOMPARE((*back)[0].detection.averagePrecisionByGroup[2], 0.75);
        QVERIFY(std::isnan((*back)[0].curve.weight[7]));
        QCOMPARE((*back)[0].curve.weight[8], 0.3f);
        QVERIFY(bytesOf("epochs.jsonl").find("NaN") == std::string::npos);
        QCOMPARE((*back)[1].curve.wrong, 102);
        QCOMPARE((*back)[0].distribution.counts[2][1].front(), 17);
        QCOMPARE((*back)[0].distribution.upper, 5.0);
        QCOMPARE((*back)[0].distribution.mean, 1.25);
        QVERIFY(std::isnan((*back)[0].distribution.low) && (*back)[0].distribution.high == 4.5);
        QCOMPARE((*back)[0].shares.wrongness, 0.5);
        QCOMPARE((*back)[0].shares.size, 0.25);
        QVERIFY(std::isnan((*back)[0].shares.interaction));
        QCOMPARE((*back)[0].features.first, (std::vector<float>{0.1f, -2.5f}));
        QCOMPARE((*back)[0].features.wrong, (std::vector<std::uint8_t>{0, 1}));
        QCOMPARE((*back)[0].features.explained[1], 1.0 / 3);
    }

    /// Each epoch adds what it is; nothing that is written is written again.
    void epochsAreAppended()
    {
        EpochList epochs;
        QVERIFY(folder().writeEpochs(epochs).ok());
        std::string lines, table;
        for (int number = 1; number <= 12; ++number) {
            epochs.push_back(epochOf(number));
            QVERIFY(folder().appendEpoch(epochs).ok());
            QVERIFY(bytesOf("epochs.jsonl").starts_with(lines) && bytesOf("epochs.csv").starts_with(table));
            lines = bytesOf("epochs.jsonl");
            table = bytesOf("epochs.csv");
        }
        const std::string curves = bytesOf("curve.npy");
        QCOMPARE(folder().readEpochs()->size(), std::size_t(12));
        QVERIFY(folder().writeEpochs(epochs).ok()); // at once
        QVERIFY(bytesOf("epochs.jsonl") == lines && bytesOf("epochs.csv") == table && bytesOf("curve.npy") == curves);
        QCOMPARE(std::ranges::count(lines, '\n'), 12);
        std::filesystem::remove(folder().file("curve.npy")); // by somebody, while the run goes on
        epochs.push_back(epochOf(13));
        QVERIFY(folder().appendEpoch(epochs).ok());
        QVERIFY(bytesOf("curve.npy").find("(13,100,4,)") != std::string::npos);
        QVERIFY(folder().writeEpochs({}).ok());
        for (const char* name : {"epochs.jsonl", "epochs.csv", "curve.npy"})
            QVERIFY(!std::filesystem::exists(folder().file(name)));
    }

    /// A kill in the middle of a line, anywhere: the epochs before it are there, and the run that is resumed writes on.
    void tornLineIsNoEpoch()
    {
        QVERIFY(folder().writeEpochs({epochOf(1), epochOf(2)}).ok());
        const std::string whole = bytesOf("epochs.jsonl");
        const std::size_t first = whole.find('\n') + 1;
        for (const std::size_t length : {first + 1, first + 500, whole.size() - 1}) {
            QVERIFY(writeFileAtomic(folder().file("epochs.jsonl"), whole.substr(0, length)).ok());
            const auto back = folder().readEpochs();
            QVERIFY(back.ok());
            QCOMPARE(back->size(), std::size_t(1));
        }
        QVERIFY(writeFileAtomic(folder().file("epochs.jsonl"), whole.substr(0, first - 2) + '\n').ok()); // a line with its end, but damaged
        QCOMPARE(folder().readEpochs().error().code, ErrorCode::FileCorrupt);
    }

    /// Who watches a run reads each epoch once.
    void watcherReadsOn()
    {
        RunFolder::EpochsRead read;
        QVERIFY(folder().writeEpochs({}).ok());
        QVERIFY(!*folder().readMore(read));
        EpochList epochs{epochOf(1)};
        QVERIFY(folder().appendEpoch(epochs).ok());
        QVERIFY(*folder().readMore(read));
        QVERIFY(!*folder().readMore(read));
        const EpochFigures* known = &read.epochs[0];
        epochs.push_back(epochOf(2));
        QVERIFY(folder().appendEpoch(epochs).ok());
        QVERIFY(*folder().readMore(read));
        QCOMPARE(read.epochs.size(), std::size_t(2));
        QVERIFY(&read.epochs[0] == known);                // not read again
        QVERIFY(folder().writeEpochs({epochOf(1)}).ok()); // resumed from an earlier checkpoint
        QVERIFY(*folder().readMore(read));
        QCOMPARE(read.epochs.size(), std::size_t(1));
    }

    /// Figures are written before the checkpoint: a run may have all of them and yet go on from a checkpoint before its end.
    void goesOnFromACheckpointBeforeTheEnd()
    {
        const auto checkpointAt = [&](const char* name, const char* epoch) {
            return writeSafeTensors(folder().file(name), {.tensors = {}, .metadata = {{"epoch", epoch}}}).ok();
        };
        for (const char* name : {RunFolder::checkpoint, RunFolder::checkpointBefore})
            std::filesystem::remove(folder().file(name));
        QVERIFY(!folder().goesOn(3)); // a copy without checkpoints
        QVERIFY(checkpointAt(RunFolder::checkpoint, "3"));
        QVERIFY(folder().goesOn(3));
        QVERIFY(checkpointAt(RunFolder::checkpoint, "4"));
        QVERIFY(!folder().goesOn(3));
        QVERIFY(checkpointAt(RunFolder::checkpointBefore, "3"));
        QVERIFY(!folder().goesOn(3));
        std::filesystem::resize_file(folder().file(RunFolder::checkpoint), 5);
        QVERIFY(folder().goesOn(3)); // from the other
        std::filesystem::remove(folder().file(RunFolder::checkpoint));
        QVERIFY(folder().goesOn(3)); // killed before the newest was written
        std::filesystem::remove(folder().file(RunFolder::checkpointBefore));
        QVERIFY(!RunFolder().goesOn(3));
    }

    /// A copy of a list shares the epochs.
    void listsShareEpochs()
    {
        const EpochList epochs{epochOf(1), epochOf(2), epochOf(3)};
        EpochList copy = epochs;
        copy.dropFrom(3);
        QCOMPARE(copy.size(), std::size_t(2));
        QVERIFY(&copy[1] == &epochs[1] && &epochs.first(1).front() == &epochs.front());
        QVERIFY(std::ranges::is_sorted(epochs, {}, &EpochFigures::epoch));
        QCOMPARE(epochs.end() - epochs.begin(), std::ptrdiff_t(3));
    }

    /// Runs whose epochs were one object, and before there were distributions, maps and counts of samples.
    void earlierEpochsAreRead()
    {
        nlohmann::json epoch = toJson(epochOf(1));
        for (const char* key : {"weight_distribution", "features"})
            QCOMPARE(int(epoch.erase(key)), 1);
        for (const char* key : {"right", "wrong"})
            QCOMPARE(int(epoch["curve"].erase(key)), 1);
        QVERIFY(folder().writeEpochs({}).ok());
        QVERIFY(writeFileAtomic(folder().file("epochs.json"), nlohmann::json{{"epochs", {epoch}}}.dump()).ok());
        const auto back = folder().readEpochs();
        QVERIFY(back.ok());
        QCOMPARE(back->front().train.accuracy, 1.0 / 3);
        QCOMPARE(back->front().curve.weight[8], 0.3f);
        QCOMPARE(back->front().curve.right, 0);
        QVERIFY(back->front().distribution.counts[0][0].empty());
        QVERIFY(back->front().features.first.empty());
        QVERIFY(folder().writeEpochs({epochOf(1)}).ok()); // a run that goes on leaves today's form alone
        QVERIFY(!std::filesystem::exists(folder().file("epochs.json")));
    }

    /// Runs made before weights beyond 1 had bins of their own: the bins end at 1, and the range of the weights is not known.
    void earlierBinsEndAtOne()
    {
        nlohmann::json epoch = toJson(epochOf(3));
        QCOMPARE(int(epoch.erase("weight_range")), 1);
        const WeightDistribution read = epochFromJson(epoch).distribution;
        QCOMPARE(read.upper, 1.0);
        QVERIFY(std::isnan(read.mean) && std::isnan(read.low) && std::isnan(read.high));
        QVERIFY(read.counts == epochOf(3).distribution.counts);
    }

    /// Runs made before there were figures of calibration, precisions within groups and shares of the weights' variance.
    void earlierFiguresAreUnknown()
    {
        nlohmann::json epoch = toJson(epochOf(2));
        for (const char* split : {"train", "meta", "validation", "test"})
            QCOMPARE(int(epoch[split].erase("calibration_error")), 1);
        QCOMPARE(int(epoch["detection"].erase("average_precision_by_group")), 1);
        QCOMPARE(int(epoch.erase("weight_shares")), 1);
        const EpochFigures read = epochFromJson(epoch);
        QVERIFY(std::isnan(read.shares.wrongness) && std::isnan(read.shares.size) && std::isnan(read.shares.interaction));
        QVERIFY(std::ranges::all_of(read.detection.averagePrecisionByGroup, [](double value) { return std::isnan(value); }));
        QVERIFY(std::isnan(read.test.calibrationError) && std::isnan(read.validation.calibrationError));
        QCOMPARE(read.train.loss, 2.1);
    }

    /// A loss that has overflowed is none that is missing: a resumed run, or a reader, would judge other figures than the run itself.
    void infiniteFiguresComeBack()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        EpochFigures epoch = epochOf(1);
        epoch.validation.loss = infinity;
        epoch.distribution.low = -infinity;
        epoch.curve.loss.back() = std::numeric_limits<float>::infinity();
        QVERIFY(folder().writeEpochs({epoch}).ok());
        const auto back = folder().readEpochs();
        QVERIFY(back.ok());
        QCOMPARE((*back)[0].validation.loss, infinity);
        QCOMPARE((*back)[0].distribution.low, -infinity);
        QCOMPARE((*back)[0].curve.loss.back(), std::numeric_limits<float>::infinity());
        QVERIFY(std::isnan((*back)[0].train.few) && std::isnan((*back)[0].curve.weight[7])); // missing as before
        const nlohmann::json line = nlohmann::json::parse(bytesOf("epochs.jsonl"));          // JSON for everybody
        QCOMPARE(line.at("validation").at("loss"), nlohmann::json("Infinity"));
        QCOMPARE(line.at("weight_range").at("low"), nlohmann::json("-Infinity"));
        const QStringList table = QString::fromStdString(bytesOf("epochs.csv")).trimmed().split('\n');
        QCOMPARE(table[1].split(',')[table[0].split(',').indexOf("validation.loss")], QString("Infinity"));

        nlohmann::json before = line; // as earlier versions wrote it
        before["validation"]["loss"] = nullptr;
        QVERIFY(std::isnan(epochFromJson(before).validation.loss));
        before["validation"]["loss"] = "large";
        QVERIFY(writeFileAtomic(folder().file("epochs.jsonl"), before.dump() + '\n').ok());
        QCOMPARE(folder().readEpochs().error().code, ErrorCode::FileCorrupt);
        QVERIFY(folder().writeEpochs({}).ok());
    }

    /// Version 0.1 called right labels clean, wrong ones noisy, and the distribution of the weights their anatomy.
    void earlierNamesAreRead()
    {
        nlohmann::json epoch = toJson(epochOf(1));
        const auto rename = [](nlohmann::json& object, const char* now, const char* before) {
            object[before] = object.at(now);
            object.erase(now);
        };
        rename(epoch, "weight_distribution", "anatomy");
        for (const auto& [now, before] :
             {std::pair{"right", "clean"}, {"wrong", "noisy"}, {"right_density", "clean_density"}, {"wrong_density", "noisy_density"}})
            rename(epoch["curve"], now, before);
        rename(epoch["detection"], "mean_right_weight", "mean_clean_weight");
        rename(epoch["detection"], "mean_wrong_weight", "mean_noisy_weight");
        QVERIFY(folder().writeEpochs({}).ok());
        QVERIFY(writeFileAtomic(folder().file("epochs.json"), nlohmann::json{{"epochs", {epoch}}}.dump()).ok());
        const auto back = folder().readEpochs();
        QVERIFY(back.ok());
        QCOMPARE(toJson((*back)[0]).dump(), toJson(epochOf(1)).dump());
    }

    void csvHasAColumnForEveryNumber()
    {
        QVERIFY(folder().writeEpochs({epochOf(1), epochOf(2)}).ok());
        const QStringList lines = QString::fromStdString(bytesOf("epochs.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QStringList names = lines[0].split(','), second = lines[2].split(',');
        QCOMPARE(second.size(), names.size());
        QCOMPARE(second[names.indexOf("epoch")], QString("2"));
        QCOMPARE(second[names.indexOf("train.loss")], QString("2.1"));
        QCOMPARE(second[names.indexOf("train.few")], QString());
        QCOMPARE(second[names.indexOf("test.calibration_error")], QString("0.125"));
        QCOMPARE(second[names.indexOf("curve.wrong")], QString("102"));
        QCOMPARE(second[names.indexOf("weight_shares.size")], QString("0.25"));
        QCOMPARE(second[names.indexOf("weight_range.upper")], QString("5"));
        QCOMPARE(second[names.indexOf("weight_range.low")], QString());
        QVERIFY(names.filter("weight_distribution").isEmpty() && names.filter("features").isEmpty()); // they are lists
    }

    void npyIsNumPys()
    {
        QVERIFY(folder().writeEpochs({epochOf(1), epochOf(2)}).ok());
        const std::string bytes = bytesOf("curve.npy");
        QCOMPARE(bytes.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
        const std::size_t header = std::size_t(std::uint8_t(bytes[8])) + 256 * std::size_t(std::uint8_t(bytes[9]));
        QCOMPARE((10 + header) % 64, std::size_t(0));
        const std::string text = bytes.substr(10, header);
        QVERIFY(text.find("'descr': '<f4'") != std::string::npos);
        QVERIFY(text.find("'fortran_order': False") != std::string::npos);
        QVERIFY(text.find("(2,100,4,)") != std::string::npos);
        QCOMPARE(text.back(), '\n');
        QCOMPARE(bytes.size(), 10 + header + 2 * 100 * 4 * sizeof(float));
        float last = 0;
        std::memcpy(&last, bytes.data() + bytes.size() - sizeof last, sizeof last);
        QCOMPARE(last, 0.04f);
    }

    void weightsOfSamples()
    {
        DataPlan plan;
        plan.train = {4, 9};
        plan.trueLabel = {0, 1};
        plan.observedLabel = {0, 2};
        const std::vector<float> weights = {0.5f, 0.25f};
        QVERIFY(folder().writeWeights(plan, weights).ok());
        QCOMPARE(bytesOf("samples.csv"), std::string("index,original,observed,weight,predicted,path\n4,0,0,0.5,,\n9,1,2,0.25,,\n"));
        const std::vector<std::int32_t> predicted = {-1, 1};
        const std::vector<std::string> files = {"", "", "", "", "cat/1.png", "", "", "", "", "dog/a, \"b\".png"};
        QVERIFY(folder().writeWeights(plan, weights, predicted, files).ok());
        QCOMPARE(bytesOf("samples.csv"), std::string("index,original,observed,weight,predicted,path\n4,0,0,0.5,,cat/1.png\n"
                                                     "9,1,2,0.25,1,\"dog/a, \"\"b\"\".png\"\n"));
        QVERIFY(bytesOf("weights.npy").find("(2,)") != std::string::npos);
    }

    void brokenEpochsAreNamed()
    {
        QVERIFY(folder().writeEpochs({}).ok());
        QVERIFY(writeFileAtomic(folder().file("epochs.json"), "{\"epochs\": [{\"epoch\": 1}]}").ok());
        const auto back = folder().readEpochs();
        QVERIFY(!back.ok());
        QCOMPARE(back.error().code, ErrorCode::FileCorrupt);
    }

    void noFolderWritesNothing()
    {
        QVERIFY(!RunFolder().writes());
        QVERIFY(RunFolder().writeEpochs({epochOf(1)}).ok());
        QVERIFY(RunFolder().readEpochs().value().empty());
    }
};

QTEST_APPLESS_MAIN(tst_Folder)
#include "tst_folder.moc"
