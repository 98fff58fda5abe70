// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "tests/app/SmallPlans.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

#include <csignal>

using namespace reweigh;
using test::runProgram;

/// A plan's run from the command line that is killed, asked to stop, and has company.
class tst_RunStops : public QObject {
    Q_OBJECT

    test::SmallPlans m_plans;
    QByteArray m_table; ///< of a run that nobody stopped
    qint64 m_fullMs = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer clock;
        clock.start();
        const auto full = runProgram(m_plans.command("full"));
        m_fullMs = clock.elapsed();
        QVERIFY2(full.code == 0, full.err.constData());
        m_table = full.out;
        QVERIFY2(m_table.contains("Searching helps."), m_table.constData());
    }

    void killedAtFiveMoments()
    {
        Rng rng(20261128);
        int killed = 0;
        for (int attempt = 0; killed < 5 && attempt < 20; ++attempt) {
            QProcess process;
            process.start(test::programPath(), m_plans.command("killed"));
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(int(rng.below(std::uint64_t(m_fullMs))))) {
                const QByteArray said = process.readAllStandardError();
                QVERIFY2(process.exitCode() == 0, said.constData());
                QCOMPARE(process.readAllStandardOutput(), m_table);
                QDir(m_plans.dir.filePath("killed")).removeRecursively();
                m_fullMs = std::max<qint64>(50, m_fullMs * 2 / 3); // the first run was a slow one
                continue;
            }
            process.kill();
            process.waitForFinished();
            ++killed;
        }
        QCOMPARE(killed, 5);
        const auto last = runProgram(m_plans.command("killed"));
        QVERIFY2(last.code == 0, last.err.constData());
        QCOMPARE(last.out, m_table);
    }

    /// What packaging/keep-study keeps of a plan that is not done can be gone on with.
    void keptHalfDone()
    {
        if (QStandardPaths::findExecutable("python3").isEmpty())
            QSKIP("there is no python3");
        QProcess process;
        for (int attempt = 0; attempt < 5; ++attempt) { // it may be done before it is killed
            QDir(m_plans.dir.filePath("half")).removeRecursively();
            process.start(test::programPath(), m_plans.command("half"));
            QVERIFY(process.waitForStarted());
            QByteArray said;
            QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("[3/12]"), 60000);
            process.kill();
            process.waitForFinished();
            if (process.exitStatus() == QProcess::CrashExit)
                break;
        }
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QString half = m_plans.dir.filePath("half"), kept = m_plans.dir.filePath("kept");
        QCOMPARE(QProcess::execute(REWEIGH_SOURCE_DIR "/packaging/keep-study", {half, kept}), 0);
        const auto last = runProgram(m_plans.command("kept"));
        QVERIFY2(last.code == 0 && last.err.contains("left: ") && !last.err.contains("[1/"), last.err.constData());
        QCOMPARE(last.out, m_table);
    }

    void askedToStop()
    {
        nlohmann::json plan = m_plans.usualPlan();
        plan["settings"]["epochs"] = 500;
        QProcess process;
        process.start(test::programPath(), {"run", m_plans.file(plan, "long.json")});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QDir(m_plans.dir.filePath("long/cells")).exists(), 60000);
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 6);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("measuring") && said.contains("; about "), said.constData()); // a plan of this size
        QVERIFY2(said.contains("again to continue") && !said.contains("--resume"), said.constData());
        QVERIFY2(said.contains("reweigh report " + m_plans.dir.filePath("long.json").toLocal8Bit()), said.constData());
        QVERIFY(process.readAllStandardOutput().contains("Missing")); // the tables so far
        const auto report = runProgram({"report", m_plans.dir.filePath("long")});
        QVERIFY2(report.code == 3 && report.err.contains("reweigh report " + m_plans.dir.filePath("long.json").toLocal8Bit()),
                 report.err.constData());
    }

    /// Both work, none repeats, and both print the same table.
    void twoProcesses()
    {
        QProcess beside;
        beside.start(test::programPath(), m_plans.command("shared", {"--workers", "1"}));
        QVERIFY(beside.waitForStarted());
        const auto outcome = runProgram(m_plans.command("shared", {"--workers", "1"}));
        QVERIFY(beside.waitForFinished(240000));
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(beside.exitCode(), 0);
        QCOMPARE(outcome.out, m_table);
        QCOMPARE(beside.readAllStandardOutput(), m_table);
        const QByteArray said = outcome.err + beside.readAllStandardError();
        QCOMPARE(said.count(": test accuracy "), 8);
    }
};

QTEST_GUILESS_MAIN(tst_RunStops)
#include "tst_runstops.moc"
