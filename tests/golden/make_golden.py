# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes this folder's golden values with the real Optuna 5.0.0 and NumPy 2.4.6.

    python make_golden.py [FOLDER] [SEED]

tpe.json: Parzen estimators, truncated normals, gammas, weights, splits and acquisitions.
traces.json: whole runs of the samplers.  numpy_random.json: streams of the legacy RandomState.
"""
import json
import math
import pathlib
import sys
import warnings

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.samplers import RandomSampler, TPESampler
from optuna.samplers._tpe import _truncnorm
from optuna.samplers._tpe.parzen_estimator import _ParzenEstimator, _ParzenEstimatorParameters
from optuna.samplers._tpe.sampler import _split_trials, default_gamma, default_weights
from optuna.trial import TrialState, create_trial

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)

PARAMETERS = _ParzenEstimatorParameters(1.0, True, False, default_weights, True)

SPACES = {
    "float": {"a": FloatDistribution(-0.5, 2.25)},
    "log float": {"b": FloatDistribution(1e-4, 3.0, log=True)},
    "stepped float": {"c": FloatDistribution(-1.0, 1.0, step=0.125)},
    "int": {"d": IntDistribution(2, 14)},
    "stepped int": {"e": IntDistribution(-30, 30, step=5)},
    "log int": {"f": IntDistribution(1, 300, log=True)},
    "categorical": {"g": CategoricalDistribution([True, None, "tanh", 3, 0.5])},
    "joint": {
        "activation": CategoricalDistribution(["relu", "tanh"]),
        "layers": IntDistribution(1, 3),
        "nodes": IntDistribution(4, 256, log=True),
        "rate": FloatDistribution(1e-4, 1e-2, log=True),
    },
}


def as_json(distribution):
    return json.loads(optuna.distributions.distribution_to_json(distribution))


def space_json(space):
    return {name: as_json(distribution) for name, distribution in space.items()}


def lists(columns):
    return {name: column.tolist() for name, column in columns.items()}


def observations(rng, space, size):
    """Columns of internal values, uniform in each distribution's own scale."""
    columns = {}
    for name, d in space.items():
        if isinstance(d, CategoricalDistribution):
            columns[name] = rng.randint(len(d.choices), size=size).astype(float)
            continue
        low, high = (math.log(d.low), math.log(d.high)) if d.log else (d.low, d.high)
        values = rng.uniform(low, high, size)
        values = np.exp(values) if d.log else values
        if d.step is not None:
            values = d.low + np.round((values - d.low) / d.step) * d.step
        columns[name] = np.clip(values, d.low, d.high)
    return columns


def parzen_cases(rng):
    for case, space in SPACES.items():
        for size in (0, 1, 2, 6, 24, 26, 60) + ((320,) if case == "log int" else ()):
            seen, points = observations(rng, space, size), observations(rng, space, 8)
            estimator = _ParzenEstimator(seen, space, PARAMETERS)
            mixture = estimator._mixture_distribution
            kernels = {
                name: {"weights": d.weights.tolist()}
                if isinstance(space[name], CategoricalDistribution)
                else {"mu": d.mu.tolist(), "sigma": d.sigma.tolist()}
                for name, d in zip(space, mixture.distributions)
            }
            yield {"case": case, "n": size, "space": space_json(space), "observations": lists(seen),
                   "weights": mixture.weights.tolist(), "kernels": kernels, "points": lists(points),
                   "log_pdf": estimator.log_pdf(points).tolist()}


def acquisition_cases(rng):
    for case, space in SPACES.items():
        below, above, candidates = (observations(rng, space, size) for size in (5, 48, 24))
        score = (_ParzenEstimator(below, space, PARAMETERS).log_pdf(candidates)
                 - _ParzenEstimator(above, space, PARAMETERS).log_pdf(candidates))
        yield {"case": case, "space": space_json(space), "below": lists(below), "above": lists(above),
               "candidates": lists(candidates), "score": score.tolist(), "argmax": int(np.argmax(score))}


def truncnorm_cases(rng):
    quantiles = np.array([0.0, 1e-9, 0.02, 0.3, 0.5, 0.7, 0.98, 1 - 1e-9, 1.0])
    ranges = [(-2.0, 1.5), (0.0, 0.5), (-0.5, 0.0), (4.0, 6.0), (-22.0, -19.0), (28.0, 29.0), (-35.0, 3.0)]
    for a, b in ranges + [tuple(sorted(rng.uniform(-9, 9, 2))) for _ in range(6)]:
        lows, highs = np.full(quantiles.size, a), np.full(quantiles.size, b)
        yield {"a": a, "b": b, "q": quantiles.tolist(), "ppf": _truncnorm.ppf(quantiles, lows, highs).tolist(),
               "log_mass": float(_truncnorm._log_gauss_mass(lows[:1], highs[:1])[0])}


