// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "core/storage/SqlStorage.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/StudyLoop.h"
#include "tests/contract/StorageContract.h"
#include "tests/support/SharedFiles.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace reweigh;

/// Our studies in the real Optuna 5.0.0 and its dashboard, and theirs in ours.
class tst_Optuna : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_python;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }
    QString url(const char* name) const { return "sqlite:///" + m_dir.filePath(name); }

    void writeOurs(const char* name)
    {
        const auto storage = *SqlStorage::create(file(name), "ours", Direction::Maximize);
        TrialUpdate rich = test::richUpdate();
        rich.end = TrialEnd{TrialState::Complete, 0.75};
        QVERIFY(storage->createTrial(rich).ok());
        QVERIFY(storage->createTrial({.intermediate = {{1, 0.5}}, .end = TrialEnd{TrialState::Pruned, 0.5}}).ok());
        QVERIFY(
            storage
                ->createTrial({.userAttributes = {{"reweigh:error", {{"code", "out_of_memory"}}}}, .end = TrialEnd{TrialState::Failed, {}}})
                .ok());
        rich.parameters[2].value = 512;
        rich.end = TrialEnd{TrialState::Complete, 0.875};
        QVERIFY(storage->createTrial(rich).ok());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "JST-9"); // far from UTC, in which Optuna 5 writes its times
        m_python = test::pythonWith("optuna");
        if (m_python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
    }

    void tablesAreTheirs()
    {
        writeOurs("schema.db");
        const QString script = R"(
import optuna, sqlite3, sys, re
optuna.logging.set_verbosity(optuna.logging.ERROR)
optuna.create_study(storage=sys.argv[2], study_name='s', direction='maximize')
def tables(path):
    rows = sqlite3.connect(path).execute("select name, sql from sqlite_master where sql is not null")
    return {n: re.sub(r'\s+', '', s) for n, s in rows}
a, b = tables(sys.argv[1]), tables(sys.argv[2][10:])
print('same' if a == b else [(n, a.get(n), b.get(n)) for n in sorted(set(a) | set(b)) if a.get(n) != b.get(n)])
)";
        QCOMPARE(test::runPython(m_python, script, {m_dir.filePath("schema.db"), url("theirs.db")}), QString("same"));
    }

    void theyReadOursAndAddToIt()
    {
        writeOurs("ours.db");
        const QString script = R"(
import optuna, sys, json, math
optuna.logging.set_verbosity(optuna.logging.ERROR)
s = optuna.load_study(storage=sys.argv[1], study_name='ours', sampler=optuna.samplers.TPESampler(seed=1))
b = s.best_trial
t = s.trials[0]
assert math.isnan(t.intermediate_values[2]) and t.intermediate_values[3] == math.inf
out = dict(states=[x.state.name for x in s.trials], best=b.number, value=b.value, params=b.params, system=t.system_attrs,
           attribute=s.trials[2].user_attrs['reweigh:error']['code'], hours=abs((t.datetime_start - __import__('datetime').datetime.now()).total_seconds()) / 3600)
def f(trial):
    x = trial.suggest_float('x', 1e-5, 1.0, log=True); c = trial.suggest_categorical('c', ['loss', 1, None, True, 0.5])
    trial.report(x, 0)
    return x
s.optimize(f, n_trials=5)
print(json.dumps(out))
)";
        const QJsonObject out = QJsonDocument::fromJson(test::runPython(m_python, script, {url("ours.db")}).toUtf8()).object();
        QCOMPARE(out["states"].toVariant().toStringList(), QStringList({"COMPLETE", "PRUNED", "FAIL", "COMPLETE"}));
        QCOMPARE(out["best"].toInt(), 3);
        QCOMPARE(out["value"].toDouble(), 0.875);
        const QJsonObject params = out["params"].toObject();
        QCOMPARE(params["x"].toDouble(), 0.1 + 0.2);
        QCOMPARE(params["n"].toInt(), 512);
        QVERIFY(params["c"].isNull());
        QCOMPARE(out["attribute"].toString(), QString("out_of_memory"));
        QVERIFY(out["hours"].toDouble() < 0.5); // shown as local time, kept as UTC

        const auto storage = *SqlStorage::open(file("ours.db"), StorageMode::Write);
        const auto trials = *storage->trials();
        QCOMPARE(trials.size(), std::size_t(9));
        for (std::size_t i = 4; i < 9; ++i) {
            QVERIFY(trials[i].state == TrialState::Complete);
            QCOMPARE(*trials[i].value, trials[i].parameters[0].value);
            QVERIFY(std::get<CategoricalDistribution>(trials[i].parameters[1].distribution).choices[2].is_null());
        }
    }

    void weReadTheirsAndAddToIt()
    {
        const QString write = R"(
import optuna, sys
optuna.logging.set_verbosity(optuna.logging.ERROR)
s = optuna.create_study(storage=sys.argv[1], study_name='theirs', direction='minimize', sampler=optuna.samplers.TPESampler(seed=3))
def f(t):
    x = t.suggest_float('x', -3, 7); n = t.suggest_int('n', 1, 9); t.set_user_attr('note', 'ä')
    t.report(x, 1)
    if t.number % 5 == 4: raise optuna.TrialPruned()
    return (x - 1) ** 2 + n
s.optimize(f, n_trials=15)
s.enqueue_trial({'x': 0.5})
print(s.best_trial.number)
)";
        const int best = test::runPython(m_python, write, {url("continued.db")}).toInt();
        {
            const auto storage = *SqlStorage::open(file("continued.db"), StorageMode::Write);
            QCOMPARE(storage->studyName(), std::string("theirs"));
            QVERIFY(storage->direction() == Direction::Minimize);
            const auto trials = *storage->trials();
            QCOMPARE(trials.size(), std::size_t(16));
            QVERIFY(trials[15].state == TrialState::Waiting);
            QCOMPARE(bestTrial(trialRefs(trials), Direction::Minimize)->number, std::int64_t(best));
            QCOMPARE(trials[0].userAttributes.at("note"), nlohmann::json("ä"));
            const auto added = storage->createTrial(
                {.parameters = {{"x", FloatDistribution{.low = -3, .high = 7}, 1.0}, {"n", IntDistribution{.low = 1, .high = 9}, 1.0}},
                 .end = TrialEnd{TrialState::Complete, 0.0}});
            QCOMPARE(added->number, std::int64_t(16));
        }
        const QString read = R"(
