# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes judge.json beside it: what SciPy and statsmodels say of paired differences (pip install scipy statsmodels).

Student t (where all differences are equal, the sign test) and Wilcoxon's signed rank are scipy.stats' own: the rank test by its
table where nothing is tied or zero, else by every choice of signs (PermutationMethod). Hedges' g is exact: gamma functions, and noncentralities found on scipy.stats.nct.
Holm is statsmodels'; the pairs for 80 % power are counted up one by one on scipy.stats.nct."""
import json
import math
import pathlib
import platform
import random

import numpy
import scipy
import statsmodels
from scipy import integrate, optimize, special, stats
from statsmodels.stats.multitest import multipletests

rng = random.Random(17)
LEVEL, POWER, MOST = 0.05, 0.8, 1000


def number(value):
    return None if value is None or not math.isfinite(value) else float(value)


def rank_p(d):
    d = numpy.asarray(d)
    left = d[d != 0]
    if len(left) == 0:
        return 1.0
    if len(set(abs(left))) == len(left):
        return stats.wilcoxon(left, method="exact").pvalue
    assert len(left) <= 14, "too many choices of signs to try them all"
    return stats.wilcoxon(left, method=stats.PermutationMethod(n_resamples=2 ** len(left) + 1)).pvalue


def noncentrality(t, df, share):
    """Where P(T <= t) = share."""
    f = lambda delta: stats.nct.cdf(t, df, delta) - share
    low, high, step = t, t, 1.0
    while f(low) < 0:
        low, step = t - step, 2 * step
    step = 1.0
    while f(high) > 0:
        high, step = t + step, 2 * step
    return t if low == high else optimize.brentq(f, low, high, xtol=1e-13, rtol=1e-14, maxiter=500)


def effect(d):
    n, mean, sd = len(d), numpy.mean(d), numpy.std(d, ddof=1) if len(d) > 1 else math.nan
    if n < 3 or not sd > 0:
        return None, None, None
    df = n - 1
    j = math.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / math.sqrt(df / 2)
    t = abs(mean) / sd * math.sqrt(n)
    low, high = (j * noncentrality(t, df, share) / math.sqrt(n) for share in (0.975, 0.025))
    return (j * mean / sd, low, high) if mean >= 0 else (j * mean / sd, -high, -low)


def power(size, n, level):
    critical, delta, df = stats.t.ppf(1 - level / 2, n - 1), abs(size) * math.sqrt(n), n - 1
    found = stats.nct.sf(critical, df, delta) + stats.nct.cdf(-critical, df, delta)
    if math.isfinite(found):
        return float(found)
    # SciPy 1.17.1 answers NaN at some places far out: there the definition is integrated, over the scatter that is seen.
    f = lambda s: stats.chi.pdf(s * math.sqrt(df), df) * math.sqrt(df) * (stats.norm.sf(critical * s - delta) + stats.norm.cdf(-critical * s - delta))
    return float(integrate.quad(f, 0, 1, epsabs=1e-13, limit=200)[0] + integrate.quad(f, 1, math.inf, epsabs=1e-13, limit=200)[0])


def pairs_needed(size, level):
    for n in range(2, MOST + 1):
        if power(size, n, level) >= POWER:
            return n
    return 0


def case(name, d):
    n = len(d)
    result = dict(name=name, differences=d, mean=number(numpy.mean(d)))
    if n > 1:
        test = stats.ttest_1samp(d, 0.0)
        flat = numpy.std(d, ddof=1) == 0
        result["p"] = (1.0 if numpy.mean(d) == 0 else float(stats.binomtest(n, n).pvalue)) if flat else number(test.pvalue)
        interval = test.confidence_interval(0.95)
        result["half_width"] = 0.0 if flat else number((interval.high - interval.low) / 2)
    result["signed_rank_p"] = number(rank_p(d))
    result["g"], result["g_low"], result["g_high"] = map(number, effect(d))
    return result


def normal(n, mean, sd):
    return [rng.gauss(mean, sd) for _ in range(n)]


cases = [case(f"{n} pairs, {label}", normal(n, mean, 0.01))
         for n in range(2, 26) for label, mean in [("no difference", 0.0), ("a difference", -0.008), ("a large one", 0.05)]]
cases += [case(f"{n} pairs with ties and zeros", [rng.choice([-2, -1, 0, 0, 1, 1, 2, 3]) / 64 for _ in range(n)]) for n in range(2, 15)]
cases += [case("one pair", [0.25]), case("all zero", [0.0] * 4), case("all equal", [0.5] * 5), case("one zero", [0.0])]

powers = []
for size in [0.1, 0.25, 0.5, 0.8, 1.0, 1.5, 3.0, 8.0]:
    for factor in [1, 4, 9]:
        needed = pairs_needed(size, LEVEL / factor)
        powers.append(dict(effect=size, level=LEVEL / factor, pairs=needed,
                           powers=[[n, power(size, n, LEVEL / factor)] for n in (2, 3, 5, 10, 25, 100)]))

tables = []
for _ in range(12):
    p = [round(10 ** rng.uniform(-4, 0), rng.choice([2, 6])) for _ in range(rng.randint(1, 9))]
    tables.append(dict(p=p, adjusted=[float(a) for a in multipletests(p, method="holm")[1]]))

made_with = dict(scipy=scipy.__version__, statsmodels=statsmodels.__version__, numpy=numpy.__version__, python=platform.python_version())
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(dict(made_with=made_with, cases=cases, powers=powers, holm=tables), indent=1) + "\n")
