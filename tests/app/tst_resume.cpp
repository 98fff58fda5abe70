// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/base/Rng.h"
#include "tests/support/Program.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sched.h>

using namespace reweigh;
using test::fileBytes;
using test::runProgram;

/// A training that is killed, or asked to stop, and gone on with ends with the very bits of one that was not.
class tst_Resume : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    qint64 m_fullMs = 0;

    QString out(const QString& name) const { return m_dir.filePath(name); }
    QStringList training(const QString& name, const QStringList& more = {}) const
    {
        return QStringList{"train", "--out", out(name)} + test::tinyTraining(4) + more;
    }

    /// What a run computed: its weights, and every figure that is no time.
    static QByteArray result(const QString& folder)
    {
        QByteArray bytes = fileBytes(folder + "/weights.npy") + fileBytes(folder + "/curve.npy");
        for (const QByteArray& line : fileBytes(folder + "/epochs.jsonl").split('\n')) {
            nlohmann::json epoch = nlohmann::json::parse(line.toStdString(), nullptr, false);
            for (const char* time : {"steps_per_second", "seconds_elapsed", "seconds_left"})
                if (epoch.is_object())
                    epoch.erase(time);
            bytes += QByteArray::fromStdString(epoch.dump()) + '\n';
        }
        return bytes;
    }

    /// The tensors of a checkpoint, without the times in its header.
    static QByteArray tensors(const QString& folder)
    {
        const QByteArray bytes = fileBytes(folder + "/checkpoint.safetensors");
        quint64 header = 0;
        if (bytes.size() < 8)
            return {};
        std::memcpy(&header, bytes.constData(), 8);
        return bytes.mid(8 + qsizetype(header));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer clock;
        clock.start();
        const auto full = runProgram(training("full"));
        QVERIFY2(full.code == 0, full.err.constData());
        m_fullMs = clock.elapsed();
        QVERIFY(result(out("full")).size() > 1000);
        QVERIFY(tensors(out("full")).size() > 100000);
    }

    void sameSeedSameResult()
    {
        QCOMPARE(runProgram(training("again")).code, 0);
        QCOMPARE(result(out("again")), result(out("full")));
        QCOMPARE(tensors(out("again")), tensors(out("full")));
        QCOMPARE(runProgram(training("other", {"--train-seed", "1"})).code, 0);
        QVERIFY(tensors(out("other")) != tensors(out("full")));
    }

    void killedAtTwentyMoments()
    {
        Rng rng(20261124);
        int killed = 0;
        for (int attempt = 0; killed < 20 && attempt < 60; ++attempt) {
            const bool fresh = killed == 0 && attempt == 0;
            QProcess process;
            process.start(test::programPath(), training("killed", fresh ? QStringList() : QStringList{"--resume"}));
            QVERIFY(process.waitForStarted());
            const int wait = int(rng.below(std::uint64_t(m_fullMs * 0.6)));
            if (process.waitForFinished(wait)) {
                // It ended before the moment came: begin anew, so that kills fall into every epoch.
                const QByteArray said = process.readAllStandardError();
                QVERIFY2(process.exitCode() == 0, said.constData());
                QCOMPARE(tensors(out("killed")), tensors(out("full")));
                QDir(out("killed")).removeRecursively();
                continue;
            }
            process.kill();
            process.waitForFinished();
            ++killed;
        }
        QCOMPARE(killed, 20);
        const auto last = runProgram(training("killed", {"--resume"}));
        QVERIFY2(last.code == 0, last.err.constData());
        QCOMPARE(result(out("killed")), result(out("full")));
        QCOMPARE(tensors(out("killed")), tensors(out("full")));
    }

    void askedToStop_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void askedToStop()
    {
        QFETCH(int, signal);
        const QString name = QString("stopped-%1").arg(signal);
        int stops = 0;
        for (int round = 0; round < 6; ++round) {
            QProcess process;
            process.start(test::programPath(), training(name, round ? QStringList{"--resume"} : QStringList()));
            QVERIFY(process.waitForStarted());
            QByteArray said; // of an epoch: it trains
            QVERIFY(QTest::qWaitFor(
                [&] {
                    said += process.readAllStandardError();
                    return said.contains("epoch ") || process.state() == QProcess::NotRunning;
                },
                60000));
            QTest::qWait(int(m_fullMs / 10)); // somewhere in the next one
            if (process.state() == QProcess::Running)
                ::kill(pid_t(process.processId()), signal);
            QVERIFY(process.waitForFinished(60000));
            QVERIFY(process.exitStatus() == QProcess::NormalExit);
            if (process.exitCode() == 0)
                break;
            QCOMPARE(process.exitCode(), 6);
            QVERIFY(process.readAllStandardError().contains("--resume"));
            ++stops;
        }
        QVERIFY(stops > 0);
        QCOMPARE(runProgram(training(name, {"--resume"})).code, 0);
        QCOMPARE(result(out(name)), result(out("full")));
        QCOMPARE(tensors(out(name)), tensors(out("full")));
    }

    /// Two that write one run: the second is told who the first is, and touches nothing.
    void secondWriterIsRefused()
    {
        QProcess first;
        first.start(test::programPath(), training("locked", {"--epochs", "500"}));
        QVERIFY(first.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out("locked") + "/run.json"), 60000);
        const auto second = runProgram(training("locked", {"--epochs", "500", "--resume"}));
        const QString holder = QString("process %1").arg(first.processId());
        const bool running = first.state() == QProcess::Running;
        first.kill();
        first.waitForFinished();
        QVERIFY(running);
        QCOMPARE(second.code, 3);
        QVERIFY2(second.err.contains(holder.toLocal8Bit()), second.err.constData());
    }

    void anotherRunsCheckpointIsRefused()
    {
        const auto other = runProgram(training("full", {"--resume", "--lr", "0.01"}));
        QCOMPARE(other.code, 3);
        QVERIFY2(other.err.contains("lr"), other.err.constData());
        QCOMPARE(runProgram(training("full")).code, 3); // it is there, and --resume was not said
    }

    /// A batch system lends other cores each time, and so the number of threads that nobody had chosen was another one: refused.
    void otherCoresGoOnWithTheSameThreads()
    {
        cpu_set_t before, one;
        QCOMPARE(sched_getaffinity(0, sizeof before, &before), 0);
        if (CPU_COUNT(&before) < 2)
            QSKIP("it takes two cores");
        int core = 0;
        while (!CPU_ISSET(core, &before))
            ++core;
        CPU_ZERO(&one);
        CPU_SET(core, &one);
        QCOMPARE(sched_setaffinity(0, sizeof one, &one), 0); // what is started has it too
        const auto begun = runProgram(training("lent", {"--threads", "0"}));
        QCOMPARE(sched_setaffinity(0, sizeof before, &before), 0);
        QVERIFY2(begun.code == 0, begun.err.constData());
        const auto resumed = runProgram(training("lent", {"--threads", "0", "--resume"}));
        QVERIFY2(resumed.code == 0 && resumed.err.contains("as the run was begun: threads 1"), resumed.err.constData());
        QCOMPARE(result(out("lent")), result(out("full")));
        const auto asked = runProgram(training("lent", {"--threads", "2", "--resume"})); // whoever chooses is told
        QCOMPARE(asked.code, 3);
        QVERIFY2(asked.err.contains("threads"), asked.err.constData());
    }

    /// OpenMP binds threads to cores where it is told to; that says nothing of how many cores there are.
    void boundThreadsAreNotCountedAsCores()
    {
        qputenv("OMP_PROC_BIND", "true");
        const auto bound = runProgram(training("bound", {"--threads", "0"}));
        qunsetenv("OMP_PROC_BIND");
        QVERIFY2(bound.code == 0, bound.err.constData());
        const auto run = nlohmann::json::parse(fileBytes(out("bound") + "/run.json").toStdString());
        QCOMPARE(run.at("device").at("threads").get<int>(), allowedCores());
    }

    /// It is set aside and named, and the run goes on from the one before; where that is broken too, it is refused.
    void brokenCheckpointIsNamed()
    {
        const auto broken = [this](const char* name) {
            QFile file(out("again") + '/' + name);
            return file.resize(file.size() / 2);
        };
        QVERIFY(broken("checkpoint.safetensors"));
        const auto mended = runProgram(training("again", {"--resume"}));
        QVERIFY2(mended.code == 0 && mended.err.contains("the damaged file is kept as")
                     && mended.err.contains("checkpoint.safetensors.damaged"),
                 mended.err.constData());
        QCOMPARE(result(out("again")), result(out("full")));
        QCOMPARE(tensors(out("again")), tensors(out("full")));
        QVERIFY(broken("checkpoint.safetensors") && broken("checkpoint-before.safetensors"));
        const auto refused = runProgram(training("again", {"--resume"}));
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.err.contains("checkpoint.safetensors"), refused.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_Resume)
#include "tst_resume.moc"
