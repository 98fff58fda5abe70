// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/plan/Plan.h"

#include <QtTest>

#include <QTemporaryDir>

#include <fstream>

using namespace reweigh;

/// Plan files: what each member means, and what is refused.
class tst_Plan : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::filesystem::path path(const char* name) const { return m_dir.filePath(name).toStdString(); }

    Result<Plan> read(const std::string& text, const char* name = "corners.json") const
    {
        const Status written = writeFileAtomic(path(name), text);
        return written ? readPlan(path(name)) : Result<Plan>(written.error());
    }

    /// The plan in `text`, which must be readable.
    Plan plan(const std::string& text) const
    {
        Result<Plan> result = read(text);
        if (!result)
            qFatal("%s: %s %s %s", text.c_str(), result.error().where.c_str(), result.error().detail.c_str(), result.error().hint.c_str());
        return std::move(result).value();
    }

    static std::string names(const Plan& plan)
    {
        std::string all;
        for (const PlanCell& cell : plan.cells)
            all += (all.empty() ? "" : "; ") + cell.name;
        return all;
    }

    std::string hash(const std::string& text) const { return plan(text).cells.front().hash; }

private Q_SLOTS:
    void everyMember()
    {
        const Plan read = plan(R"({
            "name": "Four corners",
            "settings": {"dataset": "mnist", "epochs": 4},
            "cells": {"noise-rate": [0, 0.4], "imbalance-factor": [1, 50]},
            "seeds": [{"seeds": 3}, {"cells": {"noise-rate": 0.40}, "seeds": 6},
                      {"cells": {"noise-rate": 0.4, "imbalance-ratio": [50.0]}, "seeds": 2}],
            "variants": ["searched", "ce", {"name": "mine", "base": "searched", "settings": {"lr": 0.2}}],
            "hypotheses": [
                {"name": "helps", "statement": "It helps.", "better": ["searched", "ce"], "margin": 0.01,
                 "cells": {"noise-rate": [0.4], "least-seeds": 3}},
                {"name": "same", "equal": ["mine", "searched"], "margin": 0.005},
                {"name": "tells", "above": ["searched", 0.5], "metric": "detection.auroc_few"},
                {"name": "poor", "below": ["ce", 1]}],
            "transfer": {"imbalance-factor": 1.0}})");
        QCOMPARE(read.name, std::string("Four corners"));
        QCOMPARE(read.folder, path("corners"));
        QCOMPARE(names(read), std::string("noise-rate=0 imbalance-factor=1; noise-rate=0 imbalance-factor=50; "
                                          "noise-rate=0.4 imbalance-factor=1; noise-rate=0.4 imbalance-factor=50"));
        const PlanCell& last = read.cells.back();
        QVERIFY(last.settings == (nlohmann::json{{"noise-rate", 0.4}, {"imbalance-factor", 50}}));
        QVERIFY(last.config.data.dataset == "mnist" && last.config.training.epochs == 4);
        QVERIFY(last.config.data.noiseRate == 0.4 && last.config.data.imbalanceFactor == 50.0);
        QVERIFY(read.cells[1].config.data.noiseRate == 0.0 && read.cells[1].config.data.imbalanceFactor == 50.0);
        QCOMPARE(last.config.outDir, (path("corners") / "cells" / ("noise-rate=0.4_imbalance-factor=50-" + last.hash)).string());
        QVERIFY(read.cells[0].seeds() == 3 && read.cells[1].seeds() == 3 && read.cells[2].seeds() == 6 && last.seeds() == 2);
        QVERIFY(read.variants == (std::vector<Variant>{{"searched", "searched"}, {"ce", "ce"}, {"mine", "searched", {{"lr", 0.2}}}}));

        QCOMPARE(read.hypotheses.size(), std::size_t(4));
        const Hypothesis& helps = read.hypotheses[0];
        QVERIFY(helps.name == "helps" && helps.statement == "It helps." && helps.kind == ClaimKind::Better && helps.bound == 0.01);
        QVERIFY(helps.first == "searched" && helps.second == "ce" && helps.metric == "test.accuracy");
        QVERIFY(selectedCells(read, helps.cells) == std::vector<const PlanCell*>{&read.cells[2]});
        QVERIFY(read.hypotheses[1].kind == ClaimKind::Equal && read.hypotheses[1].bound == 0.005);
        QCOMPARE(selectedCells(read, read.hypotheses[1].cells).size(), std::size_t(4));
        const Hypothesis& tells = read.hypotheses[2];
        QVERIFY(tells.kind == ClaimKind::Above && tells.bound == 0.5 && tells.second.empty() && tells.metric == "detection.auroc_few");
        QVERIFY(read.hypotheses[3].kind == ClaimKind::Below && read.hypotheses[3].bound == 1.0);

        QVERIFY(read.transfers);
        QVERIFY(selectedCells(read, read.transferCells) == (std::vector<const PlanCell*>{&read.cells[0], &read.cells[2]}));
        const std::vector<PlanAxis> axes = planAxes(read);
        QCOMPARE(axes.size(), std::size_t(2));
        QVERIFY(axes[0].key == "noise-rate" && axes[0].values == (std::vector<nlohmann::json>{0, 0.4}));
        QVERIFY(axes[1].key == "imbalance-factor" && axes[1].values == (std::vector<nlohmann::json>{1, 50}));
    }

    void nothingButDefaults()
    {
        const Plan read = plan("{}");
        QCOMPARE(read.name, std::string("corners"));
        QCOMPARE(names(read), std::string("all"));
        QVERIFY(read.variants == defaultVariants() && read.hypotheses.empty() && !read.transfers && planAxes(read).empty());
        QCOMPARE(read.cells.front().seeds(), ExperimentConfig().search.variantSeeds);
        QCOMPARE(plan(R"({"settings": {"variant-seeds": 4}})").cells.front().seeds(), 4);
        QCOMPARE(plan(R"({"settings": {"variant-seeds": 4}, "seeds": 7})").cells.front().seeds(), 7);
        QVERIFY(!plan(R"({"transfer": false})").transfers);
        // A preset comes first, as in a configuration file. Versions before called it a recipe; the cell is the same one.
        const PlanCell demo = plan(R"({"settings": {"preset": "demo", "epochs": 30}})").cells.front();
        QVERIFY(demo.config.training.model == "mlp" && demo.config.training.epochs == 30 && demo.config.search.trials == 16);
        QCOMPARE(hash(R"({"settings": {"recipe": "demo", "epochs": 30}})"), demo.hash);
        // A file without an extension cannot share its name with the folder.
        QCOMPARE(this->read("{}", "bare")->folder, path("bare-studies"));
        QCOMPARE(readPlan(path("bare"), path("elsewhere"))->folder, path("elsewhere"));
    }

    void listOfGrids()
    {
        const Plan read = plan(R"({"cells": [{"imbalance-type": "none"},
                                             {"imbalance-type": ["step", "exponential"], "imbalance-factor": [10, 50]}]})");
        QCOMPARE(names(read), std::string("imbalance-type=none; imbalance-type=step imbalance-factor=10; "
                                          "imbalance-type=step imbalance-factor=50; imbalance-type=exponential imbalance-factor=10; "
                                          "imbalance-type=exponential imbalance-factor=50"));
        // The default ratio of 50 has no effect where there is no imbalance.
        QCOMPARE(selectedCells(read, {.settings = {{"imbalance-factor", 50}}}).size(), std::size_t(2));
        QCOMPARE(selectedCells(read, {.settings = {{"imbalance-type", {"none", "step"}}}}).size(), std::size_t(3));
        QVERIFY(selectedCells(read, {.settings = {{"no such", 1}}}).empty());
        QCOMPARE(planAxes(read)[1].values.size(), std::size_t(2));

        // What only some cells name is told of all.
        QCOMPARE(names(plan(R"({"cells": [{"noise-rate": 0.2}, {}]})")), std::string("noise-rate=0.2; noise-rate=0.4"));
        // A setting that is a list: one value, or a list of them.
        QCOMPARE(names(plan(R"({"cells": {"hidden": [64, 32]}, "variants": [{"name": "own", "settings": {"lr": 0.2}}]})")),
                 std::string("all"));
        const Plan lists = plan(R"({"cells": {"hidden": [[64, 32], []]}, "variants": [{"name": "own", "settings": {"lr": 0.2}}],
                     "seeds": [{"cells": {"hidden": [64, 32]}, "seeds": 5}]})");
        QCOMPARE(lists.cells.size(), std::size_t(2));
        QVERIFY(lists.cells[0].config.training.metaNet.hidden == (std::vector<int>{64, 32}) && lists.cells[0].seeds() == 5);
        QVERIFY(lists.cells[1].config.training.metaNet.hidden.empty() && lists.cells[1].seeds() == 1);
    }

    /// Where images and labels lie may differ from cell to cell; files and folders are told apart by their own names.
    void placesOfImagesAndLabels()
    {
        const Plan human = plan(R"({
            "settings": {"dataset": "cifar10", "data-dir": "/a/images", "imbalance-factor": 10},
            "cells": [{"noise-type": "uniform", "noise-rate": 0.4},
                      {"noise-type": "file", "labels": ["/a/first.csv", "/a/second.csv"], "label-column": "worst"}],
            "variants": ["fixed", "ce"]})");
        QCOMPARE(human.cells.size(), std::size_t(3));
        QCOMPARE(human.cells[1].config.data.labelFile, std::string("/a/first.csv"));
        QVERIFY(human.cells[1].hash != human.cells[2].hash && human.cells[0].config.data.noiseType == NoiseType::Uniform);
        const char* folders = R"({"settings": {"dataset": "folder", "imbalance-type": "none"},
                                  "cells": {"data-dir": ["%/cats", "%/dogs"]}, "variants": ["fixed", "ce"]})";
        const auto at = [&](const char* place) { return plan(QString(folders).replace('%', place).toStdString()); };
        const Plan here = at("/here"), there = at("/there");
        QVERIFY(here.cells[0].hash != here.cells[1].hash);
        QVERIFY(here.cells[0].hash == there.cells[0].hash && here.cells[1].hash == there.cells[1].hash);
        const auto without = [&](const char* list) {
            return hash(QString(R"({"settings": {"leave-out": "%"}, "variants": ["fixed", "ce"]})").replace('%', list).toStdString());
        };
        QCOMPARE(without("/here/marks.csv"), without("/there/marks.csv"));
        QVERIFY(without("/here/others.csv") != without("/here/marks.csv"));
    }

    void threads()
    {
        const auto threadsOf = [&](const char* settings) {
            return plan(std::string(R"({"settings": )") + settings + "}").cells.front().config.training.threads;
        };
        QCOMPARE(threadsOf("{}"), 1);
        QCOMPARE(threadsOf(R"({"device": "cpu"})"), 1);
        QCOMPARE(threadsOf(R"({"threads": 3})"), 3);
        QCOMPARE(threadsOf(R"({"device": "cuda:0"})"), 0);
    }

    /// The first 8 digits of SHA-256("reweigh cell 1\n" + the settings that differ from the defaults), by Python's hashlib.
    void hashes()
    {
        QCOMPARE(hash("{}"), std::string("b995c142"));
        const std::string base = R"({"settings": {"epochs": 4, "noise-rate": 0.2)";
        const std::string known = "9f41fe56";
        QCOMPARE(hash(base + "}}"), known);
        // What changes no result, or only how many there are.
        for (const char* rest : {R"(, "trials": 40}, "seeds": 9})", R"(}, "name": "other"})", R"(}, "variants": ["ce"]})",
                                 R"(}, "cells": {"noise-rate": 0.2}})", R"(, "threads": 5, "retries": 3, "pruner": "none"}})",
                                 R"(, "weighting": "mwnet", "meta-lr": 1e-3}})"})
            QCOMPARE(hash(base + rest), known);
        for (const char* rest : {R"(, "batch-size": 64}})", R"(, "search-seed": 1}})", R"(, "max-nodes": 64}})", R"(, "train-seed": 1}})",
                                 R"(, "meta-lr": 1e-2}})", R"(, "objective-epochs": 2}})", R"(, "sampler": "random"}})"})
            QVERIFY2(hash(base + rest) != known, rest);
        // A setting without an effect.
        QCOMPARE(hash(R"({"settings": {"imbalance-type": "none", "imbalance-factor": 7}})"),
                 hash(R"({"settings": {"imbalance-type": "none"}})"));
    }

    /// A cell keeps its folder when a further axis changes its name.
    void folderIsFoundByItsHash()
    {
        const Plan before = plan(R"({"settings": {"noise-rate": 0.2}, "cells": {"imbalance-factor": [5, 20]}})");
        QCOMPARE(names(before), std::string("imbalance-factor=5; imbalance-factor=20"));
        QVERIFY(makeFolder(before.cells[0].config.outDir).ok());
        const Plan after = plan(R"({"cells": {"noise-rate": [0.1, 0.2], "imbalance-factor": [5, 20]}})");
        QCOMPARE(after.cells[2].name, std::string("noise-rate=0.2 imbalance-factor=5"));
        QCOMPARE(after.cells[2].hash, before.cells[0].hash);
        QCOMPARE(after.cells[2].config.outDir, before.cells[0].config.outDir);
        QVERIFY(after.cells[3].hash == before.cells[1].hash && after.cells[3].config.outDir != before.cells[1].config.outDir);
        PlanCell odd = after.cells[2];
        odd.name = std::string(100, '/');
        QCOMPARE(cellFolder("plan", odd), std::filesystem::path("plan/cells") / (std::string(80, '_') + "-" + odd.hash));
    }

    void pathsThatMeanAPlan()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir("study.json"));
        QVERIFY(isPlanFile("a.json") && isPlanFile("/nowhere/a.JSON") && isPlanFile("study.db.json"));
        QVERIFY(!isPlanFile("study.db") && !isPlanFile("folder") && !isPlanFile(".json") && !isPlanFile("a.json5"));
        QVERIFY(!isPlanFile(folder.filePath("study.json").toStdString())); // a study's folder may be called so
    }

    void tooMany()
    {
        std::string numbers = "2";
        for (int i = 3; i <= 102; ++i)
            numbers += ", " + std::to_string(i);
        const auto tooMany = read(R"({"cells": {"batch-size": [)" + numbers + R"(], "meta-batch-size": [)" + numbers + "]}}");
        QVERIFY(!tooMany.ok() && tooMany.error().code == ErrorCode::PlanInvalid && tooMany.error().hint.ends_with("10000"));
        const auto deep = read(R"({"variants": )" + std::string(100000, '[') + std::string(100000, ']') + "}");
        QVERIFY(!deep.ok() && deep.error().code == ErrorCode::PlanInvalid && deep.error().hint == "at most 16 levels");
        QVERIFY(read(std::string(std::size_t(1) << 21, ' ')).error().code == ErrorCode::FileOversize);
        QVERIFY(readPlan(path("none.json")).error().code == ErrorCode::FileMissing);
    }

    /// Studies need a folder, and so does what lies above it.
    void aFileInTheWayOfTheFolder()
    {
        const std::filesystem::path file = path("plan.json"), taken = path("taken");
        std::ofstream(file) << "{}";
        std::ofstream(taken) << "x";
        QVERIFY(readPlan(file, path("new") / "folder").ok());
        for (const auto& folder : {taken, taken / "below" / "it"}) {
            const auto refused = readPlan(file, folder);
            QVERIFY(!refused.ok() && refused.error().code == ErrorCode::FileUnwritable);
            QCOMPARE(refused.error().where, folder.string());
            QCOMPARE(refused.error().detail, taken.string() + " is a file");
        }
    }

    /// An own variant that equals another in one cell only may stay.
    void variantsThatMeetInOneCell()
    {
        const std::string variants =
            R"("variants": [{"name": "a", "settings": {"noise-rate": 0.4}}, {"name": "b", "settings": {"lr": 0.1}}])";
        QVERIFY(read(R"({"cells": {"noise-rate": [0, 0.4]}, )" + variants + "}").ok());
        QVERIFY(read("{" + variants + "}").error().code == ErrorCode::VariantsEqual);
    }

    /// Losses and weights have no bound, and the ends of a share may be limits.
    void unitsThatFit()
    {
        for (const char* claim :
             {R"("better": ["searched", "ce"], "margin": 1.5, "metric": "test.loss")", R"("above": ["ce", 30], "metric": "test.loss")",
              R"("above": ["ce", 0])", R"("below": ["ce", 1])", R"("above": ["searched", 2], "metric": "weights.right_few")",
              R"("better": ["searched", "fixed"], "margin": 0.5, "metric": "detection.auroc")"}) {
            const auto made = read(std::string(R"({"hypotheses": [{"name": "h", )") + claim + "}]}");
            QVERIFY2(made.ok(), claim);
        }
    }

    void wholeNumbersMayHaveAPoint()
    {
        QCOMPARE(plan(R"({"seeds": 2.0})").cells.front().seeds(), 2);
        const Plan entries = plan(R"({"seeds": [{"seeds": 3.0}],
            "hypotheses": [{"name": "h", "above": ["ce", 0.5], "cells": {"least-seeds": 2.0}}]})");
        QVERIFY(entries.cells.front().seeds() == 3 && entries.hypotheses.front().cells.leastSeeds == 2);
    }

    /// Members of one name in different objects are no doubles.
    void namesOfOtherObjects()
    {
        QVERIFY(read(R"({"seeds": [{"seeds": 2}, {"seeds": 3}], "hypotheses": [{"name": "a", "above": ["ce", 0.5]},
                        {"name": "b", "above": ["ce", 0.6]}]})")
                    .ok());
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words"); // in where, detail or hint
        const auto row = [](const char* text, ErrorCode code, const char* words = "") {
            QTest::newRow(text) << QString(text) << int(code) << QString(words);
        };
        const ErrorCode invalid = ErrorCode::PlanInvalid;
        row("{", ErrorCode::PlanNotJson, "line 1, column 2: the file ends too early");
        row("[1]", ErrorCode::PlanNotJson, "begin it with {");
        row(R"({"seeds": 1e400})", ErrorCode::PlanNotJson, "a number beyond 1e308");
        row("{\n  \"seeds\": 2,\n}", ErrorCode::PlanNotJson, "line 3, column 1: } cannot stand here take out a comma");
        row("{\"seeds\": NaN}", ErrorCode::PlanNotJson, "NaN is no number write a number");
        row("{\"seeds\": -Infinity}", ErrorCode::PlanNotJson, "-Infinity is no number write a number");
        row("{'seeds': 2}", ErrorCode::PlanNotJson, "column 2: ' cannot stand here put texts into double");
        row("{\"transfer\": True}", ErrorCode::PlanNotJson, "True is no value of JSON");
        row("{\"name\": \"a\n\"}", ErrorCode::PlanNotJson, "line 1, column 12: a text is not closed");
        row("{\"seeds\": 2 // two\n}", ErrorCode::PlanNotJson, "JSON has no comments");
        row("{\"seeds\" 2}", ErrorCode::PlanNotJson, "column 10: 2 cannot stand here");
        row(R"({"seeds": 2, "seeds": 3})", invalid, "\"seeds\" stands twice");
        row(R"({"settings": {"epochs": 4, "model": "mlp", "epochs": 5}})", invalid, "\"epochs\" stands twice");
        row(R"({"variants": [{"name": "a", "base": "ce", "settings": {"lr": 0.2, "lr": 0.3}}]})", invalid, "\"lr\" stands twice");
        row(R"({"cels": {}})", invalid, "it has an unknown member \"cels\" \"cells\"");
        row(R"({"zzzzzz": 1})", invalid, "zzzzzz");
        row(R"({"name": 3})", invalid, "\"name\" is 3");
        row(R"({"name": ""})", invalid, "\"name\"");

        row(R"({"settings": []})", invalid, "\"settings\" is []");
        row(R"({"settings": {"epocs": 1}})", ErrorCode::UnknownKey, "epochs");
        row(R"({"settings": {"noise-rate": 2}})", ErrorCode::ValueOutOfRange, "noise-rate");
        row(R"({"settings": {"epochs": 2, "objective-epochs": 3}})", ErrorCode::ValueOutOfRange, "objective-epochs");
        row(R"({"settings": {"min-nodes": 300}})", ErrorCode::RecipeNotApplicable, "min-nodes 300 max-nodes 256");
        row(R"({"settings": {"out": "x"}})", invalid, "\"settings\" has out");
        row(R"({"settings": {"study": "x.db"}})", invalid, "\"settings\" has study");

        row(R"({"cells": 3})", invalid, "a grid of \"cells\" is 3");
        row(R"({"cells": []})", invalid, "empty list");
        row(R"({"cells": [[]]})", invalid, "a grid");
        row(R"({"cells": {"noise-rate": []}})", invalid, "\"noise-rate\" has no value");
        row(R"({"cells": {"noise-rat": [0]}})", ErrorCode::UnknownKey, "noise-rate");
        row(R"({"cells": {"noise-rate": [0, "x"]}})", ErrorCode::ValueOutOfRange, "noise-rate");
        for (const char* text : {R"({"cells": {"device": ["cpu"]}})", R"({"cells": {"seed": [1, 2]}})", R"({"cells": {"train-seed": 1}})",
                                 R"({"cells": {"sampler": ["tpe"]}})", R"({"cells": {"preset": ["demo"]}})",
                                 R"({"cells": {"recipe": ["demo"]}})", R"({"cells": {"trials": 3}})"})
            row(text, invalid, "has the setting");
        row(R"({"cells": {"method": ["ce"]}})", ErrorCode::UnknownKey, "method"); // of version 0.1
        row(R"({"cells": {"noise-rate": [0.4, 0.40]}})", invalid, "two cells have the same settings: noise-rate=0.4");
        row(R"({"cells": [{"noise-rate": 0.4}, {}]})", invalid, "two cells");
        row(R"({"cells": {"imbalance-factor": 5, "imbalance-ratio": 7}})", invalid, "imbalance-factor twice");
        row(R"({"settings": {"imbalance-type": "none"}, "cells": {"imbalance-factor": [1, 50]}})", ErrorCode::SettingUnused,
            "imbalance-factor");
        row(R"({"cells": {"imbalance-type": ["none", "step"], "imbalance-factor": [2, 50]}})", ErrorCode::SettingUnused,
            "imbalance-factor");
        row(R"({"cells": {"weighting": ["mwnet", "l2rw"]}, "variants": ["fixed", "ce"]})", invalid, "every variant sets itself");

        row(R"({"seeds": 0})", invalid, "1..1000");
        row(R"({"seeds": 2.5})", invalid, "\"seeds\" is 2.5");
        row(R"({"seeds": "two"})", invalid);
        row(R"({"seeds": [3]})", invalid, "an entry of \"seeds\" is 3");
        row(R"({"seeds": [{"cells": {}}]})", invalid, "SELECTOR");
        row(R"({"seeds": []})", invalid, "\"seeds\" is an empty list");
        row(R"({"seeds": [{"seed": 1}]})", invalid, "an entry of \"seeds\" has an unknown member \"seed\" \"seeds\"");
        row(R"({"seeds": [{"cells": {"least-seeds": 2}, "seeds": 1}]})", invalid, "least-seeds");
        row(R"({"seeds": [{"cells": {"noise-rate": 0.1}, "seeds": 1}]})", invalid, "no cell is selected");
        row(R"({"seeds": [{"cells": {"noise-rate": []}, "seeds": 1}]})", invalid, "no value for noise-rate");
        row(R"({"seeds": [{"cells": {"noise-rat": 0.1}, "seeds": 1}]})", ErrorCode::UnknownKey, "noise-rate");
        row(R"({"seeds": [{"cells": {"noise-rate": 3}, "seeds": 1}]})", ErrorCode::ValueOutOfRange, "noise-rate");
        row(R"({"seeds": [{"cells": 3, "seeds": 1}]})", invalid, "is 3");

        row(R"({"variants": 1})", invalid, "\"variants\" is 1");
        row(R"({"variants": []})", ErrorCode::VariantsNone);
        row(R"({"variants": ["serched"]})", ErrorCode::UnknownValue, "searched");
        row(R"({"variants": ["ce", "ce"]})", ErrorCode::VariantRepeated, "ce");
        row(R"({"variants": [{"name": "m", "settings": {"lrr": 1}}]})", ErrorCode::UnknownKey, "lr");
        row(R"({"variants": [{"name": "m", "base": "searched", "settings": {"seed": 1}}]})", ErrorCode::VariantSettingFixed, "seed");
        row(R"({"variants": [{"name": "m", "base": "random", "settings": {"focal-gamma": 1}}]})", ErrorCode::SettingUnused, "focal-gamma");
        row(R"({"variants": [{"name": "m", "settings": {"weighting": "none"}}, "ce"]})", ErrorCode::VariantsEqual, "m");

        row(R"({"hypotheses": {}})", invalid, "\"hypotheses\" is {}");
        row(R"({"hypotheses": [1]})", invalid, "an entry of \"hypotheses\" is 1");
        row(R"({"hypotheses": [{"better": ["searched", "ce"]}]})", invalid, "no name");
        row(R"({"hypotheses": [{"name": "h", "statement": 1, "better": ["searched", "ce"]}]})", invalid, "statement 1");
        row(R"({"hypotheses": [{"name": "h", "beter": ["searched", "ce"]}]})", invalid,
            "the hypothesis \"h\" has an unknown member \"beter\" \"better\"");
        row(R"({"hypotheses": [{"name": "h"}]})", invalid, "one claim");
        row(R"({"hypotheses": [{"name": "h", "better": ["searched", "ce"], "above": ["ce", 1]}]})", invalid, "one claim");
        row(R"({"hypotheses": [{"name": "h", "better": ["searched", "c"]}]})", invalid, "\"h\" names the variant \"c\"");
        row(R"({"hypotheses": [{"name": "h", "better": ["searched", "c"]}]} )", invalid, "does not have \"ce\"");
        row(R"({"hypotheses": [{"name": "h", "better": ["searched", 0.5]}]})", invalid, "two variants");
        row(R"({"hypotheses": [{"name": "h", "above": ["searched", "ce"]}]})", invalid, "a limit");
        row(R"({"hypotheses": [{"name": "h", "better": ["ce", "ce"]}]})", invalid, "with itself");
        row(R"({"hypotheses": [{"name": "h", "equal": ["searched", "ce"]}]})", invalid, "no margin");
        row(R"({"hypotheses": [{"name": "h", "equal": ["searched", "ce"], "margin": 0}]})", invalid, "above 0");
        row(R"({"hypotheses": [{"name": "h", "better": ["searched", "ce"], "margin": -1}]})", invalid, "at least 0");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "margin": 0.1}]})", invalid, "the limit alone");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "metric": "test.acuracy"}]})", invalid, "\"test.accuracy\"");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "metric": "test.acc"}]})", invalid, "\"h\" has the metric \"test.acc\"");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "metric": "test.acc"}]} )", invalid,
            "runs do not have \"test.accuracy\"");
        for (const char* count : {"weights.wrong", "weights.right", "weights.wrong_count_few", "weights.right_count_few"})
            row(qPrintable(QString(R"({"hypotheses": [{"name": "h", "above": ["searched", 0.5], "metric": "%1"}]})").arg(count)), invalid,
                "a number of samples");
        for (const char* unit :
             {R"("better": ["searched", "ce"], "margin": 1)", R"("equal": ["searched", "ce"], "margin": 2.5)", R"("above": ["ce", 30])",
              R"("below": ["ce", -0.1])", R"("better": ["searched", "ce"], "margin": 1, "metric": "test.calibration_error")"})
            row(qPrintable(QString(R"({"hypotheses": [{"name": "h", %1}]})").arg(unit)), invalid, "0.01 is one percentage point");
        row(R"({"hypotheses": [{"name": "h", "above": ["searched", 1.5], "metric": "detection.auroc"}]})", invalid, "from 0 to 1");
        for (const char* claim : {R"("above": ["ce", 0.5])", R"("better": ["searched", "ce"])"})
            row(qPrintable(QString(R"({"hypotheses": [{"name": "h", %1, "metric": "detection.auroc_few"}]})").arg(claim)), invalid,
                "detection.auroc_few of ce, which has no weights");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "cells": {"noise-rate": 0.1}}]})", invalid, "about no cell");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "cells": {"least-seeds": 0}}]})", invalid, "\"least-seeds\" is 0");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5], "cells": {"least-seeds": 2}}]})", invalid, "about no cell");
        row(R"({"hypotheses": [{"name": "h", "above": ["ce", 0.5]}, {"name": "h", "below": ["ce", 0.5]}]})", invalid, "two hypotheses");

        row(R"({"transfer": 1})", invalid, "\"transfer\" is 1");
        row(R"({"transfer": true})", invalid, "fewer than two cells");
        row(R"({"cells": {"noise-rate": [0, 0.4]}, "transfer": {"noise-rate": 0}})", invalid, "fewer than two cells");
        row(R"({"cells": {"noise-rate": [0, 0.4]}, "variants": ["fixed"], "transfer": true})", invalid, "no searched networks");
    }

    void whatIsRefused()
    {
        QFETCH(const QString, text);
        QFETCH(const int, code);
        QFETCH(const QString, words);
        const Result<Plan> result = read(text.toStdString());
        QVERIFY(!result.ok());
        const Error& error = result.error();
        QCOMPARE(QByteArray(errorName(error.code)), QByteArray(errorName(ErrorCode(code))));
        const std::string all = error.where + " " + error.detail + " " + error.hint;
        QVERIFY2(all.find(words.toStdString()) != std::string::npos, all.c_str());
        if (error.code == ErrorCode::PlanInvalid)
            QVERIFY(error.where == path("corners.json").string() && !error.detail.empty() && !error.hint.empty());
        QVERIFY(error.where == path("corners.json").string() || error.file == path("corners.json").string());
    }
};

QTEST_APPLESS_MAIN(tst_Plan)
#include "tst_plan.moc"
