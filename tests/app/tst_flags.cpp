// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "core/config/ConfigJson.h"
#include "core/storage/ArchitectureFile.h"
#include "core/storage/SqlStorage.h"

#include <QtTest>

#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

using namespace reweigh;

/// What a flag, a file, a preset and an architecture say of one setting: who wins, and that nothing is passed over in silence.
class tst_Flags : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    struct Outcome {
        int code;
        std::string out, err;
        nlohmann::json config() const { return nlohmann::json::parse(out, nullptr, false); }
        bool says(std::string_view words) const { return err.find(words) != std::string::npos; }
    };

    static Outcome run(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        const int code = runCommandLine(std::move(arguments), terminal, {});
        return {code, out.str(), err.str()};
    }

    std::string write(const char* name, const nlohmann::json& json) const
    {
        const std::string path = m_dir.filePath(name).toStdString();
        std::ofstream(path) << json;
        return path;
    }

    /// An exported network, fed by stage 2, of a small study of synthetic images.
    std::string architecture() const
    {
        const StudyFacts study{.config = {{"dataset", "synthetic"}, {"noise-rate", 0.2}},
                               .fingerprintCode = "7F3K-9Q2A",
                               .fingerprint = {{"k", 1}},
                               .program = "0.1.0",
                               .engine = "LibTorch"};
        TrialFacts facts;
        facts.architecture = {.input = "stage2", .withLabel = true, .hidden = {32, 8}, .activation = Activation::Tanh};
        facts.metaLr = 0.002;
        facts.parameters = 1000;
        facts.classifierParameters = 5000;
        const double figures[] = {0.5, 0.6};
        facts.metrics = {{"validation.accuracy", summariseMetric(figures, 2, true)}};
        facts.training = {{"model", "mlp"}, {"epochs", 4}, {"device", "cuda:7"}, {"threads", 64}};
        facts.device = "cpu";
        facts.precision = "fp32";
        facts.runDir = "artifacts/trial-0000";
        const FrozenTrial trial{
            .number = 0, .trialId = 1, .state = TrialState::Complete, .value = 0.6, .userAttributes = toAttributes(facts)};
        return write("best.json", *architecturesJson("s", study, {&trial}, 1));
    }

    /// The file of a study that was begun with these settings.
    std::string begun(const char* name, const nlohmann::json& settings) const
    {
        const std::string file = m_dir.filePath(name).toStdString();
        const StudyFacts facts{
            .config = settings, .fingerprintCode = "7F3K-9Q2A", .fingerprint = {{"k", 1}}, .program = "0.2.0", .engine = "LibTorch"};
        const auto storage = SqlStorage::create(file, name, Direction::Maximize);
        if (!storage || !(*storage)->setAttributes({.user = toAttributes(facts)}))
            qFatal("%s cannot be written", name);
        return file;
    }

