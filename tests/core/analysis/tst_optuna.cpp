// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/DensityInfo.h"
#include "core/analysis/ImportanceInfo.h"
#include "tests/core/analysis/AnalysisFixture.h"
#include "tests/support/SharedFiles.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

/// Importances and densities of random studies beside those of the real Optuna 5.0.0.
class tst_Optuna : public QObject {
    Q_OBJECT

    nlohmann::json m_studies;

    static std::vector<FrozenTrial> trialsOf(const nlohmann::json& study)
    {
        std::vector<FrozenTrial> trials;
        for (const nlohmann::json& entry : study.at("trials")) {
            std::vector<Parameter> parameters;
            for (const auto& parameter : entry.at("params"))
                parameters.push_back({parameter.at(0).get<std::string>(),
                                      *distributionFromJson(nlohmann::json::parse(parameter.at(1).get<std::string>())),
                                      parameter.at(2).get<double>()});
            const bool complete = entry.at("value").is_number();
            trials.push_back(test::trial(std::int64_t(trials.size()), complete ? entry.at("value").get<double>() : 0.0,
                                         std::move(parameters), complete ? TrialState::Complete : TrialState::Failed));
        }
        return trials;
    }

    static Direction directionOf(const nlohmann::json& study)
    {
        return study.at("direction") == "maximize" ? Direction::Maximize : Direction::Minimize;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        const QString script = R"(
import json, math, random, warnings
import numpy as np
import optuna
from optuna.distributions import distribution_to_json as text
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator
from optuna.samplers._tpe.sampler import _split_trials
from numpy._core._multiarray_umath import __cpu_features__ as processor
# Which of equal observations comes first, and with it Optuna's widths, is up to the processor above 256 of them.
avx512 = processor.get('AVX512_SKX', False) or processor.get('X86_V4', False)
optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.simplefilter('ignore')
def objective(kind):
    def f(t):
        r = random.random()
        depth = t.suggest_int('hidden_layers', 1, 4)
        w = [t.suggest_int('nodes_%d' % i, 8, 512, log=True) for i in range(depth)]
        tap = t.suggest_categorical('input', ['loss', 'stage3', 'penultimate'])
        lr = t.suggest_float('meta_lr', 1e-4, 1e-1, log=True)
        x = t.suggest_float('x', -2.0, 3.0)
        q = t.suggest_float('q', 0.0, 1.0, step=0.1)
        n = t.suggest_int('n', 0, 300)
        m = t.suggest_int('m', 0, 120, step=4)
        one = t.suggest_int('one', 3, 3)
        if tap != 'loss':
            d = t.suggest_float('d', 0.0, 1.0 if kind % 2 else 1.0 + depth)
        if kind == 3 and r < 0.2: raise ValueError('failed')
        v = (tap == 'stage3') + 0.1 * abs(math.log(w[0] / 40)) + 0.2 * abs(x) + 0.05 * random.gauss(0, 1) + 0.1 * q
        return round(v, 1) if kind == 2 else v
    return f
studies = []
for kind, count in enumerate([30, 61, 200, 120, 1000, 17]):
    random.seed(kind)
    sampler = optuna.samplers.TPESampler(seed=kind) if kind < 4 else optuna.samplers.RandomSampler(seed=kind)
    direction = 'maximize' if kind % 2 else 'minimize'
    s = optuna.create_study(direction=direction, sampler=sampler)
    s.optimize(objective(kind), n_trials=count, catch=(ValueError,))
    trials = s.get_trials(deepcopy=False)
    densities = {}
    for name in ['hidden_layers', 'nodes_1', 'input', 'meta_lr', 'x', 'q', 'n']:
        finished = [t for t in trials if t.state.name == 'COMPLETE']
        d = next(t.distributions[name] for t in reversed(trials) if name in t.distributions)
        below, above = _split_trials(s, finished, optuna.samplers._tpe.sampler.default_gamma(len(finished)))
        space = {name: d}
        if name == 'input':
            places = points = np.arange(len(d.choices))
        else: # values with a step meet the 200 points at the ends only
            places = np.array([0, 199]) if d.step else np.array([0, 61, 123, 198])
            points = d.low + (d.high - d.low) * places / 199
            if d.log and not d.step:
                points = np.exp(np.log(d.low) + np.log(d.high / d.low) * places / 199)
        out = []
        for side in (below, above):
            rows = [t for t in side if name in t.params]
            observations = {name: np.array([d.to_internal_repr(t.params[name]) for t in rows], dtype=float)}
            tpe = optuna.samplers.TPESampler()
            pe = _ParzenEstimator(observations, space, tpe._parzen_estimator_parameters)
            known = len(rows) <= 256 or avx512
            out.append([len(rows), [float(v) for v in np.exp(pe.log_pdf({name: points}))] if known else None])
        densities[name] = dict(places=[int(p) for p in places], good=out[0], rest=out[1])
    studies.append(dict(direction=direction, importance=optuna.importance.get_param_importances(s), densities=densities, trials=[
        dict(value=t.value, params=[(k, text(t.distributions[k]), t.distributions[k].to_internal_repr(v)) for k, v in t.params.items()]) for t in trials]))
print(json.dumps(studies))
)";
        m_studies = nlohmann::json::parse(test::runPython(python, script, {}).toStdString(), nullptr, false);
        QVERIFY(m_studies.is_array());
        QCOMPARE(m_studies.size(), std::size_t(6));
    }

    void importances()
    {
        for (const nlohmann::json& study : m_studies) {
            const auto trials = trialsOf(study);
            const ImportanceInfo info = importanceInfo(trialRefs(trials), directionOf(study), 0);
            QVERIFY(info.enough);
            const nlohmann::json& theirs = study.at("importance");
            QCOMPARE(info.entries.size(), theirs.size());
            for (const auto& entry : info.entries) {
                const double expected = theirs.at(entry.name);
                QVERIFY2(std::abs(entry.importance - expected) < 1e-9, qPrintable(QString("%1 trials, %2: %3, not %4")
                                                                                      .arg(trials.size())
                                                                                      .arg(entry.name.c_str())
                                                                                      .arg(entry.importance, 0, 'g', 15)
                                                                                      .arg(expected, 0, 'g', 15)));
            }
        }
    }

    void densities()
    {
        for (const nlohmann::json& study : m_studies) {
            const auto trials = trialsOf(study);
            for (const ParameterAxis& axis : parameterAxes(trialRefs(trials))) {
                const auto theirs = study.at("densities").find(axis.name);
                if (theirs == study.at("densities").end())
                    continue;
                const DensityInfo info = densityInfo(trialRefs(trials), directionOf(study), axis);
                QCOMPARE(info.goodTrials, theirs->at("good").at(0).get<int>());
                QCOMPARE(info.restTrials, theirs->at("rest").at(0).get<int>());
                compare(info, info.good, theirs->at("places"), theirs->at("good").at(1));
                compare(info, info.rest, theirs->at("places"), theirs->at("rest").at(1));
            }
        }
    }

private:
    /// Theirs is a probability where values have a step, ours a density always; null where it is not AVX-512's, which ours is
    /// on every processor.
    static void compare(const DensityInfo& info, const std::vector<double>& density, const nlohmann::json& places,
                        const nlohmann::json& theirs)
    {
        if (theirs.is_null()) {
            qInfo("%s: not compared, for NumPy sorts more than 256 observations in another order here", info.axis.name.c_str());
            return;
        }
        QCOMPARE(places.size(), theirs.size());
        for (std::size_t p = 0; p < places.size(); ++p) {
            const std::size_t place = places.at(p);
            const double x = info.x.at(place), half = info.axis.step / 2;
            const double width = info.axis.step == 0.0 ? 1.0 : info.axis.log ? std::log((x + half) / (x - half)) : info.axis.step;
            const double ours = density.at(place) * width, expected = theirs.at(p);
            QVERIFY2(std::abs(ours / expected - 1.0) < 1e-9,
                     qPrintable(QString("%1 at %2: %3, not %4").arg(info.axis.name.c_str()).arg(x).arg(ours).arg(expected)));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Optuna)
#include "tst_optuna.moc"
