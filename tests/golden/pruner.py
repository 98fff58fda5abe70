# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pruner.json beside it: what Optuna 5.0.0's MedianPruner and PercentilePruner say of random trials
(pip install optuna==5.0.0)."""
import json
import math
import pathlib
import random

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
rng = random.Random(5)
STATES = [optuna.trial.TrialState.COMPLETE] * 4 + [optuna.trial.TrialState.PRUNED, optuna.trial.TrialState.FAIL]


def text(value):
    return value if math.isfinite(value) else repr(value)


def reports(odd):
    steps = sorted(rng.sample(range(6), rng.randint(1, 3)))
    special = [math.nan, math.inf, -math.inf]
    return {s: rng.choice(special) if rng.random() < odd else round(rng.uniform(0, 1), 1) for s in steps}


cases = []
wanted = {(percentile, prune): 20 if percentile is None else 8 for percentile in [None, 0.0, 10.0, 25.0, 60.0, 100.0] for prune in [True, False]}
while any(wanted.values()):
    direction = rng.choice(["minimize", "maximize"])
    options = dict(n_startup_trials=rng.randint(0, 4), n_warmup_steps=rng.randint(0, 3), interval_steps=rng.randint(1, 3),
                   n_min_trials=rng.randint(1, 3))
    odd = rng.choice([0, 0, 0.2, 0.8])
    percentile = rng.choice([percentile for percentile, prune in wanted if wanted[percentile, prune]])
    pruner = (optuna.pruners.MedianPruner(**options) if percentile is None
              else optuna.pruners.PercentilePruner(percentile, **options))
    study = optuna.create_study(direction=direction, pruner=pruner)
    history = []
    for _ in range(rng.randint(0, 5)):
        state, values = rng.choice(STATES), reports(odd)
        study.add_trial(optuna.trial.create_trial(state=state, intermediate_values=values,
                                                  value=0.5 if state == optuna.trial.TrialState.COMPLETE else None))
        history.append(dict(state=state.name, reports=[[s, text(v)] for s, v in values.items()]))
    trial, values = study.ask(), reports(odd)
    for step, value in values.items():
        trial.report(value, step)
    prune = bool(trial.should_prune())
    if wanted[percentile, prune]:
        wanted[percentile, prune] -= 1
        cases.append(dict(direction=direction, percentile=50.0 if percentile is None else percentile, options=options, history=history,
                          reports=[[s, text(v)] for s, v in values.items()], prune=prune))
out = pathlib.Path(__file__).with_name("pruner.json")
out.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
print(len(cases), "cases,", sum(c["prune"] for c in cases), "pruned,", out.stat().st_size, "bytes")
