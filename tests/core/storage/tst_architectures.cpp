// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ArchitectureFile.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace reweigh;

class tst_Architectures : public QObject {
    Q_OBJECT

    static StudyFacts study()
    {
        return {.config = {{"dataset", "synthetic"}, {"noise-rate", 0.2}, {"epochs", 4}},
                .fingerprintCode = "7F3K-9Q2A",
                .fingerprint = {{"k", 1}},
                .program = "0.1.0",
                .engine = "LibTorch 2.11.0"};
    }

    static FrozenTrial trial(int number, TrialState state, double value)
    {
        TrialFacts facts;
        facts.architecture = {.input = "stage2", .withLabel = true, .hidden = {32, 8}, .activation = Activation::Tanh};
        facts.metaLr = 0.002;
        facts.parameters = 1000 + number;
        facts.classifierParameters = 5000;
        const double figures[] = {0.5, value, std::nan("")};
        facts.metrics = {{"validation.accuracy", summariseMetric(figures, 2, true)}};
        facts.dataSeed = 3;
        facts.trainSeed = 9007199254740991;
        facts.training = {{"model", "mlp"}, {"epochs", 4}, {"lr", 0.03}};
        facts.device = "cpu (2 threads)";
        facts.precision = "fp32";
        facts.runDir = "artifacts/trial";
        return {.number = number, .trialId = number + 1, .state = state, .value = value, .userAttributes = toAttributes(facts)};
    }

    static std::vector<FrozenTrial> trials()
    {
        return {trial(0, TrialState::Complete, 0.6), trial(1, TrialState::Pruned, 0.99), trial(2, TrialState::Complete, 0.8),
                trial(3, TrialState::Failed, 0.99), trial(4, TrialState::Complete, 0.7)};
    }

    /// Every path to a required member, found from the file itself.
    static void removals(const nlohmann::json& json, const nlohmann::json::json_pointer& at,
                         std::vector<nlohmann::json::json_pointer>& into)
    {
        for (const auto& [key, value] : json.items()) {
            if (!json.is_object())
                continue;
            into.push_back(at / key);
            removals(value, at / key, into);
        }
    }

private Q_SLOTS:
    void onlyCompleteTrialsBestFirst()
    {
        const auto json = *architecturesJson("s", study(), trialRefs(trials()), 10);
        QVERIFY(checkArchitectures(json, "f").ok());
        std::vector<int> numbers;
        for (const auto& entry : json.at("architectures"))
            numbers.push_back(entry.at("trial"));
        QCOMPARE(numbers, std::vector<int>({2, 4, 0}));
        QCOMPARE(json.at("study").at("finished_trials"), nlohmann::json(5));
        QCOMPARE(architecturesJson("s", study(), trialRefs(trials()), 1)->at("architectures").size(), std::size_t(1));
        QCOMPARE(json.at("architectures")[0].at("metrics").at("validation.accuracy").at("last"), nlohmann::json(nullptr));
    }

    void emptyStudy()
    {
        QVERIFY(architecturesJson("s", study(), trialRefs(std::vector{trial(0, TrialState::Pruned, 0.5)}), 1).error().code
                == ErrorCode::StudyEmpty);
    }

    void factsRoundTrip()
    {
        const FrozenTrial one = trial(7, TrialState::Complete, 0.5);
        const auto facts = trialFacts(one);
        QVERIFY(facts.ok());
        QCOMPARE(facts->trainSeed, std::uint64_t(9007199254740991));
        QVERIFY(toAttributes(*facts) == one.userAttributes);
        QVERIFY(studyFacts({.user = toAttributes(study())}).value() == study());
        QVERIFY(studyFacts({}).error().code == ErrorCode::StudyNotOurs);
    }

