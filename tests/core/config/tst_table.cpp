// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Classifiers.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/config/Presets.h"
#include "core/config/Variant.h"
#include "core/search/SamplerFactory.h"
#include "core/study/PrunerFactory.h"

#include <QtTest>

#include <algorithm>
#include <set>
#include <stdexcept>

using namespace reweigh;

/// The one table of settings and choices: whole, without contradictions, and right about what has an effect.
class tst_Table : public QObject {
    Q_OBJECT

    static ExperimentConfig with(const nlohmann::json& settings)
    {
        ExperimentConfig config;
        if (const Status applied = applyJson(config, settings); !applied)
            throw std::invalid_argument(applied.error().where + " " + applied.error().detail);
        return config;
    }

private Q_SLOTS:
    void everyRowIsWhole()
    {
        const ExperimentConfig defaults;
        for (const ConfigField& field : configFields()) {
            const char* key = field.key.c_str();
            QVERIFY2(*field.label && *field.help, key);
            QVERIFY2(field.set && field.get, key);
            ExperimentConfig same = defaults;
            QVERIFY2(field.set(same, field.get(defaults)).ok() && same == defaults, key);
            std::set<std::string> names;
            for (const Choice& choice : field.choices)
                QVERIFY2(names.insert(choice.name).second, key);
            for (const Need& need : field.needs) {
                const ConfigField* other = findField(need.key);
                QVERIFY2(other && other != &field && !need.values.empty(), key);
                for (const std::string& value : need.values)
                    QVERIFY2(other->choices.empty() ? value.empty()
                                                    : std::ranges::find(other->choices, value, &Choice::name) != other->choices.end(),
                             key);
                for (const Need& alternative : need.alternatives)
                    QVERIFY2(findField(alternative.key) && alternative.key != need.key && !alternative.values.empty()
                                 && alternative.alternatives.empty(),
                             key);
            }
            for (const std::string& other : field.searchSets.value_or(std::vector<std::string>{}))
                QVERIFY2(findField(other), other.c_str());
        }
        for (const ConfigField& field : earlierFields())
            QVERIFY(std::ranges::find(configFields(), field.key, &ConfigField::key) == configFields().end());
    }

    void choicesHaveTitles()
    {
        for (const char* key : {"dataset", "noise-type", "imbalance-type", "order", "model", "loss", "weighting", "class-counts",
                                "schedule", "precision", "sampler", "pruner"})
            for (const Choice& choice : findField(key)->choices)
                QVERIFY2(*choice.title, choice.name.c_str());
    }

    void rangesInWords()
    {
        QCOMPARE(rangeText({}), std::string());
        QCOMPARE(rangeText({.low = 0, .high = 1}), std::string("0..1"));
        QCOMPARE(rangeText({.low = 0, .high = 1, .openLow = true}), std::string("above 0, at most 1"));
        QCOMPARE(rangeText({.low = 3}), std::string("at least 3"));
        QCOMPARE(rangeText({.low = 1, .high = 9, .fewest = 0, .most = 4}), std::string("0 to 4 whole numbers in 1..9"));
        const Range range{.low = 0, .high = 1, .openLow = true};
        QVERIFY(range.contains(1) && range.contains(1e-300) && !range.contains(0) && !range.contains(1.5));
        QVERIFY(!Range{}.contains(std::nan("")) && !Range{}.contains(INFINITY) && !(Range{.whole = true}).contains(0.5));
    }

