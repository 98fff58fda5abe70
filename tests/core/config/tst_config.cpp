// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/config/Methods.h"
#include "core/config/Presets.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

using namespace reweigh;

Q_DECLARE_METATYPE(reweigh::ErrorCode)

class tst_Config : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreUnique()
    {
        std::set<std::string> names;
        for (const ConfigField& field : configFields()) {
            QVERIFY2(names.insert(field.key).second, field.key.c_str());
            for (const std::string& alias : field.aliases)
                QVERIFY2(names.insert(alias).second, alias.c_str());
        }
    }

    void everySettingRoundTrips()
    {
        ExperimentConfig config;
        config.data.noiseType = NoiseType::Prior;
        config.data.labelFile = "labels.csv"; // of another kind of noise than the one chosen
        config.data.labelColumn = "worst";
        config.data.trueLabelColumn = "gold";
        config.data.clean = "checked.txt";
        config.data.metaSource = MetaSource::Pseudo;
        config.training.pseudoWarmUp = 0.4;
        config.data.seed = 9007199254740992ULL;
        config.training.metaNet = {.input = "loss+stage2",
                                   .withLabel = true,
                                   .hidden = {64, 16},
                                   .activation = Activation::Tanh,
                                   .normalised = true,
                                   .standardised = true};
        config.training.milestones = {3, 5};
        config.training.virtualStep = VirtualStep::LastBlock;
        config.training.metaInterval = 5;
        config.training.laggedWeights = true;
        config.training.precision = Precision::Tf32;
        config.search.inputs = {"loss", "logits+label", "label"};
        config.search.standardisations = {Standardise::Yes};
        config.search.activations = {Activation::Tanh};
        config.outDir = "here";
        ExperimentConfig read;
        QVERIFY(applyJson(read, toJson(config)).ok());
        QVERIFY(read == config);
    }

    void textAndJsonAgree()
    {
        ExperimentConfig a, b;
        QVERIFY(setFromText(*findField("hidden"), a, "128,64").ok());
        QVERIFY(setFromText(*findField("imbalance-ratio"), a, "1e2").ok());
        QVERIFY(setFromText(*findField("input"), a, "stage3+label").ok());
        QVERIFY(setFromText(*findField("search-inputs"), a, "loss,stem+label,loss").ok());
        QVERIFY(
            applyJson(
                b, {{"hidden", {128, 64}}, {"imbalance-factor", 100}, {"input", "stage3+label"}, {"search-inputs", {"loss", "stem+label"}}})
                .ok());
        QVERIFY(a == b);
        QCOMPARE(a.training.metaNet.withLabel, true);
    }

    void badValues_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("hint");
        QTest::newRow("rate above 1") << "noise-rate"
                                      << "1.5" << ErrorCode::ValueOutOfRange << "0..1";
        QTest::newRow("rate below 0") << "noise-rate"
                                      << "-0.1" << ErrorCode::ValueOutOfRange << "0..1";
        QTest::newRow("rate not a number") << "noise-rate"
                                           << "nan" << ErrorCode::ValueOutOfRange << "0..1";
        QTest::newRow("factor below 1") << "imbalance-factor"
                                        << "0.5" << ErrorCode::ValueOutOfRange << "1..1e+09";
        QTest::newRow("fraction of an epoch") << "epochs"
                                              << "1.5" << ErrorCode::ValueOutOfRange << "1..1e+06, a whole number";
        for (const char* text : {"0,1", "1,000", "0x1", "10%"})
            QTest::addRow("rate written %s", text) << "noise-rate" << text << ErrorCode::ValueOutOfRange
                                                   << "0..1, with a point and without separators, such as 0.5, 1000 or 1e-3";
        QTest::newRow("thousands") << "epochs"
                                   << "1,000" << ErrorCode::ValueOutOfRange << "1..1e+06, in digits alone, such as 1000";
        QTest::newRow("number beyond doubles") << "lr"
                                               << "1e400" << ErrorCode::ValueOutOfRange << "above 0, at most 1e+09";
        QTest::newRow("list with spaces") << "hidden"
                                          << "64 32" << ErrorCode::ValueOutOfRange << "0 to 64 whole numbers in 1..65536, such as 128,64";
        QTest::newRow("empty number") << "epochs"
                                      << "" << ErrorCode::ValueOutOfRange << "1..1e+06";
        QTest::newRow("input") << "input"
                               << "stag3" << ErrorCode::UnknownValue << "stage3";
        QTest::newRow("input with label") << "input"
                                          << "logit+label" << ErrorCode::UnknownValue << "logits+label";
        QTest::newRow("misordered input") << "input"
                                          << "label+loss" << ErrorCode::UnknownValue << "label";
        QTest::newRow("layer before the loss") << "input"
                                               << "stage3+loss" << ErrorCode::UnknownValue << "stage3+label";
        QTest::newRow("two layers") << "input"
                                    << "stage1+stage3" << ErrorCode::UnknownValue << "stage1+label";
        QTest::newRow("input of three") << "input"
                                        << "loss+stag3+label" << ErrorCode::UnknownValue << "loss+stage3+label";
        QTest::newRow("label twice") << "input"
                                     << "label+label" << ErrorCode::UnknownValue << "loss+label";
        QTest::newRow("standardised") << "search-standardise"
                                      << "yess" << ErrorCode::UnknownValue << "yes";
        QTest::newRow("weighting") << "weighting"
                                   << "mwnett" << ErrorCode::UnknownValue << "mwnet";
        QTest::newRow("noise") << "noise-type"
                               << "unifrom" << ErrorCode::UnknownValue << "uniform";
        QTest::newRow("model") << "model"
                               << "resnet-32" << ErrorCode::UnknownValue << "resnet32";
        QTest::newRow("layer of 0 nodes") << "hidden"
                                          << "64,0" << ErrorCode::ValueOutOfRange << "0 to 64 whole numbers in 1..65536";
        QTest::newRow("no meta step") << "meta-interval"
                                      << "0" << ErrorCode::ValueOutOfRange << "1..1e+06";
        QTest::newRow("virtual step") << "virtual-step"
                                      << "last-blok" << ErrorCode::UnknownValue << "last-block";
        QTest::newRow("precision") << "precision"
                                   << "tf23" << ErrorCode::UnknownValue << "tf32";
        QTest::newRow("zero lr") << "lr"
                                 << "0" << ErrorCode::ValueOutOfRange << "above 0, at most 1e+09";
        QTest::newRow("switch") << "augment"
                                << "maybe" << ErrorCode::ValueOutOfRange << "true or false";
    }

    void badValues()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, hint);
        ExperimentConfig config;
        const Status status = setFromText(*findField(key.toStdString()), config, text.toStdString());
        QVERIFY(!status.ok());
        QVERIFY(status.error().code == code);
        QCOMPARE(QString::fromStdString(status.error().where), key);
        QCOMPARE(QString::fromStdString(status.error().hint), hint);
        QVERIFY(config == ExperimentConfig{});
    }

    /// The same setting, however a flag or a file has it.
    void numbersAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char* key, const char* json, const char* meant) {
            QTest::addRow("%s %s", key, json) << key << json << meant;
        };
        for (const char* json : {R"(".25")", R"("0.25")", R"("+0.25")", R"("2.5e-1")", R"(" 0.25 ")", "0.25", "2.5e-1"})
            row("lr", json, "0.25");
        for (const char* json : {R"("20")", R"("20.0")", R"("2e1")", R"("020")", "20", "20.0", "2e1"})
            row("epochs", json, "20");
        for (const char* json : {R"("64,32")", R"("64, 32")", R"("[64, 32]")", "[64, 32]", "[64.0, 32]", R"(["64", "32"])"})
            row("hidden", json, "[64,32]");
        for (const char* json : {R"("64")", "64", "[64]"})
            row("hidden", json, "[64]");
        for (const char* json : {R"("true")", "true"})
            row("nesterov", json, "true");
        for (const char* json : {R"("relu,tanh")", R"(["relu", "tanh"])"})
            row("search-activations", json, R"(["relu","tanh"])");
    }

    void numbersAsPeopleWriteThem()
    {
        QFETCH(QString, key);
        QFETCH(QString, json);
        QFETCH(QString, meant);
        const ConfigField& field = *findField(key.toStdString());
        const nlohmann::json value = nlohmann::json::parse(json.toStdString());
        ExperimentConfig config;
        QVERIFY(field.set(config, value).ok());
        QCOMPARE(field.get(config).dump(), nlohmann::json::parse(meant.toStdString()).dump());
        if (!value.is_string())
            return;
        ExperimentConfig typed;
        QVERIFY(setFromText(field, typed, value.get<std::string>()).ok());
        QVERIFY(typed == config);
    }

    /// What version 0.1 called "method" is read, as a flag, in a file and in a study, and written no more.
    void methodOfBefore()
    {
        for (const auto& [before, loss, weighting] : {std::tuple("ce", "ce", "none"), std::tuple("mwnet", "ce", "mwnet")}) {
            ExperimentConfig read, flag;
            QVERIFY(applyJson(read, {{"method", before}}).ok());
            QVERIFY(setFromText(*findField("method"), flag, before).ok());
            QVERIFY(flag == read);
            QCOMPARE(read.training.loss, std::string(loss));
            QCOMPARE(read.training.weighting, std::string(weighting));
            const nlohmann::json written = toJson(read);
            QVERIFY(!written.contains("method"));
            nlohmann::json stored = written; // as that version wrote it
            stored.erase("loss");
            stored.erase("weighting");
            stored["method"] = before;
            QCOMPARE(todaysSettings(stored), written);
        }
        ExperimentConfig both;
        QVERIFY(applyJson(both, {{"method", "ce"}, {"weighting", "mwnet"}}).ok());
        QCOMPARE(both.training.weighting, std::string("mwnet"));
        const Status unknown = applyJson(both, {{"method", "mvnet"}});
        QVERIFY(unknown.error() == (Error{ErrorCode::UnknownValue, "method", "mvnet", "mwnet"}));
        QVERIFY(std::ranges::none_of(configFields(), [](const ConfigField& field) { return field.key == "method"; }));
    }

    /// Studies of before have no lag in their settings: none is what they had.
    void searchSettingsOfBefore()
    {
        const nlohmann::json written = toJson(ExperimentConfig());
        nlohmann::json stored = written;
        QCOMPARE(stored.erase("search-lag"), std::size_t(1));
        QCOMPARE(todaysSettings(stored), written);
        QCOMPARE(todaysSettings(stored).at("search-lag"), nlohmann::json(0));
    }

    void inputNamesAreReadAndWritten()
    {
        QCOMPARE(inputNames().size(), std::size_t(16)); // the loss, 7 layers, the loss with each, the label
        QCOMPARE(inputsWithLabel().size(), std::size_t(31));
        std::set<std::string> names;
        for (const std::string& name : inputsWithLabel()) {
            MetaNetSpec spec;
            setInput(spec, name);
            QCOMPARE(inputName(spec), name);
            QVERIFY(std::ranges::find(inputNames(), spec.input) != inputNames().end());
            QVERIFY2(names.insert(name).second, name.c_str());
        }
        MetaNetSpec spec;
        setInput(spec, "loss+stage3+label");
        QVERIFY(spec.input == "loss+stage3" && spec.withLabel);
        setInput(spec, "label");
        QVERIFY(spec.input == "label" && !spec.withLabel);
        QVERIFY(partsOfInput("loss+stage3+label") == (std::vector<std::string>{"loss", "stage3", "label"}));
    }

    /// What a study of before does not say, it means: a default that came later is not its.
    void studiesOfBefore()
    {
        nlohmann::json stored = toJson(ExperimentConfig());
        for (const char* key : {"search-standardise", "standardise-input", "last-batch"})
            QCOMPARE(int(stored.erase(key)), 1);
        const nlohmann::json today = todaysSettings(stored);
        QVERIFY(today.at("search-standardise") == nlohmann::json::array({"no"}));
        QVERIFY(today.at("standardise-input") == nlohmann::json(false));
        QVERIFY(today.at("last-batch") == nlohmann::json("rest"));
        QVERIFY(today.at("search-inputs") == stored.at("search-inputs"));
        ExperimentConfig read, file;
        QVERIFY(applyStored(read, stored).ok() && applyJson(file, stored).ok());
        QVERIFY(read.search.standardisations == std::vector{Standardise::No});
        QVERIFY(file == ExperimentConfig()); // a file that somebody wrote means today's defaults
        for (const ConfigField& field : configFields())
            if (!field.before.is_null()) {
                ExperimentConfig config;
                QVERIFY2(field.set(config, field.before).ok() && field.get(config) == field.before, field.key.c_str());
                QVERIFY2(field.before != field.get(ExperimentConfig()), field.key.c_str());
            }
    }

    void methodsAreRows()
    {
        const TrainOptions usual;
        QVERIFY(lossRow(usual.loss) == &lossRows().front());
        QVERIFY(weightingRow(usual.weighting)->needsMetaSet && isReweighted(usual));
        QVERIFY(!isReweighted({.weighting = "none"}));
        QCOMPARE(methodName(usual), std::string("mwnet"));
        QCOMPARE(methodName({.weighting = "none"}), std::string("ce"));
        std::map<std::string, OwnSetting> settings; // rows may share one, if it is the same in each
        for (const auto rows : {lossRows(), weightingRows()})
            for (const MethodRow& row : rows) {
                QVERIFY2(*row.title && *row.help, row.key);
                for (const OwnSetting& setting : row.settings) {
                    const OwnSetting& first = settings.emplace(setting.key, setting).first->second;
                    QVERIFY2(first.range == setting.range && first.usual == setting.usual
                                 && std::string(first.label) + first.help == std::string(setting.label) + setting.help,
                             setting.key.c_str());
                    QVERIFY2(findField(setting.key) && *setting.label && *setting.help, setting.key.c_str());
                    QVERIFY2(setting.range.contains(setting.usual), setting.key.c_str());
                }
            }
    }

    void unknownKeyNamesTheNearest()
    {
        ExperimentConfig config;
        const Status status = applyJson(config, {{"noise_rate", 0.2}});
        QVERIFY(status.error() == (Error{ErrorCode::UnknownKey, "noise_rate", {}, "noise-rate"}));
    }

    void filesThatAreNone()
    {
        QTemporaryDir dir;
        ExperimentConfig config;
        const auto path = dir.filePath("c.json").toStdString();
        QVERIFY(readSettings(path).error().code == ErrorCode::FileMissing);
        for (const char* text : {"{\"epochs\": 3", "[1, 2]", "", "\xff\xfe"}) {
            std::ofstream(path) << text;
            QVERIFY(readSettings(path).error().code == ErrorCode::ConfigNotJson);
        }
        const auto mistake = [&](const std::string& text) {
            std::ofstream(path) << text;
            const Error error = readSettings(path).error();
            return QString::fromStdString(error.detail + "; " + error.hint);
        };
        QCOMPARE(mistake("{\"epochs\": 3,\n \"lr\": nan}"), QString("line 2, column 8: nan is no number; write a number"));
        QCOMPARE(mistake("{\"lr\": 1e400}"), QString("it has a number beyond 1e308; write a smaller number"));
        QCOMPARE(mistake("[1, 2]"), QString("it is no object; begin it with { and end it with }"));
        QCOMPARE(mistake(std::string(300, '[')), QString("it is nested too deeply; nest it at most 200 levels deep"));
        for (const char* key : {"preset", "recipe"}) { // the latter as the versions before called it
            config = {};
            std::ofstream(path) << "{\"" << key << "\": \"mwnet-noise\", \"epochs\": 3}";
            QVERIFY(applyJson(config, *readSettings(path)).ok());
            QCOMPARE(config.training.epochs, 3);
            QCOMPARE(QString::fromStdString(config.training.model), "resnet32");
        }
    }

    void rangesInTheWrongOrder()
    {
        ExperimentConfig config;
        config.search.nodesLow = 300;
        QCOMPARE(QString::fromStdString(validate(config).error().where), "max-nodes");
        config = {};
        config.search.objectiveEpochs = config.training.epochs + 1;
        QCOMPARE(QString::fromStdString(validate(config).error().where), "objective-epochs");
    }

    /// A virtual step of the head has no backward pass that lagged weights could save.
    void laggedWeightsOfTheHead()
    {
        ExperimentConfig config;
        config.training.virtualStep = VirtualStep::Head;
        QVERIFY(validate(config).ok());
        config.training.laggedWeights = true;
        QVERIFY(validate(config).error()
                == (Error{ErrorCode::RecipeNotApplicable, "lagged-weights", "virtual-step head", "virtual-step full, last-block"}));
        config.training.virtualStep = VirtualStep::LastBlock;
        QVERIFY(validate(config).ok());
    }

    void cheaperStepsAreOff()
    {
        for (const std::string& name : presetNames()) {
            ExperimentConfig config;
            QVERIFY(applyPreset(config, name).ok());
            QVERIFY(config.training.virtualStep == VirtualStep::Full);
            QCOMPARE(config.training.metaInterval, 1);
            QVERIFY(!config.training.laggedWeights);
        }
    }

    void presetsAreValid()
    {
        for (const std::string& name : presetNames()) {
            ExperimentConfig config;
            QVERIFY(applyPreset(config, name).ok());
            QVERIFY(validate(config).ok());
            ExperimentConfig again;
            QVERIFY(applyJson(again, toJson(config)).ok());
            QVERIFY(again == config);
        }
        ExperimentConfig config;
        QCOMPARE(QString::fromStdString(applyPreset(config, "mwnet-nose").error().hint), "mwnet-noise");
    }
};

QTEST_APPLESS_MAIN(tst_Config)
#include "tst_config.moc"
