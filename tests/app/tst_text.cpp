// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/SearchCommand.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/config/ConfigField.h"
#include "core/config/Methods.h"
#include "core/data/recipe/DataPlan.h"
#include "tests/support/PlantedVariants.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/text/DataText.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/WeightText.h"

#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <sstream>
#include <tuple>

using namespace reweigh;

/// Words: every setting has help, every error a sentence, weights say what they do, tables line up.
class tst_Text : public QObject {
    Q_OBJECT

    struct Outcome {
        int code;
        std::string out, err;
    };

    static Outcome run(std::vector<std::string> arguments)
    {
        std::ostringstream out, err;
        Terminal terminal(out, err, false);
        const int code = runCommandLine(std::move(arguments), terminal, {});
        return {code, out.str(), err.str()};
    }

private Q_SLOTS:
    /// What was not read of a folder, or not as it might be expected; that an EXIF orientation is passed over, too.
    void whatAFolderHolds()
    {
        QCOMPARE(folderFactsLine({}), std::string());
        QCOMPARE(folderFactsLine({.turned = 1234}), std::string("images with an EXIF orientation, read as they are stored: 1,234"));
        QCOMPARE(folderFactsLine({.turned = 2, .upright = true}), std::string("images turned upright by their EXIF data: 2"));
        QCOMPARE(
            folderFactsLine({.testFolder = "val", .looseImages = 3, .foldersNotRead = {"extra", "old"}}),
            std::string("images beside the class folders, not read: 3; folders not read: extra, old; test images from the folder val"));
        QCOMPARE(folderFactsLine({.testFolder = "test",
                                  .unreadable = {{"a/1.png", "0 bytes"}, {"b/2.png", "no image"}},
                                  .otherFiles = 1,
                                  .firstOther = "a/notes.txt"}),
                 std::string("image files left out that cannot be read: 2 (the first is a/1.png: 0 bytes); files that are no images: 1 "
                             "(the first is a/notes.txt)"));
    }

    /// Of a benchmark, and of what an earlier version stored, there is nothing to say.
    void whatFiguresStandOn()
    {
        const auto said = [](const char* meta, const char* validation, const char* test) {
            return heldOutText({meta, validation, test}).toStdString();
        };
        QCOMPARE(said("", "", ""), std::string());
        QCOMPARE(said("known", "known", "known"), std::string());
        QCOMPARE(said("checked", "checked", "given"),
                 std::string("meta and validation images from the checked ones; test images from a folder of their own"));
        QCOMPARE(said("pseudo", "checked", "checked"),
                 std::string("meta set: pseudo, chosen by loss, not checked; validation images from the checked ones; test images from the "
                             "checked ones"));
        QCOMPARE(said("pseudo", "known", "known"), std::string("meta set: pseudo, chosen by loss, not checked"));
        QCOMPARE(said("unchecked", "unchecked", "unchecked"),
                 std::string("meta and validation images not checked; test images not checked"));
        QCOMPARE(said("stated", "stated", "stated"), std::string("every label said to be right"));
        DataChanges changes;
        changes.labels.meta = "pseudo";
        QCOMPARE(dataChangesLine(changes),
                 std::string("labels as they are, every image kept; meta set: pseudo, chosen by loss, not checked"));
    }

    /// The setting that mends it is the one that takes more.
    void fewTrainingImages()
    {
        const std::vector<std::string> names = {"apple", "kiwi"};
        DataPlan plan;
        QCOMPARE(fewTrainText(plan, names), QString()); // not known
        plan.sizeBefore = {40, 20};
        plan.meta.resize(12);
        plan.validation.resize(8);
        plan.changes.heldOut = 20;
        QCOMPARE(fewTrainText(plan, names), QString()); // half of the smallest
        plan.meta.resize(14);
        plan.changes.heldOut = 22;
        QCOMPARE(fewTrainText(plan, names).toStdString(),
                 std::string("few images left to train on: meta and validation images take 11 of the 20 of kiwi, the smallest class; lower "
                             "--meta-per-class"));
        plan.validation.resize(30); // and meta images train too
        plan.changes.heldOut = 30;
        QVERIFY(fewTrainText(plan, names).endsWith(QStringLiteral("--val-per-class")));
    }

