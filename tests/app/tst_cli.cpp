// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/SharedFiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/mount.h>

using namespace reweigh;
using test::runProgram;

/// The program itself: devices, precision, what a run writes, a full disk, a second signal.
class tst_Cli : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString out(const QString& name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void version()
    {
        const auto outcome = runProgram({"--version"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("reweigh "));
    }

    void noSuchDevice()
    {
        for (const char* device : {"cuda:7", "tpu", "cuda:x"}) {
            const auto outcome =
                runProgram(QStringList{"train", "--out", out("device")} + test::tinyTraining(1) + QStringList{"--device", device});
            QCOMPARE(outcome.code, 4);
            QVERIFY2(outcome.err.contains(device) && outcome.err.contains("cpu"), outcome.err.constData());
            QVERIFY(!QFileInfo::exists(out("device"))); // nothing half-made
            QCOMPARE(
                runProgram(QStringList{"search", "--out", out("device")} + test::tinyTraining(1) + QStringList{"--device", device}).code,
                4);
            QVERIFY(!QFileInfo::exists(out("device")));
        }
    }

    /// TF32 is a GPU's: a CPU does not pass its fp32 off as it.
    void noSuchPrecision()
    {
        for (const char* command : {"train", "search"}) {
            const auto outcome = runProgram(QStringList{command, "--out", out("precision")} + test::tinyTraining(1)
                                            + QStringList{"--device", "cpu", "--precision", "tf32"});
            QCOMPARE(outcome.code, 4);
            QVERIFY2(outcome.err.contains("tf32") && outcome.err.contains("fp32"), outcome.err.constData());
            QVERIFY(!QFileInfo::exists(out("precision")));
        }
    }

    void autoSaysWhichDeviceAndWhy()
    {
        const auto outcome =
            runProgram(QStringList{"train", "--out", out("auto")} + test::tinyTraining(1) + QStringList{"--device", "auto"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("on cpu (") || outcome.err.contains("on cuda:"), outcome.err.constData());
    }

    /// Every model and kind of input trains, and the weights it learns lie between 0 and 1.
    void modelsAndInputs_data()
    {
        QTest::addColumn<QStringList>("settings");
        QTest::newRow("mlp, loss") << QStringList{"--model", "mlp", "--input", "loss"};
        QTest::newRow("mlp, no hidden layer") << QStringList{"--model", "mlp", "--input", "stem+label", "--hidden", ""};
        QTest::newRow("small-cnn, stage2") << QStringList{"--model",  "small-cnn", "--input",      "stage2",
                                                          "--hidden", "16,8",      "--activation", "tanh"};
        QTest::newRow("small-cnn, softmax+label, normalised")
            << QStringList{"--model", "small-cnn", "--input", "softmax+label", "--normalise-weights"};
        QTest::newRow("small-cnn, ce") << QStringList{"--model", "small-cnn", "--weighting", "none"};
        QTest::newRow("resnet32, stage3+label")
            << QStringList{"--model", "resnet32", "--input", "stage3+label", "--train-limit", "200", "--imbalance-factor", "2"};
    }

    void modelsAndInputs()
    {
        QFETCH(QStringList, settings);
        const QString folder = out(QString("model-%1").arg(qHash(settings.join(' '))));
        const auto outcome =
            runProgram(QStringList{"train", "--json", "--out", folder} + test::tinyTraining(1, !settings.contains("none")) + settings);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const auto epoch = outcome.json().at("epochs").at(0);
        QVERIFY(epoch.at("test").at("accuracy").get<double>() > 0.0);
        for (const char* file : {"run.json", "epochs.jsonl", "epochs.csv", "checkpoint.safetensors"})
            QVERIFY2(QFileInfo::exists(folder + '/' + file), file);
        const QString python = test::pythonWith("numpy");
        if (python.isEmpty() || settings.contains("none"))
            return;
        // Readable without this program.
        QCOMPARE(test::runPython(python, R"(
import numpy as np, json, csv, sys
d = sys.argv[1]
w = np.load(d + '/weights.npy'); c = np.load(d + '/curve.npy'); e = [json.loads(line) for line in open(d + '/epochs.jsonl')]
rows = list(csv.DictReader(open(d + '/epochs.csv')))
print(w.ndim, bool(((w >= 0) & (w <= 1)).all()), c.shape[-1] * c.shape[-2], len(rows), len(e))
)",
                                 {folder}),
                 QString("1 True 400 1 1"));
    }

    void fullDisk()
    {
        const QByteArray mount = out("small").toLocal8Bit();
        QVERIFY(QDir().mkpath(mount));
        if (::mount("tmpfs", mount.constData(), "tmpfs", 0, "size=200k") != 0)
            QSKIP("needs the right to mount a small tmpfs");
        const auto outcome = runProgram(QStringList{"train", "--out", mount + "/run"} + test::tinyTraining(2));
        const QStringList left = QDir(mount + "/run").entryList(QDir::Files);
        ::umount2(mount.constData(), MNT_DETACH);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("no room") && outcome.err.contains("--resume"), outcome.err.constData());
        for (const QString& file : left) // no temporary, no half checkpoint
            QVERIFY2(file.endsWith(".json") || file.endsWith(".jsonl") || file.endsWith(".csv") || file.endsWith(".npy"), qPrintable(file));
    }

    /// What a shell makes of the program's streams: it must neither lose a result in silence nor write a sentence into a study's file.
    void streamsOfTheShell_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* line, int code, const char* said) { QTest::addRow("%s", line) << line << code << said; };
        row("$R methods >/dev/full", 1, "No space left");
        row("$R methods --json >/dev/full", 1, "No space left");
        row("$R --version >/dev/full", 1, "No space left");
        row("$R methods >&-", 1, "Bad file descriptor");
        row("$R methods --json >&- <&-", 1, "Bad file descriptor");
        row("$R methods 2>&-", 0, "");
        row("$R report /nowhere 2>/dev/full", 3, "");
        row("$T --out closed <&- >&- 2>&-; c=$?; head -c 1 closed/run.json >&2; exit $c", 1, "{");
        row("$T --out unread | (exec <&-; sleep 0); c=${PIPESTATUS[0]}; ls unread/weights.npy >&2; exit $c", 141, "weights.npy");
        row("$R train --config <(echo '{\"epochs\": 7}') --print-config | grep '\"epochs\": 7' >&2", 0, "7");
        row("echo '{\"lr\": \"1e-3\"}' | $R train --config /dev/stdin --print-config | grep '\"lr\": 0.001' >&2", 0, "0.001");
        row("$R run <(echo '{}')", 2, "out is missing");
    }

    void streamsOfTheShell()
    {
        QFETCH(QString, line);
        QFETCH(int, code);
        QFETCH(QString, said);
        QProcess shell;
        shell.setWorkingDirectory(m_dir.path());
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert("R", test::programPath());
        variables.insert("T", (QStringList{test::programPath(), "train"} + test::tinyTraining(1)).join(' '));
        shell.setProcessEnvironment(variables);
        shell.start("bash", {"-c", line});
        QVERIFY(shell.waitForFinished(120000));
        const QByteArray err = shell.readAllStandardError();
        QVERIFY2(shell.exitCode() == code, err.constData());
        QVERIFY2(err.contains(said.toUtf8()), err.constData());
    }

    /// Where the decimal point is a comma, all that is printed and written is as elsewhere.
    void germanLocale()
    {
        QProcess make; // not every machine has the locale
        make.start("localedef", {"-i", "de_DE", "-f", "UTF-8", out("de_DE.UTF-8")});
        make.waitForFinished();
        if (!QFileInfo::exists(out("de_DE.UTF-8/LC_NUMERIC")))
            QSKIP("the German locale cannot be made here");
        const auto run = [this](const QStringList& arguments, bool german) {
            QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
            variables.insert("LC_ALL", german ? "de_DE.UTF-8" : "C.UTF-8");
            if (german)
                variables.insert("LOCPATH", m_dir.path());
            QProcess process;
            process.setProcessEnvironment(variables);
            process.start(test::programPath(), arguments);
            const bool ended = process.waitForFinished(120000);
            return test::ProgramOutcome{ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
        };
        const QStringList data = {"data", "--dataset", "synthetic", "--noise-rate", "0.25"};
        for (const QStringList& arguments : {data, data + QStringList{"--json"}, data + QStringList{"--imbalance-factor", "0.5"},
                                             QStringList{"methods", "focal"}, QStringList{"train", "--lr", ".05", "--print-config"}}) {
            const auto german = run(arguments, true), usual = run(arguments, false);
            QCOMPARE(german.code, usual.code);
            QCOMPARE(german.out, usual.out);
            QCOMPARE(german.err, usual.err);
        }
        const auto trained = run(QStringList{"train", "--json", "--out", out("german")} + test::tinyTraining(1), true);
        QVERIFY2(trained.code == 0 && trained.json().at("epochs").size() == 1, trained.err.constData());
        const QByteArrayList lines = test::fileBytes(out("german/epochs.csv")).trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(2));
        QCOMPARE(lines[1].count(','), lines[0].count(','));
    }

    void secondSignalEndsAtOnce()
    {
        QProcess process;
        process.start(test::programPath(), QStringList{"train", "--out", out("signals")} + test::tinyTraining(100));
        QVERIFY(process.waitForStarted());
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("epoch 1/"), 30000);
        ::kill(pid_t(process.processId()), SIGSTOP); // so that the second arrives before the first has its effect
        ::kill(pid_t(process.processId()), SIGINT);
        ::kill(pid_t(process.processId()), SIGTERM);
        ::kill(pid_t(process.processId()), SIGCONT);
        QVERIFY(process.waitForFinished(30000));
        const int code = process.exitCode();
        QVERIFY2(code == 130 || code == 143 || code == 6, qPrintable(QString::number(code)));
    }

    void divergedTrainingSaysSo()
    {
        const auto outcome = runProgram(QStringList{"train", "--out", out("nan")} + test::tinyTraining(2, false)
                                        + QStringList{"--lr", "1e8", "--schedule", "constant", "--method", "ce"});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("lr"), outcome.err.constData());
    }

    /// The trained MW-Net in Python gives what this program gave: its weight curve over the loss.
    void torchScriptAgrees()
    {
        const QString python = test::pythonWith("torch, numpy");
        if (python.isEmpty())
            QSKIP("no Python with torch: set REWEIGH_PYTHON");
        const auto searched =
            runProgram(QStringList{"search", "--out", out("script"), "--trials", "1", "--search-inputs", "loss"} + test::tinyTraining(1));
        QVERIFY2(searched.code == 0, searched.err.constData());
        QCOMPARE(runProgram({"export", out("script"), "--torchscript"}).code, 0);
        QCOMPARE(test::runPython(python, R"(
import torch, numpy as np, sys
d = sys.argv[1]
m = torch.jit.load(d + '/best-1.pt')
c = np.load(d + '/artifacts/trial-0000/curve.npy')[-1]
w = m(torch.tensor(c[:, :1])).detach().numpy()
print('equal' if np.abs(w - c[:, 1]).max() < 1e-6 else np.abs(w - c[:, 1]).max())
)",
                                 {out("script")}),
                 QString("equal"));
    }
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