def split_cases(rng):
    for direction in ("minimize", "maximize"):
        for size in (3, 12, 30):
            study = optuna.create_study(direction=direction)
            for _ in range(size):
                value = float(rng.randint(6)) / 4  # many ties
                if rng.rand() < 0.6:
                    state, reports = TrialState.COMPLETE, {}
                else:
                    state = TrialState.PRUNED
                    reports = {2 * step: float(rng.rand()) for step in range(rng.randint(4))}
                    if reports and rng.rand() < 0.3:
                        reports[max(reports)] = math.nan
                study.add_trial(create_trial(
                    state=state, value=value if state == TrialState.COMPLETE else None, params={"x": value},
                    distributions={"x": FloatDistribution(0, 2)}, intermediate_values=reports))
            trials = [{"number": t.number, "state": t.state.name, "value": t.value,
                       "intermediate": {step: None if math.isnan(v) else v for step, v in t.intermediate_values.items()}}
                      for t in study.trials]
            for n_below in (1, default_gamma(size), size - 1):
                below, above = _split_trials(study, study.trials, n_below)
                yield {"direction": direction, "n_below": n_below, "trials": trials,
                       "below": [t.number for t in below], "above": [t.number for t in above]}


def layered(trial):
    depth = trial.suggest_int("depth", 1, 3)
    width = [trial.suggest_int(f"width_{i}", 4, 256, log=True) for i in range(depth)]
    rate = trial.suggest_float("rate", 1e-4, 1e-2, log=True)
    trial.suggest_int("fixed", 7, 7)
    return -abs(depth - 2) - (math.log2(width[0]) - 5) ** 2 / 9 - (math.log10(rate) + 3) ** 2


def broken(trial):
    x = trial.suggest_float("x", -1.0, 3.0, step=0.25)
    kind = trial.suggest_categorical("kind", ["loss", "logits", None])
    value = (x - 1) ** 2 + (0.0 if kind == "logits" else 0.7)
    for step in range(2):
        trial.report(value + 1.0 / (step + 1), step)
    if trial.number % 5 == 2:
        raise optuna.TrialPruned
    if trial.number % 9 == 4:
        raise ArithmeticError("planned")
    return value


def trace(case, objective, direction, sampler, size):
    study = optuna.create_study(direction=direction, sampler=sampler)
    study.optimize(objective, n_trials=size, catch=(ArithmeticError,))
    trials = [{"number": t.number, "state": t.state.name,
               "value": t.value if t.state == TrialState.COMPLETE else None, "intermediate": t.intermediate_values,
               "params": t.params, "distributions": space_json(t.distributions)} for t in study.trials]
    return {"case": case, "objective": objective.__name__, "direction": direction,
            "sampler": type(sampler).__name__, "trials": trials}


def traces(seed):
    yield trace(f"tpe default seed {seed} layered", layered, "maximize", TPESampler(seed=seed), 45)
    yield trace(f"tpe multivariate=False seed {seed} layered", layered, "maximize",
                TPESampler(seed=seed, multivariate=False), 25)
    yield trace(f"tpe group=True seed {seed} layered", layered, "maximize", TPESampler(seed=seed, group=True), 35)
    yield trace(f"tpe default seed {seed} broken", broken, "minimize", TPESampler(seed=seed), 60)
    yield trace(f"random seed {seed} broken", broken, "minimize", RandomSampler(seed=seed), 15)
    yield trace(f"random seed {seed} layered", layered, "maximize", RandomSampler(seed=seed), 15)


def random_streams():
    for seed in (0, 1, 42, 20240229, 2**32 - 1):
        rng = np.random.RandomState(seed)
        p = np.array([0.1, 0.0, 0.25, 0.4, 0.25])
        yield {"seed": seed, "doubles": rng.random_sample(8).tolist(), "p": p.tolist(),
               "choices": rng.choice(p.size, size=12, p=p).tolist(), "bounds": [-2.5, 4.0],
               "uniforms": rng.uniform(-2.5, 4.0, 6).tolist(),
               # 624 words are one generation of the twister; these lie past two of them.
               "later": rng.random_sample(700)[-4:].tolist()}


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 71
    rng = np.random.RandomState(seed)
    counts = [*range(0, 60, 7), 99, 100, 101, 249, 250, 251, 4000]
    tpe = {"optuna": optuna.__version__, "parzen": list(parzen_cases(rng)),
           "truncnorm": list(truncnorm_cases(rng)), "gamma": [[n, default_gamma(n)] for n in counts],
           "weights": [[n, default_weights(n).tolist()] for n in (0, 3, 24, 25, 26, 41)],
           "split": list(split_cases(rng)), "acquisition": list(acquisition_cases(rng))}
    for name, content in {"tpe": tpe, "traces": list(traces(seed)), "numpy_random": list(random_streams())}.items():
        (folder / f"{name}.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


main()
