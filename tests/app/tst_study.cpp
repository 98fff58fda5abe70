// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/Program.h"
#include "tests/support/SharedFiles.h"
#include "tests/support/StudySql.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;
using test::runProgram;

/// A study from the command line: search, kill, resume, compare, report, export, retrain; and the real Optuna on it.
class tst_Study : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    qint64 m_fullMs = 0;
    QString out(const QString& name) const { return m_dir.filePath(name); }

    QStringList search(const QString& name, const QStringList& more = {}) const
    {
        return QStringList{"search", "--out", out(name), "--trials", "12", "--max-nodes", "32"} + test::tinyTraining(2) + more;
    }

    static std::vector<FrozenTrial> trials(const QString& folder)
    {
        const auto storage = SqlStorage::open((folder + "/study.db").toStdString(), StorageMode::Read);
        return storage ? *(*storage)->trials() : std::vector<FrozenTrial>();
    }

    /// All that is no time or place.
    static bool sameTrials(const std::vector<FrozenTrial>& a, const std::vector<FrozenTrial>& b)
    {
        return std::ranges::equal(a, b, [](const FrozenTrial& left, const FrozenTrial& right) {
            return left.number == right.number && left.state == right.state && left.value == right.value
                   && left.parameters == right.parameters && left.intermediate == right.intermediate;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer clock;
        clock.start();
        const auto searched = runProgram(search("full", {"--json"}));
        m_fullMs = clock.elapsed();
        QVERIFY2(searched.code == 0, searched.err.constData());
        QCOMPARE(searched.json().at("trials").size(), std::size_t(12));
        QCOMPARE(trials(out("full")).size(), std::size_t(12));
    }

    void trialsHaveOutcomes()
    {
        for (const FrozenTrial& trial : trials(out("full"))) {
            QVERIFY(trial.state == TrialState::Complete || trial.state == TrialState::Pruned);
            QVERIFY(!trial.intermediate.empty());
            QVERIFY(trial.userAttributes.contains("reweigh:metrics"));
            if (trial.state == TrialState::Complete) {
                // The objective is clean validation accuracy over the last epochs, nothing else.
                double sum = 0.0;
                for (const auto& [step, value] : trial.intermediate)
                    sum += value;
                QCOMPARE(*trial.value, sum / double(trial.intermediate.size()));
            }
            QVERIFY(QFileInfo::exists(out("full") + "/" + QString::fromStdString(trial.userAttributes.at("reweigh:run_dir"))
                                      + "/epochs.jsonl"));
        }
    }

    void killedSearchGoesOnTheSame()
    {
        Rng rng(5);
        int kills = 0;
        for (int round = 0; round < 40 && kills < 8; ++round) {
            QProcess process;
            process.start(test::programPath(), search("killed", round ? QStringList{"--resume"} : QStringList()));
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(int(rng.below(std::uint64_t(m_fullMs) / 2))))
                break;
            process.kill();
            process.waitForFinished();
            ++kills;
        }
        QVERIFY(kills > 2);
        const auto last = runProgram(search("killed", {"--resume"}));
        QVERIFY2(last.code == 0, last.err.constData());
        QVERIFY(sameTrials(trials(out("killed")), trials(out("full"))));
    }

    /// Killed between a pruned trial's checkpoint and its end: the trial is pruned all the same, with the same facts.
    void killedBeforeAPrunedTrialsEnd()
    {
        const QStringList pruning = {"--pruner-startup-trials", "1", "--pruner-warmup-epochs", "0"};
        QCOMPARE(runProgram(search("pruning", pruning)).code, 0);
        const auto all = trials(out("pruning"));
        const auto first = std::ranges::find(all, TrialState::Pruned, &FrozenTrial::state);
        QVERIFY(first != all.end());
        const int number = int(first->number);
        const QStringList budget = {"--trials", QString::number(number + 1)};
        QCOMPARE(runProgram(search("pruned", pruning + budget)).code, 0);
        const FrozenTrial whole = trials(out("pruned")).back();
        QVERIFY(whole.state == TrialState::Pruned);

        test::studySql((out("pruned") + "/study.db").toStdString(), test::undoEnd(number));
        QVERIFY(trials(out("pruned")).back().state == TrialState::Running);
        QCOMPARE(runProgram(search("pruned", pruning + budget + QStringList{"--resume"})).code, 0);
        const FrozenTrial again = trials(out("pruned")).back();
        QVERIFY(sameTrials({again}, {whole}));
        for (const char* fact : {"reweigh:metrics", "reweigh:architecture", "reweigh:training", "reweigh:run_dir"})
            QCOMPARE(again.userAttributes.at(fact), whole.userAttributes.at(fact));
    }

    /// A trial was deleted by SQL: the others keep their numbers, and what is exported is theirs.
    void deletedTrial()
    {
        QCOMPARE(runProgram(search("deleted", {"--trials", "5"})).code, 0);
        QVERIFY(QDir(m_dir.path()).mkdir("before") && QDir(m_dir.path()).mkdir("after"));
        const auto before =
            runProgram({"export", out("deleted"), "--best", "1", "--output", out("before/best.json"), "--torchscript", "--json"});
        QCOMPARE(before.code, 0);
        const int best = before.json().at("architectures").at(0).at("trial");
        test::studySql((out("deleted") + "/study.db").toStdString(), test::deleteTrial(best == 0 ? 1 : 0));
        const auto after =
            runProgram({"export", out("deleted"), "--best", "1", "--output", out("after/best.json"), "--torchscript", "--json"});
        QVERIFY2(after.code == 0, after.err.constData());
        QCOMPARE(after.json().at("architectures").at(0).at("trial"), nlohmann::json(best));
        const QByteArray network = test::fileBytes(out("before/best-1.pt"));
        QVERIFY(!network.isEmpty());
        QVERIFY(test::fileBytes(out("after/best-1.pt")) == network);
        QVERIFY(runProgram({"report", out("deleted")}).code == 0);
        QCOMPARE(runProgram(search("deleted", {"--trials", "5", "--resume"})).code, 0);
        QCOMPARE(trials(out("deleted")).back().number, std::int64_t(5));
    }

    /// A study of a machine with more devices is compared here once it is said where: the device is the study's, and none takes its place
    /// unasked.
    void aDeviceOfAnotherMachine()
    {
        QCOMPARE(runProgram(search("device", {"--trials", "1"})).code, 0);
        test::studySql((out("device") + "/study.db").toStdString(),
                       QStringLiteral("UPDATE study_user_attributes SET value_json = json_set(value_json, '$.device', 'cuda:63') "
                                      "WHERE \"key\" = 'reweigh:config'"));
        const QStringList compare = {"compare", out("device"), "--variants", "ce", "--variant-seeds", "1"};
        const auto refused = runProgram(compare);
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.err.contains("the study was begun with --device cuda:63: give --device auto")
                     && refused.err.contains("Device cuda:63 cannot be used"),
                 refused.err.constData());
        const auto here = runProgram(compare + QStringList{"--device", "cpu"});
        QVERIFY2(here.code == 0, here.err.constData());
    }

    /// A network that was asked for through Optuna's queue is trained; what cannot be is a failed trial with a sentence.
    void enqueuedNetworks()
    {
        QCOMPARE(runProgram(search("queue", {"--trials", "1"})).code, 0);
        const auto file = (out("queue") + "/study.db").toStdString();
        test::studySql(
            file, test::enqueueTrial(1, R"({"hidden_layers": 1, "nodes_0": 33, "input": "loss", "activation": "tanh", "meta_lr": 0.001})"));
        test::studySql(file, test::enqueueTrial(2, R"({"nodes_0": -4})"));
        const auto run = runProgram(search("queue", {"--trials", "3", "--resume"}));
        QVERIFY2(run.code == 0, run.err.constData());
        const auto all = trials(out("queue"));
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(all[1].state == TrialState::Complete || all[1].state == TrialState::Pruned);
        QCOMPARE(all[1].userAttributes.at("reweigh:architecture").at("network").at("hidden"), nlohmann::json({33}));
        QVERIFY(all[2].state == TrialState::Failed);
        QVERIFY2(run.err.contains("outside the study's space: nodes_0 = 33") && run.err.contains("nodes_0 cannot be -4"),
                 run.err.constData());
    }

    void resumeExtendsABudget()
    {
        QCOMPARE(runProgram(search("full", {"--resume"})).code, 0);
        QCOMPARE(trials(out("full")).size(), std::size_t(12));
        QCOMPARE(runProgram(search("killed", {"--resume", "--trials", "13"})).code, 0);
        QCOMPARE(trials(out("killed")).size(), std::size_t(13));
    }

    /// Every flag of the first call had to be given again.
    void aStudyGoesOnWithItsOwnSettings()
    {
        QCOMPARE(runProgram(search("own", {"--trials", "2"})).code, 0);
        const QStringList resume = {"search", "--study", out("own") + "/study.db", "--resume", "--threads", "1", "--device", "cpu"};
        const auto longer = runProgram(resume + QStringList{"--trials", "4"});
        QVERIFY2(longer.code == 0, longer.err.constData());
        QVERIFY2(longer.err.count("settings that are not given are those of the study in") == 1, longer.err.constData());
        const auto whole = trials(out("full"));
        const auto own = trials(out("own"));
        QCOMPARE(own.size(), std::size_t(4));
        QVERIFY(sameTrials(own, {whole.begin(), whole.begin() + 4}));
        QCOMPARE(runProgram(resume).code, 0); // to as many trials as the study says, not as a new one has
        QCOMPARE(trials(out("own")).size(), std::size_t(4));
        const auto other = runProgram(resume + QStringList{"--noise-rate", "0.3"});
        QCOMPARE(other.code, 3);
        QVERIFY2(other.err.contains("noise-rate is 0.2 there, 0.3 here"), other.err.constData());
    }

    void otherSpacesAndNoResumeAreRefused()
    {
        QCOMPARE(runProgram(search("full")).code, 3);
        const auto space = runProgram(search("full", {"--resume", "--max-layers", "4"}));
        QCOMPARE(space.code, 3);
        QVERIFY2(space.err.contains("hidden_layers") || space.err.contains("max-layers"), space.err.constData());
        const auto data = runProgram(search("full", {"--resume", "--noise-rate", "0.3"}));
        QCOMPARE(data.code, 3);
        QVERIFY2(data.err.contains("noise-rate"), data.err.constData());
    }

    /// Command line, report and window (tst_verdicts) print one table; a second comparison adds to the first.
    void comparedAndReported()
    {
        const auto compared =
            runProgram({"compare", out("full"), "--variants", "searched,fixed", "--variants", "ce", "--variant-seeds", "2", "--json"});
        QVERIFY2(compared.code == 0, compared.err.constData());
        const nlohmann::json first = compared.json();
        QCOMPARE(first.at("variants").size(), std::size_t(3));
        for (const auto& variant : first.at("variants"))
            QCOMPARE(variant.at("runs").size(), std::size_t(2));
        // Fresh seeds: the variants' data are not the study's, and are the same in every variant.
        const auto fingerprints = [&](std::size_t variant) { return first.at("variants").at(variant).at("runs").at(1).at("fingerprint"); };
        QCOMPARE(fingerprints(0), fingerprints(2));
        const auto more = runProgram(
            {"compare", out("full"), "--variants", "searched,hot:searched,lr=1e9", "--variant-seeds", "3", "--workers", "1", "--json"});
        QVERIFY2(more.code == 0, more.err.constData());
        const auto report = runProgram({"report", out("full"), "--json"});
        QVERIFY(report.json().at("variants") == more.json().at("variants") && report.json().at("verdicts") == more.json().at("verdicts"));
        QCOMPARE(more.json().at("variants").size(), std::size_t(4));
        for (const auto& variant : more.json().at("variants")) { // what diverges is counted, and the others are kept
            QCOMPARE(variant.at("failed").size(), std::size_t(variant.at("name") == "hot" ? 3 : 0));
            QCOMPARE(variant.at("runs").size(), std::size_t(variant.at("name") == "hot" ? 0 : variant.at("name") == "searched" ? 3 : 2));
        }
        QVERIFY(more.json().at("variants").at(0).at("runs").at(0) == first.at("variants").at(0).at("runs").at(0)); // not trained again
        for (const char* said : {"1 training at a time", "of 6 trainings 2 are stored and kept, 4 are trained", "[4/4] "})
            QVERIFY2(more.err.contains(said), more.err.constData());
        QVERIFY2(!more.err.contains("[1/4] searched, seed 1"), more.err.constData());
        const auto text = runProgram({"report", out("full")});
        QCOMPARE(text.code, 0);
        for (const char* word : {"searched", "fixed", "hot", "3 failed", "±", "Hedges' g", "p, Holm", "signed rank", "1 seed has no pair"})
            QVERIFY2(text.out.contains(word), word);
    }

    /// A random search trained before a variant that cannot be made was found, and the sentence named no file.
    void aVariantThatCannotBeMadeShowsFirst()
    {
        const QString file = m_dir.filePath("variants.json");
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(R"({"variants": ["random", {"name": "mine", "base": "random", "settings": {"focal-gamma": 1}}]})");
        written.close();
        const auto compared = runProgram({"compare", out("full"), "--variants", file, "--variant-seeds", "1"});
        QCOMPARE(compared.code, 2);
        const QByteArray said = "reweigh: " + file.toUtf8() + ": focal-gamma";
        QVERIFY2(compared.err.startsWith(said), compared.err.constData());
        QVERIFY(!QFile::exists(out("full") + "/random"));
    }

    /// A kill at any moment loses no finished run, and the comparison ends with the same figures.
    void killedComparisonContinuesTheSame()
    {
        const QStringList arguments = {"compare", out("killed"), "--variants", "searched,fixed,ce", "--variant-seeds", "2", "--json"};
        Rng rng(7);
        int kills = 0;
        for (; kills < 3; ++kills) {
            QProcess process;
            process.start(test::programPath(), arguments);
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(300 + int(rng.below(700))))
                break;
            process.kill();
            process.waitForFinished();
        }
        const auto last = runProgram(arguments);
        QVERIFY2(last.code == 0, last.err.constData());
        const auto whole = runProgram({"report", out("full"), "--json"});
        for (const auto& variant : last.json().at("variants"))
            for (const auto& other : whole.json().at("variants"))
                if (other.at("hash") == variant.at("hash"))
                    for (std::size_t i = 0; i < 2; ++i)
                        QVERIFY(variant.at("runs").at(i).at("metrics") == other.at("runs").at(i).at("metrics"));
    }

    void exportedAndRetrained()
    {
        const QString file = out("best.json");
        const auto exported = runProgram({"export", out("full"), "--best", "2", "--output", file, "--torchscript", "--json"});
        QVERIFY2(exported.code == 0, exported.err.constData());
        QCOMPARE(exported.json().at("architectures").size(), std::size_t(2));
        QVERIFY(QFileInfo::exists(out("best-1.pt")));
        const auto retrained =
            runProgram({"train", "--architecture", file, "--rank", "2", "--epochs", "1", "--out", out("retrained"), "--json"});
        QVERIFY2(retrained.code == 0, retrained.err.constData());
        QCOMPARE(retrained.json().at("epochs").size(), std::size_t(1));
        QCOMPARE(runProgram({"train", "--architecture", file, "--rank", "3"}).code, 3);
    }

    /// `demo --out` in the folder of somebody's own study called that an unfinished demo, and said that --again throws it away; it did.
    void theDemoLeavesOtherStudiesAlone()
    {
        const auto before = trials(out("full"));
        for (const QStringList& again : {QStringList(), QStringList{"--again"}}) {
            const auto demo = runProgram(QStringList{"demo", "--out", out("full")} + again);
            QCOMPARE(demo.code, 3);
            QVERIFY2(demo.err.contains("dataset is \"synthetic\" there") && !demo.err.contains("--again"), demo.err.constData());
            QVERIFY(sameTrials(trials(out("full")), before));
            QVERIFY(QFileInfo::exists(out("full") + "/variants"));
        }
    }

    void optunaOpensIt()
    {
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        const QString answer = test::runPython(python, R"(
import optuna, sys
s = optuna.load_study(study_name=None, storage='sqlite:///' + sys.argv[1])
print(len(s.trials), s.best_trial.number, repr(s.best_value))
)",
                                               {out("full") + "/study.db"});
        const auto mine = trials(out("full"));
        const FrozenTrial* best = bestTrial(trialRefs(mine), Direction::Maximize);
        const QStringList parts = answer.split(' ');
        QCOMPARE(parts.value(0).toInt(), 12);
        QCOMPARE(parts.value(1).toLongLong(), best->number);
        QCOMPARE(parts.value(2).toDouble(), *best->value);
    }
};

QTEST_GUILESS_MAIN(tst_Study)
#include "tst_study.moc"