private Q_SLOTS:
    void aFlagWithoutEffectIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("search, meta-lr") << QStringList{"search", "--meta-lr", "0.5"} << QStringList{"meta-lr", "search", "min-meta-lr"};
        QTest::newRow("search, input") << QStringList{"search", "--input", "loss"} << QStringList{"input", "search-inputs"};
        QTest::newRow("search, standardise-input")
            << QStringList{"search", "--standardise-input"} << QStringList{"standardise-input", "search-standardise"};
        QTest::newRow("train, standardised label") << QStringList{"train", "--input", "label", "--standardise-input"}
                                                   << QStringList{"standardise-input", "input label", "leave one of them out"};
        QTest::newRow("search, hidden") << QStringList{"search", "--hidden", "8"} << QStringList{"hidden", "max-nodes"};
        QTest::newRow("search, activation") << QStringList{"search", "--activation", "tanh"}
                                            << QStringList{"activation", "search-activations"};
        QTest::newRow("search, weighting") << QStringList{"search", "--weighting", "none"} << QStringList{"weighting", "leave it out"};
        QTest::newRow("search, method") << QStringList{"search", "--method", "ce"} << QStringList{"method", "leave it out"};
        QTest::newRow("search, pruner") << QStringList{"search", "--pruner", "none", "--pruner-warmup-epochs", "3"}
                                        << QStringList{"pruner-warmup-epochs", "pruner none", "median"};
        QTest::newRow("search, study and out") << QStringList{"search", "--study", "s.db", "--out", "o"}
                                               << QStringList{"out", "study s.db"};
        QTest::newRow("data, noise-rate") << QStringList{"data", "--noise-type", "none", "--noise-rate", "0.2"}
                                          << QStringList{"noise-rate", "noise-type none", "uniform"};
        QTest::newRow("data, labels and another noise") << QStringList{"data", "--labels", "l.csv", "--noise-type", "flip"}
                                                        << QStringList{"labels", "noise-type flip", "noise-type file"};
        QTest::newRow("data, another noise and labels") << QStringList{"data", "--noise-type", "flip", "--labels", "l.csv"}
                                                        << QStringList{"labels", "noise-type flip", "noise-type file"};
        QTest::newRow("data, column of no file")
            << QStringList{"data", "--label-column", "worst"} << QStringList{"label-column", "noise-type uniform", "noise-type file"};
        QTest::newRow("data, noise-rate of labels")
            << QStringList{"data", "--labels", "l.csv", "--noise-rate", "0.2"} << QStringList{"noise-rate", "noise-type file", "uniform"};
        QTest::newRow("data, image-size") << QStringList{"data", "--image-size", "64"}
                                          << QStringList{"image-size", "dataset fashion-mnist", "folder"};
        QTest::newRow("train, milestones") << QStringList{"train", "--milestones", "3"}
                                           << QStringList{"milestones", "schedule cosine", "schedule step"};
        QTest::newRow("train, class-counts") << QStringList{"train", "--class-counts", "true"}
                                             << QStringList{"class-counts", "loss ce", "ldam", "weighting mwnet", "class-balanced"};
        QTest::newRow("train, input of ce") << QStringList{"train", "--weighting", "none", "--input", "logits"}
                                            << QStringList{"input", "weighting none", "mwnet"};
    }

    void aFlagWithoutEffectIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, words);
        std::vector<std::string> list{"--print-config"};
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        std::swap(list[0], list[1]);
        const Outcome outcome = run(list);
        QCOMPARE(outcome.code, 2);
        const QString sentence = QString::fromStdString(outcome.err);
        QVERIFY2(sentence.startsWith("reweigh: ") && sentence.count('\n') == 1, qPrintable(sentence));
        for (const QString& word : words)
            QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY(outcome.out.empty());
    }

    void unknownFlagsAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const QStringList& arguments, const QStringList& words) {
            QTest::addRow("%s", qPrintable(arguments.join(' '))) << arguments << words;
        };
        row({"train", "--epoch", "3"}, {"reweigh train has no option --epoch", "did you mean --epochs?"});
        row({"train", "--epoch=3"}, {"--epoch;", "--epochs?"});
        row({"train", "-lr", "0.1"}, {"-lr", "--lr?"});
        row({"train", "–lr", "0.1"}, {"–lr", "--lr?"}); // a dash from a text processor
        row({"train", "--LR", "0.1"}, {"--LR", "--lr?"});
        row({"data", "--noise_rate", "0.1"}, {"--noise_rate", "--noise-rate?"});
        row({"train", "--learning-rate", "0.1"}, {"--learning-rate", "--lr?"});
        row({"train", "--noise", "0.4"}, {"--noise", "--noise-rate?"}); // not --noise-type, which is as near
        row({"train", "--no-nestrov"}, {"--no-nestrov", "--no-nesterov?"});
        row({"train", "--trials", "3"}, {"reweigh train has no option --trials", "reweigh search --trials"});
        row({"--json", "report", "s"}, {"--json", "behind the command"});
        row({"--verison"}, {"reweigh has no option --verison", "--version?"});
        row({"train", "--xqzzyw"}, {"--xqzzyw", "reweigh train --help"});
        row({"train", "--lr"}, {"--lr needs a value", "reweigh train --help"});
        row({"report"}, {"STUDY is required", "reweigh report --help"});
        row({"report", "a", "b"}, {"no further argument", "\"b\""});
        row({"report", "plan.json", "--study-name", "a", "--quiet"}, {"--study-name", "its cells are studies", "reweigh report --help"});
        row({"report", "s", "--out", "d", "--quiet"}, {"--out", "a plan's studies", "reweigh report --help"});
        row({"report", "s", "--pdf", "a.pdf", "--quiet"}, {"--pdf", "without its window", "reweigh report --help"});
        row({"export", "s", "--best", "many"}, {"--best", "\"many\" is no whole number in 1..1000000"});
        row({"export", "s", "--best", "0"}, {"--best", "1..1000000"});
        row({"search", "--workers", "-1"}, {"--workers", "0..1024", "auto"});
        row({"--screenshots", "d", "s", "--scale", "5"}, {"--scale", "1..4"});
        row({"--study-name", "X"}, {"--study-name requires STUDY", "reweigh --help"});
        row({"reprot", "s"}, {"reprot", "reweigh report"});
        row({"serch"}, {"serch", "reweigh search"});
    }

    void unknownFlagsAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, words);
        std::vector<std::string> list;
        for (const QString& argument : arguments)
            list.push_back(argument.toStdString());
        const Outcome outcome = run(list);
        QCOMPARE(outcome.code, 2);
        const QString sentence = QString::fromStdString(outcome.err);
        QVERIFY2(sentence.startsWith("reweigh: ") && sentence.count('\n') == 1, qPrintable(sentence));
        for (const QString& word : words)
            QVERIFY2(sentence.contains(word), qPrintable(sentence + " lacks " + word));
        if (list.front() != "--json" && list.size() > 1) {                                        // machines are told too
            list.insert(list.front().starts_with('-') ? list.end() : list.begin() + 1, "--json"); // behind "--lr" it would be its value
            const Outcome machine = run(list);
            QCOMPARE(machine.code, 2);
            QVERIFY2(arguments.front().startsWith('-') || nlohmann::json::accept(machine.out), machine.out.c_str());
        }
    }

    void helpIsPrintedWhateverElse()
    {
        QVERIFY(run({"help"}).out.find("auroc") != std::string::npos);
        QVERIFY(run({"report", "--json", "--help"}).out.find("STUDY") != std::string::npos);
        QCOMPARE(run({"help"}).code, 0);
    }

    /// CLI11 alone reads 010 as eight.
    void wholeNumbersOfFlags()
    {
        for (const char* text : {"8", "08", "+8", "8.0", "8e0"}) {
            const Outcome outcome = run({"search", "--dataset", "synthetic", "--workers", text, "--print-config"});
            QVERIFY2(outcome.code == 0, outcome.err.c_str());
        }
        QCOMPARE(run({"search", "--workers", "8.5", "--print-config"}).code, 2);
        QCOMPARE(run({"search", "--workers", "0x8", "--print-config"}).code, 2);
        QCOMPARE(run({"search", "--workers", "auto", "--print-config"}).code, 0);
    }

    void labelsSetTheNoise()
    {
        const std::string file = write("flip.json", {{"noise-type", "flip"}, {"noise-rate", 0.1}});
        const Outcome labelled = run({"data", "--config", file, "--labels", "l.csv", "--print-config"});
        QCOMPARE(labelled.config().value("noise-type", ""), std::string("file"));
        QVERIFY2(labelled.says("noise-rate (noise-type file)"), labelled.err.c_str());
        const std::string other = write("labels.json", {{"labels", "l.csv"}, {"label-column", "worst"}});
        QCOMPARE(run({"data", "--config", other, "--print-config"}).config().value("noise-type", ""), std::string("file"));
        const Outcome flipped = run({"data", "--config", other, "--noise-type", "flip", "--print-config"});
        QCOMPARE(flipped.config().value("noise-type", ""), std::string("flip"));
        QVERIFY2(flipped.says("labels (noise-type flip)"), flipped.err.c_str());
        QCOMPARE(run({"data", "--dataset", "folder", "--labels", "l.csv", "--print-config"}).config().value("noise-type", ""),
                 std::string("file"));
        const Outcome none = run({"data", "--dataset", "synthetic", "--noise-type", "file"});
        QCOMPARE(none.code, 2);
        QVERIFY2(none.says("labels is missing"), none.err.c_str());
    }

    void aFileOrPresetIsOnlyNoted()
    {
        const std::string file = write("c.json", {{"meta-lr", 0.5}, {"noise-type", "none"}, {"noise-rate", 0.1}, {"input", "loss"}});
        const Outcome searched = run({"search", "--config", file, "--print-config"});
        QCOMPARE(searched.code, 0);
        QVERIFY2(searched.says("c.json") && searched.says("meta-lr (a search") && searched.says("noise-rate (noise-type none)"),
                 searched.err.c_str());
        QVERIFY(!searched.says("input")); // it says what is so anyway
        QVERIFY(searched.config().at("meta-lr") == nlohmann::json(0.5));
        const Outcome trained = run({"train", "--config", file, "--print-config"});
        QVERIFY2(!trained.says("meta-lr") && trained.says("noise-rate"), trained.err.c_str());
        const Outcome preset = run({"search", "--preset", "mwnet-imbalance", "--print-config"});
        QCOMPARE(preset.code, 0);
        QVERIFY2(preset.says("preset mwnet-imbalance") && preset.says("meta-lr (a search"), preset.err.c_str());
        QVERIFY(run({"train", "--print-config"}).err.empty());
    }

    /// What is wrong is what somebody wrote, and where.
    void theWrittenSettingIsBlamed()
    {
        const std::string brief = write("brief.json", {{"epochs", 2}});
        QVERIFY(run({"search", "--config", brief, "--print-config"}).config().at("objective-epochs") == nlohmann::json(2));
        const Outcome flag = run({"search", "--config", brief, "--objective-epochs", "3"});
        QVERIFY2(flag.code == 3
                     && flag.says("reweigh: objective-epochs 3 does not fit epochs 2 (" + brief + "); use objective-epochs 1..2."),
                 flag.err.c_str());
        const std::string objective = write("objective.json", {{"objective-epochs", 3}});
        const Outcome both = run({"search", "--config", objective, "--epochs", "2"});
        QVERIFY2(both.code == 3
                     && both.says("reweigh: epochs 2 does not fit objective-epochs 3 (" + objective + "); use objective-epochs 1..2."),
                 both.err.c_str());
        const Outcome nodes = run({"search", "--min-nodes", "300"});
        QVERIFY2(nodes.code == 3 && nodes.says("reweigh: min-nodes 300 does not fit max-nodes 256; use max-nodes 300..65536."),
                 nodes.err.c_str());
        // The flag was written last, though it is max-nodes whose range it narrows: the sentence named the file alone.
        const std::string most = write("most.json", {{"max-nodes", 200}});
        const Outcome above = run({"search", "--config", most, "--min-nodes", "300"});
        QVERIFY2(above.code == 3
                     && above.says("reweigh: min-nodes 300 does not fit max-nodes 200 (" + most + "); use max-nodes 300..65536."),
                 above.err.c_str());
        const Outcome together = run({"search", "--min-nodes", "300", "--max-nodes", "200"});
        QVERIFY2(together.code == 3 && together.says("reweigh: max-nodes cannot be 200; give 300..65536."), together.err.c_str());
        const std::string order = write("order.json", {{"min-nodes", 300}, {"max-nodes", 200}});
        const Outcome inFile = run({"search", "--config", order});
        QVERIFY2(inFile.code == 3 && inFile.says("reweigh: " + order + ": max-nodes cannot be 200"), inFile.err.c_str());
    }

    /// Preset, then architecture, then file, then flags: the later wins.
    void theMoreExplicitWins()
    {
        const std::string best = architecture();
        const Outcome preset = run({"train", "--architecture", best, "--preset", "mwnet-noise", "--print-config"});
        QVERIFY2(preset.code == 0, preset.err.c_str());
        const nlohmann::json config = preset.config();
        QVERIFY(config.at("input") == "stage2+label");
        QVERIFY(config.at("hidden") == nlohmann::json({32, 8}));
        QVERIFY(config.at("meta-lr") == nlohmann::json(0.002));
        QVERIFY(config.at("model") == "mlp");
        QVERIFY(config.at("device") == "auto" && config.at("threads") == nlohmann::json(0));
        QVERIFY(config.at("imbalance-type") == "none"); // of which the architecture says nothing
        for (const char* words : {"best.json", "preset mwnet-noise", "model mlp (not resnet32)", "hidden 32,8 (not 100)"})
            QVERIFY2(preset.says(words), preset.err.c_str());

        const std::string file = write("file.json", {{"epochs", 5}, {"hidden", {16}}, {"preset", "mwnet-noise"}});
        const Outcome all = run({"train", "--architecture", best, "--config", file, "--epochs", "6", "--print-config"});
        QCOMPARE(all.code, 0);
        QVERIFY(all.config().at("epochs") == nlohmann::json(6));
        QVERIFY(all.config().at("hidden") == nlohmann::json({16}));
        QVERIFY(all.config().at("input") == "stage2+label");
        QVERIFY(all.config().at("schedule") == "step"); // the file's preset is a preset: the first of all

        const Outcome two = run({"train", "--config", file, "--preset", "mwnet-imbalance", "--print-config"});
        QVERIFY(two.config().at("noise-type") == "none");
        QVERIFY2(two.says("preset mwnet-imbalance replaces mwnet-noise"), two.err.c_str());
    }

    /// Whoever resumed a search had to give every setting of the first call again.
    void aResumedSearchHasTheStudysSettings()
    {
        ExperimentConfig config;
        const nlohmann::json unusual = {
            {"dataset", "synthetic"}, {"noise-rate", 0.1}, {"schedule", "step"}, {"epochs", 9},  {"trials", 7},
            {"pruner", "none"},       {"search-seed", 5},  {"max-nodes", 32},    {"threads", 3}, {"device", "cpu"}};
        QVERIFY(applyJson(config, unusual).ok());
        const std::string study = begun("begun.db", toJson(config));
        const std::vector<std::string> resume = {"search", "--study", study, "--resume", "--print-config"};
        const auto with = [&](const std::vector<std::string>& more) {
            std::vector<std::string> list = resume;
            list.insert(list.end(), more.begin(), more.end());
            return run(list);
        };
        const Outcome resumed = run(resume);
        QCOMPARE(resumed.code, 0);
        QCOMPARE(resumed.err, "settings that are not given are those of the study in " + study + ", but for device and threads\n");
        nlohmann::json expected = toJson(config); // but for its place, and what is of a machine
        expected.update({{"study", study}, {"device", "auto"}, {"threads", 0}});
        QVERIFY2(resumed.config() == expected, resumed.out.c_str());

        // What is given wins: a flag over a file over a preset, and all of them over the study.
        const std::string file = write("more.json", {{"trials", 40}, {"epochs", 8}});
        const nlohmann::json given = with({"--preset", "noise-imbalance", "--config", file, "--epochs", "6", "--threads", "2"}).config();
        for (const auto& [key, value] : std::map<std::string, nlohmann::json>{{"noise-rate", 0.4},
                                                                              {"trials", 40},
                                                                              {"epochs", 6},
                                                                              {"threads", 2},
                                                                              {"dataset", "synthetic"},
                                                                              {"pruner", "none"},
                                                                              {"search-seed", 5},
                                                                              {"max-nodes", 32}})
            QVERIFY2(given.at(key) == value, key.c_str());

        // Whether a flag has an effect the study's settings say.
        QCOMPARE(with({"--milestones", "4"}).code, 0);
        const Outcome pruned = with({"--pruner-warmup-epochs", "3"});
        QVERIFY2(pruned.code == 2 && pruned.says("pruner none"), pruned.err.c_str());

        const std::string place = write("place.json", {{"study", study}});
        QVERIFY(run({"search", "--config", place, "--resume", "--print-config"}).config() == expected);
        const Outcome fresh = run({"search", "--study", study, "--print-config"});
        QVERIFY(fresh.err.empty() && fresh.config().at("trials") == nlohmann::json(ExperimentConfig().search.trials));
    }

    void aResumedSearchSaysWhatAStudyLacks()
    {
        const auto resumed = [&](const std::string& study) { return run({"search", "--study", study, "--resume", "--print-config"}); };
        const std::string theirs = m_dir.filePath("theirs.db").toStdString();
        QVERIFY(SqlStorage::create(theirs, "theirs", Direction::Maximize).ok());
        const Outcome none = resumed(theirs);
        QVERIFY2(none.says("have their defaults: the study in " + theirs + " stores no settings of trainings"), none.err.c_str());
        const Outcome unknown = resumed(begun("later.db", {{"nose-rate", 0.1}, {"epochs", 9}}));
        QVERIFY2(unknown.says("have their defaults") && unknown.says("\"nose-rate\""), unknown.err.c_str());
        const Outcome missing = resumed(m_dir.filePath("none.db").toStdString());
        QVERIFY2(missing.says("none.db is not there yet: a new study begins"), missing.err.c_str());
        for (const Outcome* outcome : {&none, &unknown, &missing}) {
            QCOMPARE(outcome->code, 0);
            QVERIFY(outcome->config().at("epochs") == nlohmann::json(ExperimentConfig().training.epochs));
        }

        // Without its place a study is found by its data: where they are not, no settings are printed as if they were its own.
        const std::string nowhere = m_dir.filePath("nowhere").toStdString();
        const Outcome lost = run({"search", "--resume", "--print-config", "--dataset", "folder", "--data-dir", nowhere});
        QVERIFY2(lost.code == 3 && lost.out.empty() && lost.says(nowhere), lost.err.c_str());
    }

    /// Versions before called a preset a recipe: flags and files of theirs are read, and what is said and written has today's name.
    void anEarlierNameOfPresets()
    {
        const Outcome help = run({"train", "--help"});
        QVERIFY2(help.out.find("--preset,--recipe ") != std::string::npos, help.out.c_str());
        const Outcome today = run({"train", "--preset", "mwnet-noise", "--print-config"});
        QVERIFY(today.config().at("model") == "resnet32" && !today.config().contains("preset") && !today.config().contains("recipe"));
        QCOMPARE(run({"train", "--recipe", "mwnet-noise", "--print-config"}).out, today.out);
        for (const char* key : {"preset", "recipe"})
            QCOMPARE(run({"train", "--config", write("named.json", {{key, "mwnet-noise"}}), "--print-config"}).out, today.out);
        const std::string both = write("both.json", {{"preset", "mwnet-noise"}, {"recipe", "mwnet-imbalance"}});
        QCOMPARE(run({"train", "--config", both, "--print-config"}).out, today.out);
        const Outcome unknown = run({"train", "--config", write("unknown.json", {{"recipe", "mwnet-nose"}}), "--print-config"});
        QVERIFY2(unknown.code == 3 && unknown.says("unknown.json: \"mwnet-nose\" is no value of preset; did you mean \"mwnet-noise\""),
                 unknown.err.c_str());
    }

    void presetsKnowTheDataSet()
    {
        QVERIFY(run({"train", "--preset", "mwnet-noise", "--dataset", "cifar100", "--print-config"}).config().at("meta-per-class")
                == nlohmann::json(10));
        QVERIFY(run({"train", "--preset", "mwnet-noise", "--dataset", "cifar10", "--print-config"}).config().at("meta-per-class")
                == nlohmann::json(100));
        const std::string file = write("set.json", {{"dataset", "cifar100"}, {"preset", "mwnet-noise"}});
        QVERIFY(run({"train", "--config", file, "--print-config"}).config().at("meta-per-class") == nlohmann::json(10));
        QVERIFY(run({"train", "--config", file, "--meta-per-class", "7", "--print-config"}).config().at("meta-per-class")
                == nlohmann::json(7));
        const Outcome device = run({"train", "--preset", "mwnet-noise", "--device", "cpu", "--threads", "3", "--print-config"});
        QVERIFY(device.config().at("device") == "cpu" && device.config().at("threads") == nlohmann::json(3));
    }
};

QTEST_GUILESS_MAIN(tst_Flags)
#include "tst_flags.moc"
