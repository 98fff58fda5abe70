// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/SearchCommand.h"
#include "app/cli/TextTable.h"
#include "core/config/ConfigField.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/text/ErrorText.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace reweigh;

/// Words: every setting has help, every error a sentence, tables line up.
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

    void tablesLineUp()
    {
        TextTable table({"a", "value"});
        table.add({"é", "1"});
        table.add({"longer", "12.5 ± 0.1 %"});
        const QStringList lines = QString::fromStdString(table.text()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        for (const QString& line : lines)
            QCOMPARE(line.size(), lines[0].size());
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
        const Outcome printed = run({"search", "--recipe", "demo", "--imbalance-ratio", "20", "--no-augment", "--print-config"});
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
