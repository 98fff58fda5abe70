// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/storage/SqlStorage.h"
#include "tests/support/Program.h"
#include "tests/support/SharedFiles.h"

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
            QVERIFY(QFileInfo::exists(out("full") + "/" + QString::fromStdString(trial.userAttributes.at("reweigh:run_dir")) + "/epochs.jsonl"));
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

    void resumeExtendsABudget()
    {
        QCOMPARE(runProgram(search("full", {"--resume"})).code, 0);
        QCOMPARE(trials(out("full")).size(), std::size_t(12));
        QCOMPARE(runProgram(search("killed", {"--resume", "--trials", "13"})).code, 0);
        QCOMPARE(trials(out("killed")).size(), std::size_t(13));
    }

    void otherSpacesAndNoResumeAreRefused()
    {
        QCOMPARE(runProgram(search("full")).code, 3);
        const auto space = runProgram(search("full", {"--resume", "--max-layers", "4"}));
        QCOMPARE(space.code, 3);
        QVERIFY2(space.err.contains("hidden_layers") || space.err.contains("max-layers"), space.err.constData());
        const auto data = runProgram(search("full", {"--resume", "--noise-rate", "0.3"}));
        QCOMPARE(data.code, 3);
        QVERIFY2(data.err.contains("stamp"), data.err.constData());
    }

    void comparedAndReported()
    {
        const auto compared = runProgram({"compare", out("full"), "--arms", "searched,fixed,largest,ce", "--arm-seeds", "2", "--json"});
        QVERIFY2(compared.code == 0, compared.err.constData());
        QCOMPARE(compared.json().size(), std::size_t(4));
        for (const auto& arm : compared.json())
            QCOMPARE(arm.at("runs").size(), std::size_t(2));
        // Fresh seeds: the arms' data are not the study's, and are the same in every arm.
        const auto stamps = [&](std::size_t arm) { return compared.json().at(arm).at("runs").at(1).at("stamp"); };
        QCOMPARE(stamps(0), stamps(3));
        const auto report = runProgram({"report", out("full")});
        QCOMPARE(report.code, 0);
        for (const char* word : {"searched", "fixed", "largest", "ce", "±", "paired t"})
            QVERIFY2(report.out.contains(word), word);
    }

    void exportedAndRetrained()
    {
        const QString file = out("best.json");
        const auto exported = runProgram({"export", out("full"), "--best", "2", "--output", file, "--torchscript", "--json"});
        QVERIFY2(exported.code == 0, exported.err.constData());
        QCOMPARE(exported.json().at("architectures").size(), std::size_t(2));
        QVERIFY(QFileInfo::exists(out("best-1.pt")));
        const auto retrained = runProgram({"train", "--architecture", file, "--rank", "2", "--epochs", "1", "--out", out("retrained"), "--json"});
        QVERIFY2(retrained.code == 0, retrained.err.constData());
        QCOMPARE(retrained.json().at("epochs").size(), std::size_t(1));
        QCOMPARE(runProgram({"train", "--architecture", file, "--rank", "3"}).code, 3);
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
)", {out("full") + "/study.db"});
        const auto mine = trials(out("full"));
        const FrozenTrial* best = bestTrial(mine, Direction::Maximize);
        const QStringList parts = answer.split(' ');
        QCOMPARE(parts.value(0).toInt(), 12);
        QCOMPARE(parts.value(1).toLongLong(), best->number);
        QCOMPARE(parts.value(2).toDouble(), *best->value);
    }
};

QTEST_GUILESS_MAIN(tst_Study)
#include "tst_study.moc"
