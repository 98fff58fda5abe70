# SPDX-License-Identifier: GPL-3.0-or-later
"""Optuna's side of bench_search: one command a line on standard input, one JSON answer a line."""
import json
import sys
import time
import warnings

import optuna
from optuna.distributions import json_to_distribution
from optuna.trial import create_trial

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)


class Peer:
    def fill(self, path):
        """A study in memory that holds the history of `path`."""
        with open(path) as file:
            history = json.load(file)
        self.space = {name: json_to_distribution(json.dumps(d)) for name, d in history["space"].items()}
        self.trials = [create_trial(params=t["params"], distributions=self.space, value=t["value"])
                       for t in history["trials"]]
        self.study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=history["seed"]))
        self.study.add_trials(self.trials)
        return {}

    def ask(self, value):
        start = time.perf_counter()
        trial = self.study.ask(self.space)
        elapsed = time.perf_counter() - start
        self.study.tell(trial, float(value))
        return {"ms": elapsed * 1e3, "params": trial.params}

    def store(self, path):
        """The trials last filled in, written to a new SQLite file."""
        start = time.perf_counter()
        study = optuna.create_study(storage=f"sqlite:///{path}", study_name="bench", direction="maximize")
        study.add_trials(self.trials)
        return {"ms": (time.perf_counter() - start) * 1e3}

    def open(self, path):
        start = time.perf_counter()
        study = optuna.load_study(study_name=None, storage=f"sqlite:///{path}")
        best = study.best_value
        return {"ms": (time.perf_counter() - start) * 1e3, "best": best}


peer = Peer()
print(json.dumps({"version": optuna.__version__}), flush=True)
for line in sys.stdin:
    command, argument = line.rstrip("\n").split(" ", 1)
    print(json.dumps(getattr(peer, command)(argument)), flush=True)
