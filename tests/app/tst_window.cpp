// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/plan/StoredPlan.h"
#include "tests/support/Program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using reweigh::test::ProgramOutcome;

/// The program without a subcommand: what it answers where no window can be.
class tst_Window : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    QProcessEnvironment environment(const QString& platform) const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}) // as in a service or container
            variables.remove(QString::fromLatin1(name));
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            variables.insert(QString::fromLatin1(name), m_home.path());
        if (!platform.isEmpty())
            variables.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
        return variables;
    }

    ProgramOutcome run(const QStringList& arguments, const QString& platform = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment(platform));
        process.start(reweigh::test::programPath(), arguments);
        ProgramOutcome outcome;
        if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
            outcome.code = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }

    /// A file that is neither a study nor a plan.
    QString broken(const char* name) const
    {
        QFile file(m_home.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write("{ no study, no plan") > 0 ? file.fileName() : QString();
    }

private Q_SLOTS:
    void noDisplayIsOneSentence()
    {
        const ProgramOutcome outcome = run({});
        QCOMPARE(outcome.code, 4);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY2(outcome.err.contains("display") && outcome.err.contains("--screenshots") && outcome.err.contains("subcommand"),
                 outcome.err.constData());
    }

    void wrongOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown option") << QStringList{"--frobnicate"} << 2;
        QTest::newRow("unknown layout") << QStringList{"--layout", "serach"} << 2;
        QTest::newRow("unknown scheme") << QStringList{"--scheme", "blue"} << 2;
        QTest::newRow("unknown language") << QStringList{"--lang", "xx"} << 2;
        QTest::newRow("screenshots of nothing") << QStringList{"--screenshots", "pictures"} << 2;
        QTest::newRow("scale alone") << QStringList{"--scale", "2"} << 2;
        QTest::newRow("scale too large") << QStringList{"--screenshots", "pictures", "study.db", "--scale", "9"} << 2;
        QTest::newRow("no such study") << QStringList{"/nowhere/study.db"} << 3;
        QTest::newRow("screenshots of no such study") << QStringList{"--screenshots", "pictures", "/nowhere/study.db"} << 3;
        for (const char* name : {"broken.db", "broken.json"}) // eight empty pictures took eight minutes
            QTest::newRow(name) << QStringList{"--screenshots", "pictures", broken(name)} << 3;
    }

    void wrongOptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const ProgramOutcome outcome = run(arguments, QStringLiteral("offscreen"));
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(!QFile::exists(QStringLiteral("pictures")));
    }

    void helpNamesTheWindow()
    {
        const ProgramOutcome outcome = run({"-h"});
        QCOMPARE(outcome.code, 0);
        for (const char* word : {"window", "STUDY", "--screenshots", "--layout", "--lang"})
            QVERIFY2(outcome.out.contains(word), word);
    }

    /// Reports are drawn without a display, and two processes write the same bytes.
    void reportsNeedNoDisplay()
    {
        const QTemporaryDir dir;
        const QString plan = dir.filePath("plan.json");
        QFile file(plan);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"settings": {"dataset": "synthetic"}, "cells": {"noise-rate": [0, 0.4]}, "seeds": 2, "variants": ["fixed", "ce"],
                       "hypotheses": [{"name": "h", "statement": "Weights help.", "better": ["fixed", "ce"]}]})");
        file.close();
        const auto report = [&](const QString& name) {
            return run({"report", plan, "--html", dir.filePath(name + ".html"), "--pdf", dir.filePath(name + ".pdf")});
        };
        const ProgramOutcome first = report("a"), second = report("b");
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY2(second.code == 0, second.err.constData());
        for (const char* ending : {".html", ".pdf"}) {
            const QByteArray bytes = reweigh::test::fileBytes(dir.filePath("a") + ending);
            QVERIFY(bytes.size() > 1000);
            QVERIFY2(bytes == reweigh::test::fileBytes(dir.filePath("b") + ending), ending);
        }
        QVERIFY(reweigh::test::fileBytes(dir.filePath("a.html")).contains("Weights help"));
    }

    void wrongReports()
    {
        QCOMPARE(run({"report", "/nowhere/plan.json", "--pdf", "a.pdf"}).code, 3);
        QCOMPARE(run({"report", "/nowhere/plan.json", "--study-name", "a"}).code, 2);
        QCOMPARE(run({"report", "/nowhere", "--out", "a"}).code, 2);
        QCOMPARE(run({"report", "/nowhere", "--html", "a.html", "--study-name", "a"}).code, 3);
        for (const char* name : {"broken.db", "broken.json"})
            QCOMPARE(run({"report", broken(name), "--html", "a.html", "--pdf", "a.pdf"}).code, 3);
        QVERIFY(!QFile::exists(QStringLiteral("a.pdf")) && !QFile::exists(QStringLiteral("a.html")));
    }

    /// Figures are drawn without a display, two processes write the same bytes, and the settings of the first make the second.
    void figuresNeedNoDisplay()
    {
        const QTemporaryDir dir;
        const QString plan = dir.filePath("plan.json");
        QFile file(plan);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"settings": {"dataset": "synthetic"}, "cells": {"noise-rate": [0, 0.4]}, "seeds": 2, "variants": ["fixed", "ce"],
                       "hypotheses": [{"name": "h", "statement": "Weights help.", "better": ["fixed", "ce"]}]})");
        file.close();
        const ProgramOutcome first =
            run({"figures", plan, "--width", "column", "--font", "9pt", "--no-title", "--lang", "en", "--out", dir.filePath("a")});
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY2(first.err.contains("nothing of the plan has been trained in"), first.err.constData());
        QVERIFY2(!first.err.contains("QStandardPaths"), first.err.constData());
        const ProgramOutcome pages = run({"report", plan, "--pdf", dir.filePath("plan.pdf")});
        QVERIFY2(pages.code == 0 && !pages.err.contains("QStandardPaths"), pages.err.constData());
        const ProgramOutcome second =
            run({"figures", plan, "--settings", dir.filePath("a/figures.json"), "--lang", "en", "--out", dir.filePath("b")});
        QVERIFY2(second.code == 0, second.err.constData());
        const QStringList names = QDir(dir.filePath("a")).entryList(QDir::Files);
        QVERIFY2(names.contains("plan-hypotheses.svg") && names.contains("plan-hypotheses.csv"), qPrintable(names.join(' ')));
        QCOMPARE(QDir(dir.filePath("b")).entryList(QDir::Files), names);
        for (const QString& name : names)
            QVERIFY2(reweigh::test::fileBytes(dir.filePath("a/" + name)) == reweigh::test::fileBytes(dir.filePath("b/" + name)),
                     qPrintable(name));
        const QByteArray svg = reweigh::test::fileBytes(dir.filePath("a/plan-hypotheses.svg"));
        QVERIFY(svg.contains("fixed"));
        QVERIFY2(svg.contains("width=\"83.") || svg.contains("width=\"84."), svg.left(400).constData()); // 3.3 in are 83.8 mm

        const ProgramOutcome list = run({"figures", "--list", "--lang", "en"});
        QVERIFY2(list.code == 0, list.err.constData());
        for (const char* name : {"weight-curve", "parallel", "variants", "plan-map"})
            QVERIFY2(list.out.contains(name), name);
        const ProgramOutcome help = run({"figures", "--help"});
        QVERIFY2(help.out.contains("--settings,--recipe FILE"), help.out.constData());
    }

    /// A plan's studies that reweigh run --out put elsewhere are drawn from there.
    void figuresOfStudiesElsewhere()
    {
        const reweigh::test::StoredPlan plan;
        plan.give(1, {{"fixed", {0.75, 0.5, 0.625}}, {"ce", {0.5, 0.25, 0.375}}});
        QDir dir(plan.dir.path());
        QVERIFY(dir.rename("made", "elsewhere"));
        const auto map = [&](const QStringList& more) {
            return run(QStringList{"figures", dir.filePath("made.json"), "--figure", "plan-map", "--lang", "en", "--out"} + more);
        };
        const ProgramOutcome beside = map({dir.filePath("a")});
        QVERIFY2(beside.code == 0 && beside.err.contains("--studies DIR"), beside.err.constData());
        QVERIFY(!reweigh::test::fileBytes(dir.filePath("a/plan-map.csv")).contains(",0.25,"));
        const ProgramOutcome there = map({dir.filePath("b"), "--studies", dir.filePath("elsewhere")});
        QVERIFY2(there.code == 0 && !there.err.contains("nothing of the plan"), there.err.constData());
        const QByteArray csv = reweigh::test::fileBytes(dir.filePath("b/plan-map.csv"));
        QVERIFY2(csv.count(",0.25,") == 1, csv.constData()); // fixed minus ce in every pair of the one cell that is there
    }

    void wrongFigures_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no study") << QStringList{"--out", "figures"} << 2 << QByteArray("STUDY");
        QTest::newRow("no folder") << QStringList{"/nowhere/study.db"} << 2 << QByteArray("--out");
        QTest::newRow("name and plan") << QStringList{"/nowhere/plan.json", "--out", "figures", "--study-name", "a"} << 2
                                       << QByteArray("--study-name");
        QTest::newRow("studies of a study") << QStringList{"/nowhere/study.db", "--out", "figures", "--studies", "a"} << 2
                                            << QByteArray("--studies");
        QTest::newRow("no such plan") << QStringList{"/nowhere/plan.json", "--out", "figures", "--studies", "a"} << 3
                                      << QByteArray("/nowhere/plan.json");
        QTest::newRow("studies alone") << QStringList{"--list", "--studies", "a"} << 2 << QByteArray("STUDY");
        QTest::newRow("name alone") << QStringList{"--list", "--study-name", "a"} << 2 << QByteArray("STUDY");
        QTest::newRow("no such study") << QStringList{"/nowhere/study.db", "--out", "figures"} << 3 << QByteArray("/nowhere");
        QTest::newRow("no unit") << QStringList{"/nowhere/study.db", "--out", "figures", "--width", "3.3"} << 3 << QByteArray("3.3in");
        QTest::newRow("format") << QStringList{"/nowhere/study.db", "--out", "figures", "--format", "eps"} << 3 << QByteArray("svg, pdf");
        QTest::newRow("dpi") << QStringList{"/nowhere/study.db", "--out", "figures", "--dpi", "600"} << 2 << QByteArray("--format png");
        for (const char* flag : {"--settings", "--recipe"}) // the latter as it was called before
            QTest::addRow("no file for %s", flag)
                << QStringList{"/nowhere/study.db", "--out", "figures", flag, "/nowhere/a.json"} << 3 << QByteArray("/nowhere/a.json");
        for (const char* name : {"broken.db", "broken.json"})
            QTest::newRow(name) << QStringList{broken(name), "--out", "figures"} << 3 << QByteArray(name);
        QTest::newRow("no such figure") << QStringList{"--list", "--figure", "wieght-curve"} << 3 << QByteArray("weight-curve");
    }

    void wrongFigures()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const ProgramOutcome outcome = run(QStringList{"figures"} + arguments);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!QFile::exists(QStringLiteral("figures")));
    }

    /// Of what was open before, a start that names a study opens nothing.
    void aNamedStudyIsOpenedAlone()
    {
        const reweigh::test::StoredPlan plan;
        plan.give(1, {{"fixed", {0.75, 0.5, 0.625}}, {"ce", {0.5, 0.25, 0.375}}});
        const QString study = QString::fromStdString(plan.study(1).string());
        const QByteArray planLine = QByteArray::fromStdString("plan=" + plan.file().string() + "\n");
        const QString settings = m_home.filePath("reweigh/reweigh.conf");
        QVERIFY(QDir(m_home.path()).mkpath("reweigh"));
        QFile file(settings);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[session]\n" + planLine);
        file.close();
        QProcess process;
        process.setProcessEnvironment(environment(QStringLiteral("offscreen")));
        process.start(reweigh::test::programPath(), {"--lang", "en", study});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(reweigh::test::fileBytes(settings).contains("layout="), 20000);
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray stored = reweigh::test::fileBytes(settings);
        QVERIFY2(stored.contains(study.toUtf8()) && !stored.contains(planLine), stored.constData());
        QVERIFY(QFile::remove(settings)); // the next test waits for it
    }

    /// Whatever was read before, the application object is made in the thread that Qt calls the main one: else Qt says so, and at the end
    /// frees an object of the reader's thread twice.
    void picturesOfAStudyAreQuiet()
    {
        const reweigh::test::StoredPlan plan;
        plan.give(1, {{"fixed", {0.75, 0.5, 0.625}}, {"ce", {0.5, 0.25, 0.375}}});
        const QString folder = m_home.filePath("pictures");
        const ProgramOutcome drawn = run({"--screenshots", folder, QString::fromStdString(plan.study(1).string())});
        QVERIFY2(drawn.code == 0 && drawn.err.isEmpty(), drawn.err.constData());
        QVERIFY(QFile::exists(folder + "/watch-dark.png"));
    }

    void aSignalClosesTheWindow()
    {
        QProcess process;
        process.setProcessEnvironment(environment(QStringLiteral("offscreen")));
        process.start(reweigh::test::programPath(), {"--lang", "de", "--layout", "watch"});
        QVERIFY(process.waitForStarted());
        // The session is written a moment after the window came up.
        const QString settings = m_home.filePath("reweigh/reweigh.conf");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(settings), 20000);
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(reweigh::test::fileBytes(settings).contains("layout=watch"));
    }
};

QTEST_GUILESS_MAIN(tst_Window)
#include "tst_window.moc"
