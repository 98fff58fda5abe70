// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/storage/ArchitectureFile.h"
#include "core/study/TrialTimes.h"
#include "tests/support/OwnFolders.h"
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/help/HelpButton.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/HelpText.h"
#include "widgets/trials/InspectorPanel.h"
#include "widgets/trials/TrialCommand.h"
#include "widgets/trials/TrialDetails.h"
#include "widgets/trials/TrialRetrain.h"
#include "widgets/trials/TrialText.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <utility>

using namespace reweigh;
using test::TrialStudy;

class tst_Command : public QObject {
    Q_OBJECT

    /// Splits a command like a POSIX shell; the only quotes are '...' and \'.
    static QStringList wordsOf(const std::string& command)
    {
        QStringList words{QString()};
        bool quoted = false;
        for (std::size_t i = 0; i < command.size(); ++i) {
            if (command[i] == '\'')
                quoted = !quoted;
            else if (command[i] == ' ' && !quoted)
                words << QString();
            else
                words.back() += QChar::fromLatin1(command[i] == '\\' && !quoted ? command[++i] : command[i]);
        }
        return words;
    }

    /// Parses the words like the program, whose flags are the keys of fields.
    static Result<ExperimentConfig> parsed(const std::string& command)
    {
        const QStringList words = wordsOf(command);
        if (words.size() < 2 || words[0] != "reweigh" || words[1] != "train")
            return Error{};
        ExperimentConfig config;
        for (int i = 2; i < words.size(); ++i) {
            std::string key = words[i].mid(2).toStdString();
            const ConfigField* field = findField(key);
            std::string text = "true";
            if (!field && key.starts_with("no-")) {
                field = findField(key.substr(3));
                text = "false";
            }
            if (!field || !words[i].startsWith("--"))
                return Error{ErrorCode::UnknownKey, key, {}, {}};
            if (field->kind != FieldKind::Switch)
                text = words.value(++i).toStdString();
            if (const Status set = setFromText(*field, config, text); !set)
                return set.error();
        }
        return config;
    }

private Q_SLOTS:
    void aCommandTrainsTheTrialAgain_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("done") << 3;
        QTest::newRow("pruned") << 6;
        QTest::newRow("failed: from its parameters") << 19;
        QTest::newRow("running: from its parameters") << 29;
    }
    void aCommandTrainsTheTrialAgain()
    {
        QFETCH(int, number);
        const auto study = TrialStudy::snapshot(30);
        const Result<ExperimentConfig> config = configOf(*study->trial(number), *study);
        QVERIFY(config.ok());
        ExperimentConfig wanted = TrialStudy::config();
        wanted.search = {};
        wanted.training.metaNet = TrialStudy::proposal(number).metaNet;
        wanted.training.metaLr = TrialStudy::proposal(number).metaLr;
        wanted.training.trainSeed = TrainingObjective::trainSeed(0, number);
        QVERIFY(*config == wanted);
        const std::string command = trainCommand(*config);
        const Result<ExperimentConfig> again = parsed(command);
        QVERIFY2(again.ok(), command.c_str());
        QVERIFY2(*again == wanted, command.c_str());
    }

    void everySettingFindsItsWay()
    {
        ExperimentConfig config;
        config.data = {.dataset = "folder",
                       .dataDir = "/data/my images",
                       .imageSize = 64,
                       .noiseType = NoiseType::Flip2,
                       .noiseRate = 0.123456789,
                       .imbalanceType = ImbalanceType::Step,
                       .imbalanceFactor = 12.5,
                       .order = ShiftOrder::NoiseThenImbalance,
                       .shuffleClasses = true,
                       .metaPerClass = 3,
                       .valPerClass = 7,
                       .seed = 99,
                       .trainLimit = 1000};
        config.training.model = "mlp";
        config.training.metaNet = {.input = "loss+stage2",
                                   .withLabel = true,
                                   .hidden = {},
                                   .activation = Activation::Tanh,
                                   .normalised = true,
                                   .standardised = true};
        config.training.nesterov = true;
        config.training.augment = false;
        config.training.schedule = Schedule::Step;
        config.training.milestones = {1, 2, 3};
        config.training.trainSeed = (std::uint64_t(1) << 53) - 1;
        config.training.metaLr = 1.0 / 3.0;
        config.training.device = "cpu";
        config.training.precision = Precision::Fp64;
        const std::string command = trainCommand(config);
        const Result<ExperimentConfig> again = parsed(command);
        QVERIFY2(again.ok(), command.c_str());
        QVERIFY2(*again == config, command.c_str());
        QVERIFY(command.find("--data-dir '/data/my images'") != std::string::npos);
        QVERIFY(command.find("--no-augment") != std::string::npos);
        QCOMPARE(trainCommand({}), std::string("reweigh train"));
        config.data.dataDir = "it's";
        QVERIFY(trainCommand(config).find("--data-dir 'it'\\''s'") != std::string::npos);
        QCOMPARE(parsed(trainCommand(config))->data.dataDir, std::string("it's"));
    }

    void jsonIsAFileToTrainWith()
    {
        const auto study = TrialStudy::snapshot(30);
        const Result<std::string> json = trialJson(*study->trial(3), *study);
        QVERIFY(json.ok());
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "one.json";
        std::ofstream(file) << *json;
        const Result<std::vector<ArchitectureEntry>> entries = readArchitectures(file);
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), std::size_t(1));
        ExperimentConfig config;
        QVERIFY(applyArchitecture(entries->front(), config).ok());
        const Result<ExperimentConfig> wanted = configOf(*study->trial(3), *study);
        QVERIFY(config.data == wanted->data);
        QVERIFY(config.training == wanted->training);
        QCOMPARE(nlohmann::json::parse(*json).at("study").at("finished_trials").get<int>(), 29);
    }

    void jsonOfOthers()
    {
        const auto study = TrialStudy::foreign(8, true);
        const nlohmann::json json = nlohmann::json::parse(*trialJson(*study->trial(5), *study));
        QCOMPARE(json.at("parameters").at("kind").get<std::string>(), std::string("b"));
        QCOMPARE(json.at("value").get<double>(), 2.5);
        QVERIFY(!configOf(*study->trial(5), *study).ok());
    }

    void detailsSayHowSureItIs()
    {
        QLocale::setDefault(QLocale::c());
        auto study = TrialStudy::snapshot(30);
        study->variants = TrialStudy::retrained(int(study->best()->number));
        const auto text = [](const TrialDetails& details, const QString& key) {
            const auto found = std::ranges::find(details.facts, key, &TrialDetails::Fact::key);
            return found == details.facts.end() ? QString() : QString(found->text).replace(QChar(QChar::Nbsp), QLatin1Char(' '));
        };
        RunEpochs trained;
        trained.epochs.push_back({.detection = {.aurocByGroup = {0.94, 0.91, 0.78}}});
        const TrialDetails best = trialDetails(*study->best(), *study, &trained);
        QCOMPARE(best.scope, QStringLiteral("★ best of 24"));
        QVERIFY(text(best, "fresh-seeds").startsWith("0.8640 ± 0.0050, 3 seed"));
        QVERIFY(text(best, "auroc").endsWith("\nMean of the last 3 epoch(s)")); // Watch shows that of one epoch
        QVERIFY(text(best, "auroc").contains("many 0.94"));
        QVERIFY(text(best, "auroc").contains("few 0.78"));
        trained.epochs.push_back({.detection = {.aurocByGroup = {0.94, 0.91, 0.0}}});
        QVERIFY(text(trialDetails(*study->best(), *study, &trained), "auroc").contains("few 0.39")); // a mean, as the overall one is
        RunEpochs low;
        low.epochs.push_back({.detection = {.aurocByGroup = {0.94, 0.91, 0.0012}}});
        QVERIFY(text(trialDetails(*study->best(), *study, &low), "auroc").contains("few 0.0012"));
        TrialFacts facts = TrialStudy::facts(int(study->best()->number)); // what is stored is of the same epochs as the overall one
        for (const auto& [group, mean] : {std::pair("many", 0.45), std::pair("medium", 0.479), std::pair("few", 0.368)})
            facts.metrics[std::string("detection.auroc_") + group] = MetricSummary{12, 0.5, 11, 0.5, 3, mean};
        FrozenTrial grouped = *study->best();
        grouped.userAttributes = toAttributes(facts);
        for (const RunEpochs* read : {&std::as_const(trained), static_cast<const RunEpochs*>(nullptr)})
            QVERIFY(text(trialDetails(StudyTrial(grouped), *study, read), "auroc").contains("many 0.45"));
        QCOMPARE(best.network.front().title, QStringLiteral("74"));
        // The expected maximum of 24 normal values is 1.948 standard deviations, here of an accuracy on 1000 images.
        const double value = *study->best()->value, sigma = std::sqrt(value * (1 - value) / 1000.0);
        QVERIFY(std::abs(*inflationOf(*study, value) - 1.9477 * sigma) < 1e-4 * sigma + 1e-5);
        QVERIFY(text(best, "inflation").startsWith("about +0.0"));
        for (const auto& trial : study->trials) // it stood beside those that were not selected, too
            QCOMPARE(text(trialDetails(*trial, *study, nullptr), "inflation").isEmpty(), trial->number != study->best()->number);

        const TrialDetails failed = trialDetails(*study->trial(19), *study, nullptr);
        QVERIFY(text(failed, "error").contains("memory", Qt::CaseInsensitive));
        QVERIFY(text(failed, "fresh-seeds").isEmpty());
        const TrialDetails other = trialDetails(*TrialStudy::foreign(8, true)->trial(5), *TrialStudy::foreign(8, true), nullptr);
        QVERIFY(other.network.empty());
        QCOMPARE(text(other, "kind"), QStringLiteral("b"));
    }

    /// Of several objectives each has its value.
    void detailsHaveEveryObjective()
    {
        QLocale::setDefault(QLocale::c());
        StudySnapshot study;
        study.directions = {Direction::Maximize, Direction::Minimize};
        study.objectiveNames = {"acc", "params"};
        StudyTrial trial;
        trial.state = TrialState::Complete;
        trial.objectives = {0.8209, 1630.0};
        const TrialDetails details = trialDetails(trial, study, nullptr);
        QStringList shown;
        for (const TrialDetails::Fact& fact : details.facts)
            shown << fact.label + QLatin1Char('=') + fact.text;
        QVERIFY2(shown.contains("acc=0.8209") && shown.contains("params=" + accuracyText(1630.0)), qPrintable(shown.join(' ')));
        QVERIFY(!shown.join(' ').contains("Value"));
        QCOMPARE(resultText(trialRow(trial, study), 4), QStringLiteral("0.8209 · ") + accuracyText(1630.0));
        trial.objectives.clear();
        QCOMPARE(resultText(trialRow(trial, study), 4), QStringLiteral("—"));
    }

    /// The button says how long it takes: what the trial took, for each seed; nothing of one that did not come to its end.
    void theTimeOfARetrainingIsSaid()
    {
        const auto study = TrialStudy::snapshot(24);
        const auto timed = std::make_shared<StudyTrial>(*study->trial(3));
        timed->started = Timestamp(std::chrono::hours(1));
        timed->finished = *timed->started + std::chrono::seconds(40);
        QCOMPARE(retrainSeconds(*timed, 3, 1), std::optional(120.0));
        QCOMPARE(retrainSeconds(*timed, 3, 2), std::optional(80.0)); // two rounds
        StudyTrial paused = *timed;                                  // after 5 s, for half a minute
        paused.systemAttributes[continuedKey] = nlohmann::json::array({nlohmann::json::array({35.0, 5.0})});
        QCOMPARE(retrainSeconds(paused, 3, 1), std::optional(30.0));
        StudyTrial pruned = *timed;
        pruned.state = TrialState::Pruned;
        QVERIFY(!retrainSeconds(pruned, 3, 1));

        study->trials[3] = timed;
        test::useOwnFolders();
        Workbench bench;
        bench.current().takeSnapshot(study);
        bench.current().selection().setCurrent(3);
        InspectorPanel panel(bench);
        panel.resize(500, 600);
        panel.show();
        const auto* retrain = panel.findChild<QPushButton*>(QStringLiteral("inspectorRetrain"));
        for (const auto& [seeds, said] : {std::pair(2, "about 80 s"), std::pair(3, "about 2 min")}) {
            QVERIFY(bench.current().document().set("variant-seeds", seeds, {}));
            QTRY_VERIFY2(retrain->text().startsWith(QStringLiteral("Retrain trial 3 with %1 fresh seed").arg(seeds))
                             && retrain->text().endsWith(QLatin1String(said)),
                         qPrintable(retrain->text()));
        }
        // With a thread each they run side by side: two on every core.
        QVERIFY(bench.current().document().set("threads", 1, {}));
        QVERIFY(bench.current().document().set("variant-seeds", 2 * machineCores(), {}));
        QTRY_VERIFY2(retrain->text().endsWith(QLatin1String("about 80 s")), qPrintable(retrain->text()));
    }

    /// What cannot be trained here has no button for it; a trial of ours after it has.
    void othersTrialsAreNotRetrained()
    {
        test::useOwnFolders();
        Workbench bench;
        InspectorPanel panel(bench);
        panel.resize(500, 600);
        panel.show();
        const auto isShown = [&panel](const char* name) { return panel.findChild<QPushButton*>(QString::fromLatin1(name))->isVisible(); };
        for (const bool ours : {true, false, true}) {
            bench.current().takeSnapshot(ours ? TrialStudy::snapshot(24) : TrialStudy::foreign(8, true));
            bench.current().selection().setCurrent(3);
            QTRY_VERIFY(isShown("inspectorExport") && isShown("inspectorRetrain") == ours);
            QCOMPARE(isShown("inspectorCopyCommand"), ours);
            QVERIFY(isShown("inspectorCopyJson"));
        }
    }

    /// In place of a button that does nothing, an empty panel says why a study of another program cannot be run.
    void othersStudiesAreNotRun()
    {
        test::useOwnFolders();
        Workbench bench;
        QAction run(QStringLiteral("Run"));
        bench.registerAction(QStringLiteral("run"), &run);
        InspectorPanel panel(bench);
        panel.resize(500, 600);
        panel.show();
        const auto* said = panel.findChild<QLabel*>(QStringLiteral("panelEmpty"));
        const auto hasButton = [&panel, &run] {
            const QList<QToolButton*> buttons = panel.findChildren<QToolButton*>();
            return std::ranges::any_of(
                buttons, [&run](const QToolButton* button) { return button->defaultAction() == &run && button->isVisible(); });
        };
        QTRY_VERIFY(said->isVisible() && hasButton());
        QVERIFY(!said->text().contains(QStringLiteral("not run")));
        bench.current().takeSnapshot(TrialStudy::foreign(0, false));
        QTRY_VERIFY2(said->text().endsWith(QStringLiteral("Another program made this study: it can be looked at, not run.")),
                     qPrintable(said->text()));
        QVERIFY(!hasButton());
    }

    /// "?" beside words that not everybody knows, each with its term; a trial without the fact has none, though rows are reused.
    void termsAreExplained()
    {
        test::useOwnFolders();
        Workbench bench;
        bench.current().takeSnapshot(TrialStudy::snapshot(24));
        bench.current().selection().setCurrent(3);
        InspectorPanel panel(bench);
        panel.resize(500, 600);
        panel.show();
        const auto terms = [&] {
            QStringList shown;
            for (const HelpButton* button : panel.findChild<FactList*>()->findChildren<HelpButton*>())
                if (button->isVisible())
                    shown << button->anchor();
            shown.sort();
            return shown;
        };
        const int best = int(bench.current().snapshot()->best()->number);
        const QStringList one = {QStringLiteral("auroc")}, both = {QStringLiteral("auroc"), QStringLiteral("winners-curse")};
        for (const auto& [trial, expected] :
             {std::pair(best, both), std::pair(19, QStringList()), std::pair(3, one), std::pair(best, both)}) { // 19 has failed
            bench.current().selection().setCurrent(trial);
            QTRY_COMPARE(panel.title(), QStringLiteral("Trial %1").arg(trial));
            QCOMPARE(terms(), expected);
        }
        for (HelpButton* button : panel.findChild<FactList*>()->findChildren<HelpButton*>()) {
            QVERIFY(helpTopic(button->anchor()));
            if (!button->isVisible() || button->anchor() != QLatin1String("winners-curse"))
                continue;
            button->click();
            auto* popup = panel.findChild<HelpPopup*>();
            QVERIFY(popup);
            QCOMPARE(popup->anchor(), button->anchor());
            popup->close();
        }
    }

    /// A field of the form, of the device or the threads, whose text was refused: the value of before was used without a word.
    void aRefusedFieldIsAnObstacle()
    {
        const auto study = TrialStudy::snapshot(24);
        study->beingWritten = false;
        test::useOwnFolders();
        Workbench bench;
        bench.current().takeSnapshot(study);
        bench.current().selection().setCurrent(3);
        InspectorPanel panel(bench);
        panel.resize(500, 600);
        panel.show();
        auto* retrain = panel.findChild<QPushButton*>(QStringLiteral("inspectorRetrain"));
        QTRY_VERIFY2(retrain->isEnabled() && retrain->text().startsWith(QLatin1String("Retrain trial 3 ")), qPrintable(retrain->toolTip()));
        ExperimentDocument& document = bench.current().document();
        QVERIFY(!document.set("threads", "many", {}));
        const QString reason = errorText(*document.refused());
        retrain->click(); // before the panel has followed: it was this click that left the field
        QCOMPARE(bench.current().runner().state(), RunState::Idle);
        QCOMPARE(bench.log().entries().back().text, reason);
        QTRY_VERIFY(!retrain->isEnabled());
        QCOMPARE(retrain->toolTip(), reason);
        QVERIFY(document.set("threads", 2, {}));
        QTRY_VERIFY(retrain->isEnabled());
        QVERIFY(retrain->toolTip().contains(QLatin1String("seeds that the search has not seen")));
    }
};

QTEST_MAIN(tst_Command)
#include "tst_command.moc"
