// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"
#include "core/storage/StudyFile.h"
#include "core/study/Feasibility.h"
#include "core/study/ParetoFront.h"
#include "tests/support/SharedFiles.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace reweigh;

/// Studies with all that Optuna can put into one, made by the real Optuna in a database and in a journal, and read as it reads them.
class tst_Theirs : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_python;

    /// Makes the studies "odd", "many" and "bound" in a database and in a journal, and prints what Optuna reads in them.
    static constexpr const char* script = R"(
import json, math, sys, warnings
warnings.simplefilter('ignore')
import optuna
from optuna.distributions import *
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import create_trial, TrialState
optuna.logging.set_verbosity(optuna.logging.ERROR)
inf, nan = math.inf, math.nan

def fill(storage):
    s = optuna.create_study(storage=storage, study_name='odd', direction='maximize')
    def odd(t):
        t.suggest_float('x', 0, 1)
        t.suggest_categorical('c', ['a', None, True, 1.5, nan, inf, '\ud800', (1, 2), {'k': nan}])
        for key, value in [('nan', nan), ('deep', [1, {'a': -inf}]), ('half', 'x\ud800y'), ('large', 10 ** 40), ('line\n', 1), ('', '')]:
            t.set_user_attr(key, value)
        t.report(nan, 0); t.report(inf, 1); t.report(0.5, 7)
        if t.number == 3: raise optuna.TrialPruned()
        if t.number == 4: raise ValueError
        return [t.number / 7, inf, -inf][t.number % 3]
    s.optimize(odd, n_trials=9, catch=(ValueError,))
    s.set_user_attr('about', [nan, '\ud800'])
    for name, d, v in [('endless', FloatDistribution(-inf, inf), 1e300), ('up', FloatDistribution(0, inf), inf),
                       ('large', IntDistribution(0, 10 ** 30), 10 ** 25), ('stepped', FloatDistribution(0, 1, step=0.25), 0.5),
                       ('log', IntDistribution(1, 9, log=True), 4)]:
        s.add_trial(create_trial(params={name: v}, distributions={name: d}, value=-1.0))
    s.add_trial(create_trial(state=TrialState.PRUNED, intermediate_values={-5: 1.0, 3: inf}))
    s.enqueue_trial({'x': 0.5, 'c': nan})

    m = optuna.create_study(storage=storage, study_name='many', directions=['maximize', 'minimize', 'minimize'])
    m.set_metric_names(['good', 'time', 'size'])
    m.optimize(lambda t: (t.suggest_int('a', 0, 3), t.suggest_int('b', 0, 3), t.suggest_int('d', 0, 1)), n_trials=40)

    b = optuna.create_study(storage=storage, study_name='bound', direction='minimize',
                            sampler=optuna.samplers.TPESampler(
                                seed=1, constraints_func=lambda t: (0.5 - t.params['x'], -1.0)))
    b.optimize(lambda t: t.suggest_float('x', 0, 1), n_trials=12)
    if hasattr(optuna.trial.Trial, 'set_constraint'):
        def named(t):
            t.set_constraint('memory', 0.25)
            return t.suggest_float('x', 0.5, 1) - 10
        b.optimize(named, n_trials=2)

def text(value): # without what only JSON cannot say: tuples are lists, halves of surrogate pairs U+FFFD
    return json.dumps(value, sort_keys=True).replace('\\ud800', '\\ufffd')

def tell(storage, name):
    s = optuna.load_study(storage=storage, study_name=name)
    trials = [dict(number=t.number, state=t.state.name, values=t.values, params=sorted(t.params.items()),
                   reports=sorted(t.intermediate_values.items()), user=t.user_attrs,
                   system={k: v for k, v in t.system_attrs.items()},
                   feasible=all(v <= 0 for v in t.constraints.values()) if hasattr(t, 'constraints') else None) for t in s.trials]
    several = len(s.directions) > 1
    print(text(dict(user=s.user_attrs, trials=trials, best=[t.number for t in s.best_trials] if several else s.best_trial.number)))