    /// What so few can show is said in figures; of a hundred, ten of each class, nothing needs to be said.
    void fewTestImages()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(fewTestText(0, 0, english), QString()); // not known
        QCOMPARE(fewTestText(100, 10, english), QString());
        QCOMPARE(fewTestText(3, 1, english), QStringLiteral("few test images: 3, of the class with fewest 1; one is 33.3 percentage points "
                                                            "of accuracy and 100.0 of the recall of that class"));
        QVERIFY(fewTestText(2000, 4, english).startsWith(QStringLiteral("few test images: 2,000, of the class with fewest 4;")));
        QCOMPARE(fewTestText(40, 0, english),
                 QStringLiteral("few test images: 40, of a class none; one is 2.5 percentage points of accuracy"));
        DataChanges changes;
        changes.labels = {"checked", "checked", "checked", 3, 1};
        QVERIFY(dataChangesLine(changes).find("checked ones; few test images: 3,") != std::string::npos);
        QVERIFY(figuresStandOnText(changes.labels).startsWith(QStringLiteral("few test images: 3,")));
        QVERIFY(figuresStandOnText(changes.labels).endsWith(QStringLiteral("test images from the checked ones")));
    }

    /// What is wrong with an image is said in the user's language, wherever it stands.
    void faultsOfImagesAreTranslated()
    {
        struct Shouting : QTranslator {
            bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* source, const char*, int) const override
            {
                return qstrcmp(context, "ImageFaults") == 0 ? QString::fromLatin1(source).toUpper() : QString();
            }
        } shouting;
        const std::string two = "a/1.png (unknown image type), a/2.jpg (begins as a GIF file does)";
        QCOMPARE(imageFaultText(two), QString::fromStdString(two));
        QVERIFY(QCoreApplication::installTranslator(&shouting));
        const QString list = imageFaultText(two), one = errorText({ErrorCode::NotAnImage, "a/1.png", "unknown image type", {}}),
                      folder = folderFactsText({.testFolder = "test", .unreadable = {{"a/1.png", "0 bytes, expected an image"}}});
        QCoreApplication::removeTranslator(&shouting);
        QCOMPARE(list, QStringLiteral("a/1.png (UNKNOWN IMAGE TYPE), a/2.jpg (BEGINS AS A GIF FILE DOES)"));
        QVERIFY2(one.contains("(UNKNOWN IMAGE TYPE)"), qPrintable(one));
        QVERIFY2(folder.contains("0 BYTES, EXPECTED AN IMAGE"), qPrintable(folder));
    }

    void everySettingHasHelp()
    {
        for (const ConfigField& field : configFields())
            QVERIFY2(*field.label && *field.help && helpText(field).find(field.help) == 0, field.key.c_str());
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            for (const std::string hint : {"the-hint", ""}) {
                const QString text = errorText({ErrorCode(code), "the-place", "the-detail %1", hint});
                QVERIFY2(text.contains("the-place"), errorName(ErrorCode(code)));
                QVERIFY2(text.endsWith('.') || text.endsWith('?') || text.contains("the-detail"), qPrintable(text));
                // An argument that looks like a placeholder stays as it is.
                QCOMPARE(text.count("%1"), text.count("the-detail"));
            }
            QVERIFY(exitCode(ErrorCode(code)) >= 1 && exitCode(ErrorCode(code)) <= 6);
            QVERIFY(qstrlen(errorName(ErrorCode(code))) > 0);
        }
    }

    /// Numbers alone come from the recipe, so that no English stands in another language's sentence.
    void tooFewToHoldOut()
    {
        QCOMPARE(
            errorText({ErrorCode::SplitTooLarge, "cat", "60", "32"}),
            QStringLiteral("Class cat has too few images (32) to hold 60 out and train on one; lower meta-per-class or val-per-class."));
        QVERIFY(errorText({ErrorCode::CheckedTooFew, "cat", "16", "10"})
                    .startsWith(QStringLiteral("Class cat has too few checked images (10) to hold 16 out;")));
    }

    /// "There is no file ; check the path" named nothing.
    void emptyNames()
    {
        for (const ErrorCode code : {ErrorCode::FileMissing, ErrorCode::StudyMissing})
            QVERIFY(errorText({code, {}, {}, {}}).contains("is empty; give one"));
        QVERIFY(errorText({ErrorCode::Interrupted, {}, {}, "the same command"}).contains("before anything was written"));
    }

    void whatWeightsDo_data()
    {
        QTest::addColumn<QString>("weighting");
        QTest::addColumn<QString>("input");
        QTest::addColumn<int>("effect");
        QTest::addColumn<double>("auroc");
        QTest::addColumn<double>("low");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("ownLabels");
        const auto row = [](const char* weighting, const char* input, WeightEffect effect, double auroc, double low, const char* sentence,
                            const char* ownLabels) {
            QTest::addRow("%s, %s, %s", weighting, input, nameOf(effect))
                << weighting << input << int(effect) << auroc << low << sentence << ownLabels;
        };
        row("mwnet", "loss", WeightEffect::WrongWeighMore, 0.016, 0.01, "fed by the loss: wrong labels weigh more (AUROC 0.02)",
            "fed by the loss: changed labels weigh more (AUROC 0.02)");
        row("mwnet", "loss+label", WeightEffect::Separates, 0.9, 0.8, "fed by loss + label: separates wrong from right labels (AUROC 0.90)",
            "fed by loss + label: separates changed labels from the others (AUROC 0.90)");
        row("mwnet", "stage2", WeightEffect::Weak, 0.61, 0.55, "fed by stage 2: wrong labels weigh a little less (AUROC 0.61)",
            "fed by stage 2: changed labels weigh a little less (AUROC 0.61)");
        row("class-balanced", "loss", WeightEffect::Weak, 0.42, 0.4, "class-balanced: wrong labels weigh a little more (AUROC 0.42)",
            "class-balanced: changed labels weigh a little more (AUROC 0.42)");
        row("self-paced", "loss", WeightEffect::Weak, 0.5, 0.46,
            "self-paced, hard: no difference between wrong and right labels is shown (AUROC 0.50)",
            "self-paced, hard: no difference between changed and other labels is shown (AUROC 0.50)");
        row("cmw-net", "logits+label", WeightEffect::Flat, 0.5, 0.46,
            "class-aware Meta-Weight-Net (CMW-Net), fed by logits + label: flat, nearly all samples weigh the same",
            "class-aware Meta-Weight-Net (CMW-Net), fed by logits + label: flat, nearly all samples weigh the same");
        row("l2rw", "loss", WeightEffect::Unknown, std::nan(""), std::nan(""), "learning to reweight (L2RW): no label is known to be wrong",
            "learning to reweight (L2RW): which labels are wrong is not known");
        row("none", "loss", WeightEffect::NoWeights, std::nan(""), std::nan(""), "all samples count equally", "all samples count equally");
        row("", "loss", WeightEffect::WrongWeighMore, 0.1, 0.05, "wrong labels weigh more (AUROC 0.10)",
            "changed labels weigh more (AUROC 0.10)");
    }

    /// A user's own labels are never called right, nor any of them wrong: it is only known which were changed.
    void whatWeightsDo()
    {
        QFETCH(QString, weighting);
        QFETCH(QString, input);
        QFETCH(int, effect);
        QFETCH(double, auroc);
        QFETCH(double, low);
        QFETCH(QString, sentence);
        QFETCH(QString, ownLabels);
        const WeightVerdict verdict{
            .effect = WeightEffect(effect), .auroc = auroc, .interval = {low, 2 * auroc - low}, .runs = std::isnan(auroc) ? 0 : 1};
        WeightSource source{.weighting = weighting.toStdString()};
        setInput(source.metaNet, input.toStdString());
        QCOMPARE(QString::fromStdString(weightVerdictLine(verdict, source)), sentence);
        QCOMPARE(weightVerdictText(verdict, source, QLocale(QLocale::German)), QString(sentence).replace("0.", "0,"));
        source.ownLabels = true;
        QCOMPARE(QString::fromStdString(weightVerdictLine(verdict, source)), ownLabels);
        QVERIFY(!ownLabels.contains("right") && !ownLabels.contains("wrong labels"));
        const QString details = weightVerdictDetails(verdict, source, QLocale::c());
        QVERIFY(verdict.effect == WeightEffect::Unknown || !details.contains("wrong"));
        QCOMPARE(details.contains(QString::number(auroc, 'f', 3)), std::isfinite(auroc));
        QCOMPARE(details.contains("span at most 5 % of their mean"), verdict.effect == WeightEffect::Flat);
        QVERIFY(!details.contains("%1"));
    }

    void whatWeightsDoAboutBothShifts()
    {
        const auto verdict = [](MechanismEffect effect, WeightEffect overall) {
            MechanismVerdict made{.effect = effect};
            made.weights.effect = overall;
            return made;
        };
        const std::tuple<MechanismVerdict, const char*, const char*> rows[] = {
            {verdict(MechanismEffect::SeparatesBoth, WeightEffect::Separates),
             "separates both shifts: wrong labels weigh less, rare classes do not",
             "separates both shifts: changed labels weigh less, rare classes do not"},
            {verdict(MechanismEffect::FollowsLoss, WeightEffect::WrongWeighMore),
             "follows the loss only: wrong labels and rare classes rise together",
             "follows the loss only: changed labels and rare classes rise together"},
            {verdict(MechanismEffect::FollowsLoss, WeightEffect::Separates),
             "follows the loss only: wrong labels and rare classes fall together",
             "follows the loss only: changed labels and rare classes fall together"},
            {verdict(MechanismEffect::FollowsClassSize, WeightEffect::Weak), "follows class size only", "follows class size only"},
            {verdict(MechanismEffect::Mixed, WeightEffect::Weak),
             "mixed: neither separating both shifts nor following the loss or class size alone is shown",
             "mixed: neither separating both shifts nor following the loss or class size alone is shown"},
            {verdict(MechanismEffect::Flat, WeightEffect::Flat), "flat, nearly all samples weigh the same",
             "flat, nearly all samples weigh the same"},
            {verdict(MechanismEffect::Unknown, WeightEffect::Unknown), "no label is known to be wrong",
             "which labels are wrong is not known"},
            {verdict(MechanismEffect::NoWeights, WeightEffect::NoWeights), "all samples count equally", "all samples count equally"}};
        for (const auto& [made, sentence, own] : rows) {
            QCOMPARE(mechanismText(made, false), QString(sentence));
            QCOMPARE(mechanismText(made, true), QString(own));
        }
    }

    void everyWeightingHasASource()
    {
        for (const MethodRow& row : weightingRows())
            QVERIFY2(!weightSourceText({.weighting = row.key}).isEmpty(), row.key);
    }

    /// The table and the lines below it say what the JSON says.
    void comparedWeights()
    {
        std::vector<VariantResult> variants = {test::planted("searched", {0.80, 0.81, 0.82}), test::planted("ce", {0.70, 0.71, 0.72}),
                                               test::planted("mine", {0.25, 0.26, 0.24})};
        variants[2].weighting = "class-balanced";
        const std::string text = variantTable(variants, false);
        const auto holds = [&](const char* words) { return text.find(words) != std::string::npos; };
        // Half-widths: t(0.975, 2) = 4.3027 times 0.01 / sqrt 3.
        for (const char* words :
             {"61.0 ± 2.5 %", "0.760 ± 0.025", "searched, fed by the loss: separates wrong from right labels (AUROC 0.76)\n",
              "0.200 ± 0.025", "mine, class-balanced: wrong labels weigh more (AUROC 0.20)\n"})
            QVERIFY2(holds(words), text.c_str());
        QVERIFY(!holds("\nce, "));
        // By Student's t "better", p < 0.0001, from three pairs without a spread.
        QVERIFY2(holds("\nsearched − ce: all 3 pairs differ by the same amount") && !holds("\nsearched − mine: all"), text.c_str());
        const std::size_t mine = text.find("| mine");
        QVERIFY(text.substr(mine, text.find('\n', mine) - mine).find("loss 100") == std::string::npos); // it has no network
        QVERIFY(variantTable(variants, true).find("changed labels from the others") != std::string::npos);

        const nlohmann::json summaries = comparisonJson(variants).at("summaries");
        QCOMPARE(summaries.size(), std::size_t(3));
        QVERIFY(std::abs(summaries[0].at("auroc").at("mean").get<double>() - 0.76) < 1e-12);
        QVERIFY(std::abs(summaries[0].at("auroc").at("half_width_95").get<double>() - 0.0248414) < 1e-6);
        QVERIFY(std::abs(summaries[0].at("few").at("mean").get<double>() - 0.61) < 1e-12);
        QCOMPARE(summaries[0].at("weights").at("effect"), nlohmann::json("separates"));
        QCOMPARE(summaries[1].at("auroc"), (nlohmann::json{{"mean", nullptr}, {"half_width_95", nullptr}, {"seeds", 0}}));
        QCOMPARE(summaries[1].at("weights").at("effect"), nlohmann::json("no weights"));
        QCOMPARE(summaries[2].at("weights").at("effect"), nlohmann::json("wrong weigh more"));

        // "mine", asked for again with another rate, was said to be of an earlier best trial.
        variants[2].earlier = true;
        variants.front().runs.front().metrics.at("test.accuracy").meanEpochs = 1;
        const std::string later = variantTable(variants, false);
        for (const char* words : {"test figures: the last epoch; ", "or with other settings of the same name; not judged\n"})
            QVERIFY2(later.find(words) != std::string::npos, later.c_str());
    }

    void tablesLineUp()
    {
        qunsetenv("COLUMNS");
        TextTable table({"a", "value"});
        table.add({"é", "1"});
        table.add({"longer", "12.5 ± 0.1 %"});
        const QStringList lines = QString::fromStdString(table.text()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        for (const QString& line : lines)
            QCOMPARE(line.size(), lines[0].size());
        TextTable thin({"v", "p"});
        thin.add({"x", "–"});
        QCOMPARE(thin.text(), std::string("| v  |  p |\n| -- | -: |\n| x  |  – |\n"));
        // "a − b" is broken first, the header only where that is not enough; a word never is.
        TextTable narrow({"name", "a value"});
        narrow.add({"first − second", "1.25"});
        QCOMPARE(QString::fromStdString(narrow.text(100)).split('\n').value(2), QString("| first − second |    1.25 |"));
        QCOMPARE(narrow.text(22),
                 std::string("| name     | a value |\n| -------- | ------: |\n| first −  |    1.25 |\n| second   |         |\n"));
        QCOMPARE(narrow.text(10), std::string("| name   |     a |\n|        | value |\n| ------ | ----: |\n| first  |  1.25 |\n"
                                              "| −      |       |\n| second |       |\n"));
        TextTable wide({"name"});
        wide.add({std::string(60, 'a') + " − " + std::string(60, 'b')});
        QCOMPARE(QString::fromStdString(wide.text()).count('\n'), 4); // 100 characters
        qputenv("COLUMNS", "500");
        QCOMPARE(QString::fromStdString(wide.text()).count('\n'), 3);
        qputenv("COLUMNS", "no number");
        QCOMPARE(QString::fromStdString(wide.text()).count('\n'), 4);
        qunsetenv("COLUMNS");
        QCOMPARE(duration(59.6), std::string("1 min 0 s"));
        QCOMPARE(duration(3725), std::string("1 h 2 min"));
        QCOMPARE(percent(0.8134), std::string("81.3 %"));
    }

    void helpAndVersion()
    {
        const Outcome version = run({"--version"});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.out, std::string("reweigh " REWEIGH_VERSION "\n"));
        const Outcome help = run({"--help"});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.find("Exit codes") != std::string::npos);
        for (const auto& command : makeCommands()) {
            QVERIFY2(help.out.find(command->name()) != std::string::npos, command->name());
            const Outcome own = run({command->name(), "--help"});
            QCOMPARE(own.code, 0);
            QVERIFY(own.out.find("--json") != std::string::npos);
            QCOMPARE(run({command->name(), "--version"}).out, version.out);
        }
    }

    void usageErrors()
    {
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({"trane"}).code, 2);
        QCOMPARE(run({"train", "--no-such-flag"}).code, 2);
        QCOMPARE(run({"export"}).code, 2);
        QCOMPARE(run({"export", "x", "--best", "0"}).code, 2);
    }

    void aSearchSaysThatWorkersIdle()
    {
        ExperimentConfig config;
        config.data.dataset = "synthetic";
        config.data.imbalanceFactor = 5;
        config.training.epochs = config.search.objectiveEpochs = 1;
        config.search.trials = 2;
        const auto data = prepareData(config.data);
        QVERIFY(data.ok());
        const auto engine = std::make_shared<test::ScriptedEngine>(
            [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.5}); });
        const QTemporaryDir dir;
        const auto said = [&](int lag, int workers) {
            config.search.lag = lag;
            config.outDir = dir.filePath(QStringLiteral("%1-%2").arg(lag).arg(workers)).toStdString();
            const auto session = SearchSession::open(config, *data, false, "scripted");
            std::ostringstream out, err;
            Terminal terminal(out, err, false);
            return session && runSearch(**session, config, engine, terminal, {}, workers) ? err.str() : std::string("failed");
        };
        QVERIFY(said(2, 3).find("only 2 trials run at once, not 3: --search-lag is 2\n") != std::string::npos);
        QVERIFY(said(1, 2).find("only 1 trial runs at once, not 2: --search-lag is 1\n") != std::string::npos);
        for (const std::string& text : {said(2, 2), said(0, 3)})
            QVERIFY(text.find("at once") == std::string::npos && text.find("[2/2]") != std::string::npos);
    }

    void printedConfigIsReadAgain()
    {
        const Outcome printed = run({"search", "--preset", "demo", "--imbalance-ratio", "20", "--no-augment", "--print-config"});
        QCOMPARE(printed.code, 0);
        const auto config = nlohmann::json::parse(printed.out);
        QCOMPARE(config.at("imbalance-factor"), nlohmann::json(20.0));
        QCOMPARE(config.at("augment"), nlohmann::json(false));
        QTemporaryDir dir;
        const QString path = dir.filePath("c.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(printed.out.c_str());
        file.close();
        QCOMPARE(run({"search", "--config", path.toStdString(), "--print-config"}).out, printed.out);
        const Outcome beaten = run({"search", "--config", path.toStdString(), "--imbalance-factor", "30", "--print-config"});
        QCOMPARE(nlohmann::json::parse(beaten.out).at("imbalance-factor"), nlohmann::json(30.0));
    }
};

QTEST_GUILESS_MAIN(tst_Text)
#include "tst_text.moc"
