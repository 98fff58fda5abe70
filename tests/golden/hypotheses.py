# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes hypotheses.json beside it: what SciPy and statsmodels say of made-up plans (pip install scipy statsmodels).

Each seed is averaged over the cells that a hypothesis is about. The one-sided p values are scipy.stats.ttest_1samp's, the two one-sided
tests statsmodels' ttost_mean; the p of a row is twice the smaller one of claim and opposite, Holm is statsmodels'. NaN and runs that
failed are null."""
import json
import math
import pathlib
import platform
import random

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import DescrStatsW

rng = random.Random(20)
VARIANTS = ["searched", "fixed", "largest"]


def made_cells():
    """[{"seeds", variant: accuracy by seed}]: what two variants share of a seed makes pairs worth it."""
    cells = []
    for _ in range(rng.choice([1, 1, 2, 4])):
        seeds = rng.choice([1, 2, 3, 5, 6, 8, 8])
        cell = dict(seeds=seeds)
        shared = [rng.gauss(0.7, 0.02) for _ in range(seeds)]
        for variant, gain in zip(VARIANTS, (rng.choice([0.004, 0.02, 0.03]), 0.0, 0.001)):
            cell[variant] = [None if rng.random() < 0.05 else round(s + gain + rng.gauss(0, 0.004), 6) for s in shared]
        cells.append(cell)
    return cells


def made_hypothesis():
    kind = rng.choice(["better", "better", "equal", "equal", "above", "below"])
    first, second = rng.sample(VARIANTS, 2)
    if kind in ("above", "below"):
        return dict(kind=kind, first=first, second="", bound=rng.choice([0.65, 0.69, 0.72, 0.76]))
    return dict(kind=kind, first=first, second=second, bound=rng.choice([0.005, 0.01, 0.02] if kind == "equal" else [0.0, 0.0, 0.01]))


def judged(h, cells):
    values = []
    for seed in range(max(c["seeds"] for c in cells)):
        differences = []
        for c in cells:
            pair = [c[name][seed] if seed < c["seeds"] else None for name in (h["first"], h["second"]) if name]
            if None not in pair:
                differences.append(pair[0] - (pair[1] if h["second"] else h["bound"]))
        if len(differences) == len(cells):
            values.append(numpy.mean(differences))
    row = dict(h, n=len(values), mean=float(numpy.mean(values)) if values else None, half_width=None, p=None)
    if len(values) < 2:
        return row
    interval = stats.ttest_1samp(values, 0.0).confidence_interval(0.95)
    above = lambda bound: float(stats.ttest_1samp(values, bound, alternative="greater").pvalue)
    below = lambda bound: float(stats.ttest_1samp(values, bound, alternative="less").pvalue)
    m = h["bound"]
    claim, opposite = dict(better=lambda: (above(m), below(m)), above=lambda: (above(0.0), below(0.0)),
                           below=lambda: (below(0.0), above(0.0)),
                           equal=lambda: (float(DescrStatsW(values).ttost_mean(-m, m)[0]), min(above(m), below(-m))))[h["kind"]]()
    row.update(half_width=float(interval.high - interval.low) / 2, p=min(1.0, 2 * min(claim, opposite)),
               direction="supported" if claim < opposite else "refuted")
    return row


plans = []
for _ in range(24):
    cells = made_cells()
    rows = [judged(made_hypothesis(), cells) for _ in range(rng.randint(1, 5))]
    tested = [r for r in rows if r["p"] is not None]
    adjusted = multipletests([r["p"] for r in tested], method="holm")[1] if tested else []
    for row, p in zip(tested, adjusted):
        row["p_holm"] = float(p)
    for row in rows:
        row.setdefault("p_holm", None)
        direction = row.pop("direction", None)
        row["status"] = direction if row["p_holm"] is not None and row["p_holm"] < 0.05 else "cannot tell"
    plans.append(dict(cells=cells, hypotheses=rows))

made_with = dict(scipy=scipy.__version__, statsmodels=statsmodels.__version__, numpy=numpy.__version__, python=platform.python_version())
text = json.dumps(dict(made_with=made_with, plans=plans))
pathlib.Path(__file__).with_suffix(".json").write_text(text.replace('{"cells"', '\n{"cells"').replace('{"kind"', '\n {"kind"') + "\n")