database, journal = 'sqlite:///' + sys.argv[1], JournalStorage(JournalFileBackend(sys.argv[2]))
for storage in database, journal:
    fill(storage)
    for name in 'odd', 'many', 'bound':
        tell(storage, name)
)";

    static nlohmann::json stateOf(const FrozenTrial& trial)
    {
        switch (trial.state) {
        case TrialState::Running: return "RUNNING";
        case TrialState::Complete: return "COMPLETE";
        case TrialState::Pruned: return "PRUNED";
        case TrialState::Failed: return "FAIL";
        case TrialState::Waiting: return "WAITING";
        }
        return nullptr;
    }

    /// Compares a trial with what Optuna says of it.
    static void compare(const FrozenTrial& trial, const nlohmann::json& theirs)
    {
        const auto same = [](const nlohmann::json& one, const nlohmann::json& other, const char* what) {
            QVERIFY2(isSameJson(one, other), (what + (": " + pythonJsonText(one)) + " is there " + pythonJsonText(other)).c_str());
        };
        same(trial.number, theirs.at("number"), "number");
        same(stateOf(trial), theirs.at("state"), "state");
        nlohmann::json values = trial.objectives.empty() ? nlohmann::json() : nlohmann::json(trial.objectives);
        if (trial.value)
            values = nlohmann::json::array({*trial.value});
        same(values, theirs.at("values"), "values");
        std::map<std::string, nlohmann::json> sorted;
        for (const Parameter& parameter : trial.parameters)
            sorted[parameter.name] = externalValue(parameter.distribution, parameter.value);
        nlohmann::json parameters = nlohmann::json::array(), reports = nlohmann::json::array();
        for (const auto& [name, value] : sorted)
            parameters.push_back(nlohmann::json::array({name, value}));
        same(parameters, theirs.at("params"), "parameters");
        for (const auto& [step, value] : trial.intermediate)
            reports.push_back(nlohmann::json::array({step, value}));
        same(reports, theirs.at("reports"), "reports");
        same(nlohmann::json(trial.userAttributes), theirs.at("user"), "user attributes");
        same(nlohmann::json(trial.systemAttributes), theirs.at("system"), "system attributes");
        if (!theirs.at("feasible").is_null())
            same(isFeasible(trial), theirs.at("feasible"), "feasible");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_python = test::pythonWith("optuna");
        if (m_python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
    }

    void readAsTheyReadThem()
    {
        const QString database = m_dir.filePath("odd.db"), journal = m_dir.filePath("odd.log");
        const QStringList told = test::runPython(m_python, script, {database, journal}).split('\n');
        QCOMPARE(told.size(), 6);
        int line = 0;
        for (const QString& file : {database, journal})
            for (const char* name : {"odd", "many", "bound"}) {
                const nlohmann::json theirs = parsePythonJson(told[line++].toStdString());
                QVERIFY(theirs.is_object());
                const auto study = openForReading(file.toStdString(), name);
                QVERIFY2(study.ok(), qPrintable(file));
                QVERIFY(isSameJson((*study)->attributes()->user, theirs.at("user")));
                const auto trials = *(*study)->trials();
                QCOMPARE(trials.size(), theirs.at("trials").size());
                for (std::size_t i = 0; i < trials.size(); ++i) {
                    compare(trials[i], theirs.at("trials").at(i));
                    if (QTest::currentTestFailed())
                        return;
                }
                if ((*study)->directions().size() > 1) {
                    nlohmann::json front = nlohmann::json::array();
                    for (const FrozenTrial* trial : paretoFront(trialRefs(trials), (*study)->directions()))
                        front.push_back(trial->number);
                    QCOMPARE(front, theirs.at("best"));
                } else {
                    const FrozenTrial* best = bestTrial(trialRefs(trials), (*study)->direction());
                    const FrozenTrial& chosen = trials[theirs.at("best").get<std::size_t>()]; // of equal ones Optuna may take any
                    QVERIFY(best && *best->value == *chosen.value && isFeasible(chosen));
                }
            }
    }
};

QTEST_GUILESS_MAIN(tst_Theirs)
#include "tst_theirs.moc"