    /// Numbers that no trial of this program has, as a damaged or an edited study may hold them.
    void numbersThatCannotBe_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("pointer");
        for (const char* pointer : {"/parameters", "/classifier_parameters", "/network/hidden/0"})
            QTest::newRow(pointer) << QString(attribute::architecture) << QString(pointer);
        QTest::newRow("seed") << QString(attribute::seeds) << QStringLiteral("/train");
        QTest::newRow("attempt") << QString(attribute::attempt) << QString();
        QTest::newRow("epoch") << QString(attribute::metrics) << QStringLiteral("/validation.accuracy/last_epoch");
    }

    void numbersThatCannotBe()
    {
        QFETCH(QString, attribute);
        QFETCH(QString, pointer);
        FrozenTrial whole;
        whole.userAttributes = trial(7, TrialState::Complete, 0.5).userAttributes;
        const nlohmann::json::json_pointer place(pointer.toStdString());
        QVERIFY(trialFacts(whole).ok() && whole.userAttributes.at(attribute.toStdString()).at(place).is_number());
        for (const nlohmann::json& number : {nlohmann::json(6e180), nlohmann::json(-4e107), nlohmann::json(1.5), nlohmann::json("3")}) {
            FrozenTrial trial = whole;
            trial.userAttributes.at(attribute.toStdString()).at(place) = number;
            QVERIFY2(trialFacts(trial).error().code == ErrorCode::StudyCorrupt, number.dump().c_str());
        }
    }

    void summaries()
    {
        const double values[] = {0.1, 0.5, 0.3, 0.5};
        const MetricSummary up = summariseMetric(values, 2, true), down = summariseMetric(values, 9, false);
        QCOMPARE(up.bestEpoch, 2);
        QCOMPARE(up.meanOfLast, 0.4);
        QCOMPARE(down.best, 0.1);
        QCOMPARE(down.meanEpochs, 4);
        QCOMPARE(down.meanOfLast, 0.35);
    }

    void aFileComesBack()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath("best.json").toStdString();
        std::ofstream(path) << architecturesJson("s", study(), trialRefs(trials()), 2)->dump();
        const auto entries = readArchitectures(path);
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), std::size_t(2));
        ExperimentConfig config;
        QVERIFY(applyArchitecture(entries->front(), config).ok());
        QCOMPARE(config.data.noiseRate, 0.2);
        QCOMPARE(config.training.model, std::string("mlp"));
        QCOMPARE(config.training.lr, 0.03);
        QCOMPARE(config.training.metaLr, 0.002);
        QCOMPARE(inputName(config.training.metaNet), std::string("stage2+label"));
        QCOMPARE(config.training.metaNet.hidden, std::vector<int>({32, 8}));
    }

    /// A file of another machine made this one look for a device that it does not have.
    void deviceAndThreadsStay()
    {
        const nlohmann::json json = *architecturesJson("s", study(), trialRefs(trials()), 1);
        ArchitectureEntry entry{.network = *metaNetSpecFromJson(json.at("architectures")[0].at("network")),
                                .metaLr = 0.002,
                                .training = {{"model", "mlp"}, {"device", "cuda:7"}, {"threads", 64}, {"precision", "bf16"}},
                                .data = nlohmann::json::object()};
        ExperimentConfig config;
        config.training.device = "cpu";
        config.training.threads = 3;
        QVERIFY(applyArchitecture(entry, config).ok());
        QCOMPARE(config.training.model, std::string("mlp"));
        QCOMPARE(config.training.device, std::string("cpu"));
        QCOMPARE(config.training.threads, 3);
        QVERIFY(config.training.precision == Precision::Bf16); // which decides a result
    }

    /// A file of a version that did not know a setting trained another way than its trial: with today's default.
    void whatAnEarlierVersionDidNotNameIsAsItWas()
    {
        ArchitectureEntry entry{.network = {.input = "stage2", .hidden = {32}},
                                .metaLr = 0.002,
                                .training = {{"model", "mlp"}, {"epochs", 4}},
                                .data = {{"dataset", "folder"}, {"data-dir", "/images"}}};
        ExperimentConfig config;
        config.training.lr = 0.5;
        QVERIFY(applyArchitecture(entry, config).ok());
        QVERIFY(config.training.lastBatch == LastBatch::Rest);
        QCOMPARE(config.data.clean, std::string(everyLabelIsRight));
        QVERIFY(config.search == SearchOptions());
        QCOMPARE(config.training.lr, 0.5); // a recipe's, whose default is still what it was
        entry.training["last-batch"] = "even";
        entry.data["clean"] = "checked.csv";
        QVERIFY(applyArchitecture(entry, config).ok());
        QVERIFY(config.training.lastBatch == LastBatch::Even);
        QCOMPARE(config.data.clean, std::string("checked.csv"));
    }

    /// Version 1 of the format called the input "tap".
    void aFileOfVersion1IsRead()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath("before.json").toStdString();
        nlohmann::json before = *architecturesJson("s", study(), trialRefs(trials()), 1);
        before["version"] = 1;
        nlohmann::json& network = before["architectures"][0]["network"];
        network["tap"] = network["input"];
        network.erase("input");
        std::ofstream(path) << before.dump();
        const auto entries = readArchitectures(path);
        QVERIFY2(entries.ok(), entries.ok() ? "" : entries.error().detail.c_str());
        QCOMPARE(inputName(entries->front().network), std::string("stage2+label"));
    }

    /// Every input, standardised or not, is a file's; a file of before says nothing of it and means that it is not.
    void inputsOfEveryKind()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath("inputs.json").toStdString();
        for (const std::string& name : inputsWithLabel())
            for (const bool standardised : {false, true}) {
                MetaNetSpec spec;
                setInput(spec, name);
                spec.standardised = standardised;
                QVERIFY(metaNetSpecFromJson(toJson(spec)).value() == spec);
                nlohmann::json json = *architecturesJson("s", study(), trialRefs(trials()), 1);
                json["architectures"][0]["network"] = toJson(spec);
                QCOMPARE(json.at("architectures")[0].at("network").contains("standardised"), standardised);
                std::ofstream(path) << json.dump();
                const auto entries = readArchitectures(path);
                QVERIFY2(entries.ok(), name.c_str());
                QVERIFY(entries->front().network == spec);
            }
        nlohmann::json twice = toJson(MetaNetSpec{.input = "label"});
        twice["with_label"] = true;
        QVERIFY(metaNetSpecFromJson(twice).error() == (Error{ErrorCode::UnknownValue, "input", "label+label", "label"}));
        nlohmann::json odd = toJson(MetaNetSpec{});
        odd["standardised"] = "yes";
        QCOMPARE(metaNetSpecFromJson(odd).error().code, ErrorCode::ValueOutOfRange);
    }

    /// Whole numbers that 64 bits do not hold with a sign: the validator takes its own out of them.
    void aNumberBeyondTheLargest()
    {
        nlohmann::json bad = *architecturesJson("s", study(), trialRefs(trials()), 1);
        bad.at("architectures")[0]["trial"] = std::numeric_limits<std::uint64_t>::max();
        const Status status = checkArchitectures(bad, "f");
        QCOMPARE(status.error().code, ErrorCode::ArchitectureOtherSchema);
        QVERIFY2(status.error().detail.find("18446744073709551615") != std::string::npos, status.error().detail.c_str());
    }

    /// The schema names no largest rank.
    void aRankBeyondAnyList()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath("rank.json").toStdString();
        nlohmann::json json = *architecturesJson("s", study(), trialRefs(trials()), 1);
        json.at("architectures")[0]["rank"] = 5'000'000'000;
        std::ofstream(path) << json.dump();
        QCOMPARE(readArchitectures(path).value().size(), std::size_t(1));
    }

    void everyMissingMemberIsNoticed()
    {
        const nlohmann::json good = *architecturesJson("s", study(), trialRefs(trials()), 1);
        std::vector<nlohmann::json::json_pointer> paths;
        removals(good, nlohmann::json::json_pointer(), paths);
        removals(good.at("architectures")[0], nlohmann::json::json_pointer("/architectures/0"), paths);
        int noticed = 0;
        for (const auto& path : paths) {
            // Free-form members: settings, the fingerprint's own content, the reason for a device, the metrics' names.
            const std::string text = path.to_string();
            if (text.starts_with("/recipe/options/") || text.starts_with("/recipe/fingerprint/")
                || text.find("/training/") != std::string::npos || text.ends_with("/reason"))
                continue;
            nlohmann::json bad = good;
            bad[path.parent_pointer()].erase(path.back());
            const Status status = checkArchitectures(bad, "f");
            QVERIFY2(!status.ok() && status.error().code == ErrorCode::ArchitectureOtherSchema, text.c_str());
            ++noticed;
        }
        QVERIFY(noticed > 30);
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("json");
        QTest::newRow("not JSON") << QByteArray("{\"format\": ") << false;
        QTest::newRow("a list") << QByteArray("[]") << true;
        QTest::newRow("another version") << QByteArray(R"({"format": "reweigh-architectures", "version": 3})") << true;
    }

    void otherFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, json);
        QTemporaryDir dir;
        const auto path = dir.filePath("a.json").toStdString();
        std::ofstream(path) << text.constData();
        QVERIFY(readArchitectures(path).error().code == (json ? ErrorCode::ArchitectureOtherSchema : ErrorCode::FileCorrupt));
        QVERIFY(readArchitectures(path + "x").error().code == ErrorCode::FileMissing);
    }
};

QTEST_APPLESS_MAIN(tst_Architectures)
#include "tst_architectures.moc"
