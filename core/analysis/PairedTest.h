// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace reweigh {

/// How large a paired difference is, in units of its own scatter. NaN throughout when n < 3 (J(1) is 0: two pairs
/// say nothing of their scatter), or where the differences do not scatter at all.
struct EffectSize {
    double g = 0.0;               ///< Hedges' g of the pairs: J(n-1) mean / deviation (Hedges 1981), free of small-sample bias
    double low = 0.0, high = 0.0; ///< exact 95 % interval: the noncentralities of Student's t that the seen t leaves likely,
                                  ///< over sqrt(n), times J (Steiger and Fouladi 1997)
};

EffectSize effectSize(const MeanInterval& interval);

/// Chance that a two-sided paired t test at `level` finds a true effect of `effect` deviations with `pairs` pairs, by the
/// noncentral t distribution. pairs >= 2, 0 < level < 1.
double pairedPower(double effect, int pairs, double level);

/// Fewest pairs at which pairedPower() reaches `power`; 0 if more than `most`, or if `effect` is 0 or not finite.
int pairsForPower(double effect, double level, double power, int most);


/// What paired differences say of "their mean is not 0". p values are two-sided. Where a difference is not a finite number
/// nothing is said: every figure but `interval.n` and `leastRankP` is NaN.
struct PairedTest {
    MeanInterval interval;      ///< Student-t, 95 %
    double p = 1.0;             ///< of Student's t; NaN when n < 2
    double signedRankP = 1.0;   ///< Wilcoxon's, exact; NaN when n = 0 or above `mostRanked`
    double leastRankP = 1.0;    ///< the smallest signedRankP that so many pairs allow: 2^(1-n), at most 1
};

/// Above so many pairs the counts of the exact distribution no longer fit a double.
inline constexpr int mostRanked = 50;

PairedTest pairedTest(std::span<const double> differences);

/// Two-sided p of Student's t for a mean with this sample deviation over `n` values; NaN when n < 2 or either is not finite.
double studentP(double mean, double deviation, int n);

/// Exact two-sided p of Wilcoxon's signed-rank test given the ranks at hand: zeros are left out, ties share their mean
/// rank, and every choice of signs is as likely as any other (Wilcoxon 1945; Pratt and Gibbons 1981, section 3).
/// 1 when nothing is left; NaN when n = 0 or above `mostRanked`, or where a difference is not finite.
double signedRankP(std::span<const double> differences);

/// Two things' values paired by seed.
struct SeedPairs {
    std::vector<double> differences; ///< first minus second, ascending by seed, of the seeds that both have
    int unpaired = 0;                ///< seeds that only one of them has; a value that is not finite counts as none
};

using SeedValues = std::map<std::uint64_t, double>; ///< by seed

SeedPairs pairBySeed(const SeedValues& first, const SeedValues& second);

} // namespace reweigh
