// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "tests/app/SmallPlans.h"
#include "tests/support/FolderState.h"

#include <QtTest>

#include <filesystem>
#include <set>

using namespace reweigh;
using test::runProgram;

/// A plan from the command line: its size, its run, what was added to it, and what is wrong with one.
class tst_Run : public QObject {
    Q_OBJECT

    test::SmallPlans m_plans;
    QByteArray m_table; ///< of a run that nobody stopped

private Q_SLOTS:
    void initTestCase()
    {
        const auto full = runProgram(m_plans.command("full"));
        QVERIFY2(full.code == 0, full.err.constData());
        m_table = full.out;
        for (const char* words : {"noise-rate=0", "noise-rate=0.4", "searched", "ce", "fingerprint", "H1", "Searching helps."})
            QVERIFY2(m_table.contains(words), m_table.constData());
        QVERIFY(!m_table.contains("Missing"));
        for (const char* words : {"2 cells, 2 variants, 2 seeds", "2 searches with 4 trials", "8 trainings", "; about ", "[12/12]"})
            QVERIFY2(full.err.contains(words), full.err.constData());
    }

    void aDryRunWritesNothing()
    {
        const auto outcome = runProgram(m_plans.command("dry", {"--dry-run", "--json"}));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const nlohmann::json size = outcome.json();
        QVERIFY(size.at("cells") == 2 && size.at("trials_left") == 4 && size.at("trainings_left") == 8);
        QVERIFY(size.at("seconds_left").get<double>() > 0);
        QVERIFY(!QDir(m_plans.dir.filePath("dry")).exists());
    }