    void whatHasNoEffect_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("settings"); ///< JSON
        QTest::addColumn<bool>("search");
        QTest::addColumn<bool>("used");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char* key, const char* settings, bool search, bool used, const char* detail = "", const char* hint = "") {
            QTest::addRow("%s, %s%s", key, settings, search ? ", search" : "") << key << settings << search << used << detail << hint;
        };
        row("noise-rate", "{}", false, true);
        row("noise-rate", R"({"noise-type": "none"})", false, false, "noise-type none",
            "noise-type uniform, symmetric, flip, flip2, pair-map, hierarchical, prior");
        row("noise-rate", R"({"noise-type": "file"})", false, false, "noise-type file",
            "noise-type uniform, symmetric, flip, flip2, pair-map, hierarchical, prior");
        for (const char* key : {"labels", "label-column", "true-label-column"}) {
            row(key, "{}", false, false, "noise-type uniform", "noise-type file");
            row(key, R"({"noise-type": "file"})", false, true);
        }
        row("order", R"({"noise-type": "file"})", false, true);
        row("order", R"({"imbalance-type": "none"})", false, false, "imbalance-type none", "imbalance-type exponential, step");
        row("shuffle-classes", R"({"imbalance-type": "none"})", false, false, "imbalance-type none", "imbalance-type exponential, step");
        row("image-size", "{}", false, false, "dataset fashion-mnist", "dataset folder");
        row("image-size", R"({"dataset": "folder"})", false, true);
        for (const char* key : {"exif-orientation", "skip-broken"}) {
            row(key, "{}", false, false, "dataset fashion-mnist", "dataset folder");
            row(key, R"({"dataset": "folder"})", false, true);
        }
        row("data-dir", R"({"dataset": "synthetic"})", false, false, "dataset synthetic",
            "dataset fashion-mnist, mnist, cifar10, cifar100, folder");
        row("clean", "{}", false, false, "dataset fashion-mnist", "dataset folder");
        row("clean", R"({"dataset": "folder"})", false, true);
        row("leave-out", "{}", false, true);
        row("meta", "{}", false, true);
        row("train-on-meta", R"({"meta": "pseudo"})", false, false, "meta pseudo", "meta drawn");
        row("pseudo-warm-up", "{}", false, false, "meta drawn", "meta pseudo");
        row("pseudo-warm-up", R"({"meta": "pseudo"})", false, true);
        row("pseudo-warm-up", R"({"meta": "pseudo", "weighting": "none"})", false, false, "weighting none",
            "weighting mwnet, cmw-net, l2rw");
        row("pseudo-warm-up", R"({"meta": "pseudo", "weighting": "none"})", true, true);
        row("milestones", "{}", false, false, "schedule cosine", "schedule step");
        row("lr-decay", R"({"schedule": "step"})", false, true);
        row("lagged-weights", R"({"virtual-step": "head"})", false, false, "virtual-step head", "virtual-step full, last-block");
        const auto needsWeighting = [&](std::initializer_list<const char*> keys, const char* hint) {
            for (const char* key : keys) {
                row(key, "{}", false, true);
                row(key, R"({"weighting": "none"})", false, false, "weighting none", hint);
            }
        };
        needsWeighting(
            {"input", "standardise-input", "hidden", "activation", "meta-lr", "meta-optimizer", "meta-weight-decay", "meta-interval"},
            "weighting mwnet, cmw-net");
        needsWeighting({"meta-batch-size", "virtual-step"}, "weighting mwnet, cmw-net, l2rw");
        for (const char* key : {"input", "meta-lr", "meta-interval", "lagged-weights"}) // a step of L2RW keeps nothing for the next
            row(key, R"({"weighting": "l2rw"})", false, false, "weighting l2rw", "weighting mwnet, cmw-net");
        needsWeighting({"normalise-weights"}, "weighting mwnet, cmw-net, self-paced, self-paced-linear, class-balanced, tabasco");
        row("normalise-weights", R"({"weighting": "l2rw"})", false, false, "weighting l2rw",
            "weighting mwnet, cmw-net, self-paced, self-paced-linear, class-balanced, tabasco");
        row("spl-start", R"({"weighting": "self-paced-linear"})", false, true);
        row("spl-start", "{}", false, false, "weighting mwnet", "weighting self-paced, self-paced-linear");
        row("cb-beta", "{}", false, false, "weighting mwnet", "weighting class-balanced");
        const char* const counting = "loss ldam, logit-adjustment, balanced-softmax / weighting cmw-net, class-balanced";
        row("class-counts", "{}", false, false, "loss ce, weighting mwnet", counting);
        row("class-counts", R"({"loss": "focal", "weighting": "none"})", false, false, "loss focal, weighting none", counting);
        row("class-counts", R"({"loss": "ldam", "weighting": "none"})", false, true);
        row("class-counts", R"({"weighting": "class-balanced"})", false, true);
        row("class-counts", R"({"weighting": "cmw-net"})", false, true);
        row("class-counts", R"({"loss": "balanced-softmax"})", true, true);
        row("class-counts", R"({"weighting": "class-balanced"})", true, false, "loss ce", // a search weighs by MW-Net
            "loss ldam, logit-adjustment, balanced-softmax");
        row("tabasco-warm-up", "{}", false, false, "weighting mwnet", "weighting tabasco");
        row("input", "{}", true, false, "", "search-inputs");
        row("standardise-input", "{}", true, false, "", "search-standardise");
        row("standardise-input", R"({"input": "label"})", false, false, "input label", ""); // too many to name
        row("standardise-input", R"({"input": "loss+label"})", false, true);
        row("hidden", "{}", true, false, "", "min-layers, max-layers, min-nodes, max-nodes");
        row("activation", "{}", true, false, "", "search-activations");
        row("meta-lr", "{}", true, false, "", "min-meta-lr, max-meta-lr");
        row("weighting", "{}", true, false);
        row("method", "{}", true, false);
        row("meta-interval", R"({"weighting": "none"})", true, true); // a search weighs by MW-Net whatever the configuration says
        row("pruner-warmup-epochs", "{}", true, true);
        row("pruner-startup-trials", R"({"pruner": "none"})", true, false, "pruner none", "");
        row("out", R"({"study": "s.db"})", true, false, "study s.db", "");
        row("out", R"({"study": "s.db"})", false, true);
    }

    void whatHasNoEffect()
    {
        QFETCH(QString, key);
        QFETCH(QString, settings);
        QFETCH(bool, search);
        QFETCH(bool, used);
        QFETCH(QString, detail);
        QFETCH(QString, hint);
        const ExperimentConfig config = with(nlohmann::json::parse(settings.toStdString()));
        const Status use = checkUse(*findField(key.toStdString()), config, search ? Purpose::Search : Purpose::Training);
        QCOMPARE(use.ok(), used);
        if (used)
            return;
        QVERIFY(use.error().code == ErrorCode::SettingUnused);
        QCOMPARE(QString::fromStdString(use.error().where), key);
        QCOMPARE(QString::fromStdString(use.error().detail), detail);
        if (key != "pruner-startup-trials") // every pruner that has it is named there
            QCOMPARE(QString::fromStdString(use.error().hint), hint);
        else
            QVERIFY(use.error().hint.starts_with("pruner median"));
    }

    void rangesThatOthersNarrow()
    {
        const auto wrong = [](const nlohmann::json& settings) {
            const Status valid = validate(with(settings));
            return valid ? std::string() : valid.error().where + " " + valid.error().detail + " " + valid.error().hint;
        };
        QCOMPARE(wrong(nlohmann::json::object()), std::string());
        QCOMPARE(wrong({{"min-nodes", 300}}), std::string("max-nodes 256 300..65536"));
        QCOMPARE(wrong({{"min-layers", 4}}), std::string("max-layers 3 4..16"));
        QCOMPARE(wrong({{"min-meta-lr", 0.5}}), std::string("max-meta-lr 0.01 0.5..1000"));
        QCOMPARE(wrong({{"objective-epochs", 11}}), std::string("objective-epochs 11 1..10"));
    }

    /// "max-nodes cannot be 256" said nothing to somebody who had written min-nodes alone.
    void whatNobodyWroteIsNotWhatIsWrong()
    {
        const auto fitted = [](const nlohmann::json& settings) {
            ExperimentConfig config = with(settings);
            const Status fits = fitUnwritten(config, [&](const ConfigField& field) { return namesSetting(settings, field); });
            return fits ? "objective-epochs " + std::to_string(config.search.objectiveEpochs)
                        : std::string(errorName(fits.error().code)) + ": " + fits.error().where + ", " + fits.error().detail + ", "
                              + fits.error().hint;
        };
        QCOMPARE(fitted({{"epochs", 2}}), std::string("objective-epochs 2"));
        QCOMPARE(fitted({{"epochs", 5}}), std::string("objective-epochs 3"));
        QCOMPARE(fitted({{"epochs", 2}, {"objective-epochs", 3}}), std::string("value_out_of_range: objective-epochs, 3, 1..2"));
        QCOMPARE(fitted({{"min-nodes", 300}}), std::string("recipe_not_applicable: min-nodes 300, max-nodes 256, max-nodes 300..65536"));
        QCOMPARE(fitted({{"min-nodes", 300}, {"max-nodes", 200}}), std::string("value_out_of_range: max-nodes, 200, 300..65536"));
        for (const ConfigField& field : configFields())
            QVERIFY2(bool(field.within) == (findField(field.boundBy) != nullptr), field.key.c_str());
    }

    void samplersAndPrunersAreRows()
    {
        for (const SamplerRow& row : samplerRows())
            QVERIFY2(makeSampler(row.name, 3).ok() && makeSampler(row.name, 3).value(), row.name.c_str());
        QVERIFY(makeSampler("tpee", 3).error() == (Error{ErrorCode::UnknownValue, "sampler", "tpee", "tpe"}));
        for (const PrunerRow& row : prunerRows()) {
            const auto made = makePruner(row.name);
            QVERIFY2(made.ok() && (made.value() == nullptr) == (row.name == "none"), row.name.c_str());
            for (const OwnSetting& setting : row.settings) {
                const ConfigField* field = findField(setting.key);
                QVERIFY2(field && field->range == setting.range && setting.range.contains(setting.usual), setting.key.c_str());
                QVERIFY(field->get({}) == nlohmann::json(setting.usual));
                QVERIFY(!field->identity); // when a trial is cut short decides no trial's result
            }
        }
        QVERIFY(makePruner("medium").error() == (Error{ErrorCode::UnknownValue, "pruner", "medium", "median"}));
    }

    /// A file of labels asks for its labels; a noise type that is named beside it counts, whichever is named first.
    void aFileOfLabelsIsAKindOfNoise()
    {
        ExperimentConfig config = with({{"labels", "l.csv"}});
        QVERIFY(config.data.noiseType == NoiseType::File);
        QCOMPARE(commandText("data", config), std::string("reweigh data --labels l.csv --noise-type file"));
        config = with({{"labels", "l.csv"}, {"noise-type", "flip"}});
        QVERIFY(config.data.noiseType == NoiseType::Flip);
        QCOMPARE(commandText("data", config), std::string("reweigh data --noise-type flip"));
        QVERIFY(with({{"labels", ""}}).data.noiseType == NoiseType::Uniform);
        const auto place = [](const char* key) { return std::ranges::find(configFields(), key, &ConfigField::key); };
        QVERIFY(place("labels") < place("noise-type")); // so it is for flags too
        ExperimentConfig moved = config = with({{"labels", "l.csv"}, {"label-column", "worst"}});
        moved.data.labelFile = "m.csv";
        QCOMPARE(variantHash(moved), variantHash(config)); // where the file lies decides nothing, the column does
        moved.data.labelColumn = "other";
        QVERIFY(variantHash(moved) != variantHash(config));
    }

    void ownNumbersOfTheUsualValueAreNotKept()
    {
        ExperimentConfig config;
        const ConfigField& field = *findField("pruner-startup-trials");
        QVERIFY(field.set(config, 7).ok());
        QVERIFY(config != ExperimentConfig());
        QVERIFY(field.get(config) == nlohmann::json(7));
        QVERIFY(field.set(config, 5).ok());
        QVERIFY(config == ExperimentConfig());
        QVERIFY(field.set(config, 1.5).error()
                == (Error{ErrorCode::ValueOutOfRange, "pruner-startup-trials", "1.5", "0..1e+06, a whole number"}));
        QVERIFY(field.set(config, -1).error().code == ErrorCode::ValueOutOfRange);
    }

    void commandsLeaveOutWhatHasNoEffect()
    {
        const ExperimentConfig config = with({{"noise-type", "none"}, {"noise-rate", 0.2}, {"meta-lr", 0.5}, {"epochs", 4}});
        QCOMPARE(commandText("train", config), std::string("reweigh train --noise-type none --epochs 4 --meta-lr 0.5"));
        QCOMPARE(commandText("search", config), std::string("reweigh search --noise-type none --epochs 4"));
    }

    void classifiersHaveTheInputLayers()
    {
        for (const ClassifierRow& row : classifierRows()) {
            const std::optional<LayerList> layers = classifierLayers(row.name, {28, 28, 1}, 10);
            QVERIFY2(layers && *row.title && *row.help, row.name.c_str());
            std::vector<std::string> inputs;
            for (const InputPoint& input : layers->inputLayers())
                inputs.push_back(input.name);
            QCOMPARE(inputs, (std::vector<std::string>{"stem", "stage1", "stage2", "stage3"}));
            QVERIFY(layers->lastBlock() < layers->layers().size());
        }
        QVERIFY(!classifierLayers("alexnet", {28, 28, 1}, 10));
    }
};

QTEST_APPLESS_MAIN(tst_Table)
#include "tst_table.moc"