import optuna, sys
s = optuna.load_study(storage=sys.argv[1], study_name='theirs')
print(len(s.trials), s.best_trial.number, s.best_params['n'], s.best_value)
)";
        QCOMPARE(test::runPython(m_python, read, {url("continued.db")}), QString("17 16 1 0.0"));
    }

    /// study.enqueue_trial on a study of ours: the next search runs it, with the values asked for, and Optuna counts it as run.
    void whatTheyEnqueueIsRun()
    {
        {
            const auto loop = *StudyLoop::open(*SqlStorage::create(file("queue.db"), "queue", Direction::Maximize), makeRandomSampler(1));
            QVERIFY(loop->finish(*loop->begin(), {.value = 0.5}).ok());
        }
        const QString enqueue = R"(
import optuna, sys
s = optuna.load_study(storage=sys.argv[1], study_name='queue')
s.enqueue_trial({'layers': 1, 'input': 'loss', 'rate': 0.25})
s.enqueue_trial({'layers': 9})
print(s.trials[1].state.name, s.trials[2].state.name)
)";
        QCOMPARE(test::runPython(m_python, enqueue, {url("queue.db")}), QString("WAITING WAITING"));
        {
            const auto loop = *StudyLoop::open(*SqlStorage::open(file("queue.db"), StorageMode::Write), makeRandomSampler(1));
            for (const int number : {1, 2, 3}) {
                TrialHandle trial = *loop->begin();
                QCOMPARE(trial.number(), std::int64_t(number));
                const auto layers = trial.suggestInt("layers", {.low = 1, .high = 3});
                const auto input = trial.suggestCategorical("input", {{"loss", "logits"}});
                const auto rate = trial.suggestFloat("rate", {.low = 0.0, .high = 1.0});
                QVERIFY(layers.ok() && input.ok() && rate.ok());
                if (number == 1)
                    QVERIFY(*layers == 1 && *input == "loss" && *rate == 0.25);
                if (number == 2)
                    QCOMPARE(*layers, std::int64_t(9)); // outside, and used, as there
                const auto ended = loop->finish(trial, {.value = double(number)});
                QCOMPARE(QString::fromStdString(outsideSpaceText(*ended)), QString(number == 2 ? "layers = 9" : ""));
            }
        }
        const QString count = R"(
import optuna, sys
s = optuna.load_study(storage=sys.argv[1], study_name='queue')
print(*[t.state.name for t in s.trials], s.trials[1].params, s.trials[2].params['layers'], all(t.datetime_start for t in s.trials))
)";
        QCOMPARE(test::runPython(m_python, count, {url("queue.db")}),
                 QString("COMPLETE COMPLETE COMPLETE COMPLETE {'layers': 1, 'input': 'loss', 'rate': 0.25} 9 True"));
    }

    void dashboardServesOurs()
    {
        const QString dashboard = QFileInfo(m_python).absolutePath() + "/optuna-dashboard";
        if (!QFileInfo(dashboard).isExecutable())
            QSKIP("optuna-dashboard is not beside that Python");
        writeOurs("served.db");
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const quint16 port = probe.serverPort();
        probe.close();
        QProcess server;
        server.start(dashboard, {url("served.db"), "--host", "127.0.0.1", "--port", QString::number(port)});
        QVERIFY(server.waitForStarted());
        const auto get = [&](const QByteArray& path) -> QByteArray {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            if (!socket.waitForConnected(1000))
                return {};
            socket.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
            QByteArray answer;
            while (socket.waitForReadyRead(10000))
                answer += socket.readAll();
            return answer.mid(answer.indexOf("\r\n\r\n") + 4);
        };
        QByteArray studies;
        QTRY_VERIFY_WITH_TIMEOUT(!(studies = get("/api/studies")).isEmpty(), 60000);
        QVERIFY2(studies.contains("\"ours\""), studies.left(500).constData());
        const QJsonObject study = QJsonDocument::fromJson(get("/api/studies/1?after=0")).object();
        QCOMPARE(study["trials"].toVariant().toList().size(), 4);
        server.terminate();
        if (!server.waitForFinished(10000))
            server.kill();
        server.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(tst_Optuna)
#include "tst_optuna.moc"