    /// Measuring would take longer than the trainings; with --dry-run it was asked for.
    void aSmallPlanIsNotMeasured()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["settings"]["epochs"] = 1;
        plan["seeds"] = 1;
        plan["variants"] = {"ce"};
        plan["cells"] = {{"noise-rate", {0.4}}};
        plan.erase("hypotheses");
        const QStringList run = {"run", m_plans.file(plan, "small.json")};
        const auto dry = runProgram(run + QStringList{"--dry-run"});
        QVERIFY2(dry.code == 0 && dry.out.contains("; about ") && dry.err.contains("measuring"), dry.err.constData());
        const auto outcome = runProgram(run);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.err.startsWith("reading the images") && outcome.err.contains("left: 1 training\n"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("measuring"), outcome.err.constData());
    }

    void aDonePlanPrintsItsTable()
    {
        const std::set<std::string> before = folderState(m_plans.dir.filePath("full").toStdString());
        const auto again = runProgram(m_plans.command("full"));
        QCOMPARE(again.code, 0);
        QCOMPARE(again.out, m_table);
        QVERIFY(again.err.contains("all of it is done"));
        QVERIFY(folderState(m_plans.dir.filePath("full").toStdString()) == before);
        const auto json = runProgram(m_plans.command("full", {"--json"})).json();
        QVERIFY(json.is_object() && json.at("done") == true && json.at("cells").size() == 2);
    }

    void sameTableForAnyNumberOfWorkers()
    {
        const auto outcome = runProgram(m_plans.command("three", {"--workers", "3"}));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(outcome.out, m_table);
    }

    /// A cell that cannot be carried out is told at once, and the others are trained and shown all the same.
    void anImpossibleCell()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["cells"] = {{"imbalance-factor", {5, 1e6}}};
        plan["variants"] = {"ce", "fixed"};
        plan.erase("hypotheses");
        const QStringList run = {"run", m_plans.file(plan, "impossible.json")};
        const auto dry = runProgram(run + QStringList{"--dry-run", "--json"});
        QCOMPARE(dry.code, 3);
        QVERIFY(dry.json().at("error").at("code") == "class_would_be_empty" && dry.json().at("trainings_left") == 8);
        const auto outcome = runProgram(run + QStringList{"--json"});
        QCOMPARE(outcome.code, 3);
        const nlohmann::json report = outcome.json();
        QVERIFY(report.at("error").at("code") == "class_would_be_empty" && report.at("missing_runs") == 4);
        QVERIFY(report.at("cells").at(0).at("missing_runs") == 0 && report.at("cells").at(1).at("missing_runs") == 4);
        QVERIFY2(outcome.err.contains("reweigh: imbalance-factor="), outcome.err.constData());
        QVERIFY2(outcome.err.indexOf("cannot be trained") < outcome.err.indexOf("[1/"), outcome.err.constData());
    }

    /// The table and the error, in text and in JSON; and nothing is called left that can never be made.
    void aSearchThatFindsNothing()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["settings"]["lr"] = 1e9;
        const QStringList run = {"run", m_plans.file(plan, "nothing.json"), "--json"};
        for (int round = 0; round < 2; ++round) {
            const auto outcome = runProgram(run);
            QCOMPARE(outcome.code, 3);
            const nlohmann::json report = outcome.json();
            QVERIFY(report.at("error").at("code") == "study_empty" && report.at("cells").size() == 2);
            QVERIFY(report.at("cells").at(0).at("variants").at(0).at("impossible") == true);
            if (round > 0) {
                QVERIFY2(outcome.err.contains("4 trainings cannot be made") && !outcome.err.contains("left: "), outcome.err.constData());
            }
        }
    }

    void aSearchOfMoreTrials()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["settings"]["trials"] = 1;
        const auto outcome = runProgram({"run", m_plans.file(plan, "fewer.json"), "--out", m_plans.dir.filePath("full"), "--dry-run"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("noise-rate=0.4 has 2 trials, the plan asks for 1"), outcome.out.constData());
    }

    void aChangedPlanSaysWhatIsLeftAlone()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["settings"]["lr"] = 0.01;
        const auto outcome = runProgram({"run", m_plans.file(plan, "changed.json"), "--out", m_plans.dir.filePath("full"), "--dry-run"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("2 cells that this plan does not have are left alone"), outcome.out.constData());
        QVERIFY(outcome.out.contains("8 trainings"));
        QVERIFY2(outcome.out.contains("lr is 0.05 there, 0.01 in the plan"), outcome.out.constData());
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("words");
        const auto changed = [&](const char* key, const nlohmann::json& value) {
            nlohmann::json plan = m_plans.usualPlan();
            plan[key] = value;
            return m_plans.file(plan, QString("bad-%1.json").arg(key));
        };
        QTest::newRow("no plan") << QStringList{"run", m_plans.dir.filePath("none.json")} << 3 << QStringList{"none.json"};
        QTest::newRow("no argument") << QStringList{"run"} << 2 << QStringList{"PLAN"};
        QTest::newRow("workers") << QStringList{"run", "x.json", "--workers", "many"} << 2 << QStringList{"many"};
        QTest::newRow("member") << QStringList{"run", changed("varients", {"ce"})} << 3 << QStringList{"varients", "variants"};
        QTest::newRow("variant") << QStringList{"run", changed("variants", {"serched"})} << 3 << QStringList{"serched", "searched"};
        QTest::newRow("setting") << QStringList{"run", changed("cells", {{"nose-rate", {0.1}}})} << 3
                                 << QStringList{"nose-rate", "noise-rate"};
        // "restore a copy of it", of a folder that is as it should be.
        QTest::newRow("folder of studies") << QStringList{"run", m_plans.dir.filePath("full")} << 3
                                           << QStringList{"holds the cells of a plan", "name the plan's file: reweigh run ",
                                                          "it is a folder"};
        QTest::newRow("device") << QStringList{"run", changed("seeds", 1), "--device", "cuda:99"} << 4 << QStringList{"cuda:99"};
    }

    void badInput()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QStringList, words);
        const auto outcome = runProgram(arguments);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        for (const QString& word : words)
            QVERIFY2(outcome.err.contains(word.toUtf8()), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_Run)
#include "tst_run.moc"
