# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes anova.json beside it: what statsmodels says of weights by wrongness and class size (pip install statsmodels).

Where each of the 2 x 3 cells has a value, this is anova_lm(ols('y ~ C(wrong)*C(size)'), typ=2). Elsewhere the same models are fitted
by ols and compared: sums of squares and degrees of freedom of type II are differences of their residuals'. y is the logit of the
weight, or its logarithm where a weight exceeds 1, both clipped at 1e-6; weights are fp32."""
import json
import math
import pathlib
import platform
import warnings

import numpy
import pandas
import scipy
import statsmodels
from scipy import stats
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

warnings.filterwarnings("ignore", message="The design matrix is rank-deficient")  # empty cells
rng = numpy.random.default_rng(20)
LEAST = 1e-6


def number(value):
    return float(value) if value is not None and math.isfinite(value) else None


def logits(weights):
    w = weights.astype(numpy.float64)
    if w.max() > 1:
        return numpy.log(numpy.maximum(w, LEAST))
    w = numpy.clip(w, LEAST, 1 - LEAST)
    return numpy.log(w / (1 - w))


def by_comparison(data):
    """Type II by comparing fits, from the columns that the data tell."""
    several = {name: data[name].nunique() > 1 for name in ("wrong", "size")}
    both = [f"C({name})" for name in several if several[name]]
    fit = lambda terms: ols("y ~ " + (" + ".join(terms) or "1"), data).fit()
    full, additive = fit(["*".join(both)] if both else []), fit(both)
    left = full.ssr if round(full.df_resid) > 0 else 0.0  # else nothing but rounding
    def line(small, big):
        degrees = round(small.df_resid - big.df_resid)
        if degrees == 0:
            return None
        squares = small.ssr - big.ssr
        f = squares / degrees / (full.ssr / full.df_resid) if full.df_resid > 0 else None
        return dict(squares=squares, degrees=degrees, f=number(f), p=number(stats.f.sf(f, degrees, full.df_resid)) if f else None)
    without = lambda name: fit([term for term in both if term != f"C({name})"])
    return dict(rows=line(without("wrong"), additive), columns=line(without("size"), additive),
                interaction=line(additive, full), residual=dict(squares=left, degrees=round(full.df_resid)))


def by_anova_lm(data):
    table = anova_lm(ols("y ~ C(wrong)*C(size)", data).fit(), typ=2)
    names = dict(rows="C(wrong)", columns="C(size)", interaction="C(wrong):C(size)", residual="Residual")
    result = {}
    for ours, theirs in names.items():
        row = table.loc[theirs]
        result[ours] = dict(squares=row["sum_sq"], degrees=round(row["df"]))
        if ours != "residual":
            result[ours].update(f=row["F"], p=row["PR(>F)"])
    return result


def case(name, counts, weight):
    """`counts`: right and wrong by size; `weight(wrong, size, n)`: n weights of a cell."""
    rows = [(wrong, size, w) for wrong in (0, 1) for size in range(3) if counts[wrong][size]
            for w in weight(wrong, size, counts[wrong][size])]
    order = rng.permutation(len(rows))
    wrong, size, weights = (numpy.array([rows[i][part] for i in order]) for part in range(3))
    weights = weights.astype(numpy.float32)
    data = pandas.DataFrame(dict(wrong=wrong, size=size, y=logits(weights)))
    total = float(((data.y - data.y.mean()) ** 2).sum())
    table = by_comparison(data)
    if all(n > 0 for row in counts for n in row):
        compared, table = table, by_anova_lm(data)
        for line in table:
            assert math.isclose(compared[line]["squares"], table[line]["squares"], rel_tol=1e-7, abs_tol=1e-9 * total), (name, line)
    lines = [line for line in table.values() if line]
    for line in lines:
        line["share"] = line["squares"] / sum(other["squares"] for other in lines)
    return dict(name=name, total=total, **table, wrong=wrong.tolist(), size=size.tolist(), weights=weights.astype(float).tolist(),
                values=data.y.tolist())


def normal(mean, deviation=1.0):
    """Weights whose logit is normal about mean(wrong, size)."""
    return lambda wrong, size, n: 1 / (1 + numpy.exp(-(mean(wrong, size) + deviation * rng.standard_normal(n))))


usual = [[40, 20, 8], [12, 9, 6]]
cases = [
    case("balanced", [[10, 10, 10], [10, 10, 10]], normal(lambda wrong, size: -0.5 * wrong + 0.2 * size)),
    case("noise and imbalance", usual, normal(lambda wrong, size: 0.3 - 0.8 * wrong - 0.3 * size)),
    case("separates", usual, normal(lambda wrong, size: 2 - 4 * wrong, 0.3)),
    case("shuffled", usual, lambda wrong, size, n: rng.uniform(0, 1, n)),
    case("follows the loss", usual, normal(lambda wrong, size: -1 + wrong + 0.8 * size, 0.5)),
    case("follows class size", usual, normal(lambda wrong, size: 0.7 * size, 0.2)),
    case("interaction", usual, normal(lambda wrong, size: -2.0 * wrong * (size == 0), 0.5)),
    case("0 and 1 among them", usual, lambda wrong, size, n: (rng.uniform(0, 1, n) < 0.7 - 0.4 * wrong).astype(float)),
    case("above 1", usual, lambda wrong, size, n: (1 + size) * rng.exponential(1.0, n) * (rng.uniform(0, 1, n) < 0.9)),
    case("far from 0", usual, normal(lambda wrong, size: -9 + 0.1 * wrong, 0.02)),
    case("one wrong label in each", [[9, 5, 3], [1, 1, 1]], normal(lambda wrong, size: -wrong)),
    case("hardly any", [[2, 1, 1], [1, 1, 1]], normal(lambda wrong, size: -wrong)),
    case("no wrong labels", [[30, 12, 5], [0, 0, 0]], normal(lambda wrong, size: 0.5 * size)),
    case("no class of medium size", [[30, 0, 7], [11, 0, 5]], normal(lambda wrong, size: 0.4 * size - wrong)),
    case("few classes alone", [[0, 0, 12], [0, 0, 9]], normal(lambda wrong, size: -wrong)),
    case("no wrong label in few", [[20, 10, 6], [8, 7, 0]], normal(lambda wrong, size: 0.4 * size - wrong)),
    case("wrong labels in one group", [[20, 10, 6], [0, 7, 0]], normal(lambda wrong, size: 0.4 * size - wrong)),
    case("right and wrong never meet", [[20, 10, 0], [0, 0, 7]], normal(lambda wrong, size: 0.4 * size - wrong)),
    case("one value in each cell", [[1, 1, 1], [1, 1, 0]], normal(lambda wrong, size: -wrong)),
]

made_with = dict(statsmodels=statsmodels.__version__, scipy=scipy.__version__, numpy=numpy.__version__, python=platform.python_version())
text = json.dumps(dict(made_with=made_with, cases=cases)).replace('{"name"', '\n{"name"')  # a line for each case
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
