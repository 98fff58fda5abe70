// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace reweigh {

/// The size of a paired difference in units of its standard deviation. All members are NaN when n < 3 (the correction J(1) is 0:
/// two pairs do not suffice to estimate their deviation), or if the differences are all equal.
struct EffectSize {
    double g = 0.0;               ///< Hedges' g of the pairs: J(n-1) mean / deviation (Hedges 1981), free of small-sample bias
    double low = 0.0, high = 0.0; ///< exact 95 % interval: that of the noncentrality of Student's t given the observed t,
                                  ///< divided by sqrt(n) and multiplied by J (Steiger and Fouladi 1997)
};

/// The effect size of paired differences whose n, mean and deviation are those of `interval`.
EffectSize effectSize(const MeanInterval& interval);

/// The probability that a two-sided paired t test at `level` detects a true effect of `effect` standard deviations with `pairs`
/// pairs, by the noncentral t distribution. pairs >= 2, 0 < level < 1.
double pairedPower(double effect, int pairs, double level);

/// The smallest number of pairs at which pairedPower() reaches `power`; 0 if it is more than `most`, or if `effect` is 0 or not
/// finite.
int pairsForPower(double effect, double level, double power, int most);

/// Tests of the hypothesis that the mean of paired differences is 0; p values are two-sided. If a difference is not finite, every
/// figure but `interval.n` and `leastRankP` is NaN.
struct PairedTest {
    MeanInterval interval;    ///< Student-t, 95 %
    double p = 1.0;           ///< of Student's t test; NaN when n < 2
    double signedRankP = 1.0; ///< of Wilcoxon's signed-rank test, exact; NaN when n = 0 or n > `mostRanked`
    double leastRankP = 1.0;  ///< the smallest signedRankP that is possible with n pairs: 2^(1-n), at most 1
};

/// The largest number of pairs for the exact rank test: beyond it the counts of its distribution do not fit into a double.
inline constexpr int mostRanked = 50;

/// Numbers that differ by this share of the largest value that they are made of are equal but for rounding.
inline constexpr double roundingShare = 1e-12;

/// Tests `differences`, one per pair; there may be none. `scale`: the largest magnitude of the values that they are differences of, if it
/// is known. What is rounding beside that and beside their mean is none: such differences are 0, and such deviations.
PairedTest pairedTest(std::span<const double> differences, double scale = 0.0);

/// The two-sided p value of Student's t test for a mean over `n` values with this sample standard deviation; NaN when n < 2 or if
/// mean or deviation is not finite. Without deviation Student's t says nothing of the mean: then the sign test's, 2^(1-n) for values that all
/// lie on one side, and 1 for a mean of 0.
double studentP(double mean, double deviation, int n);

/// The exact two-sided p value of Wilcoxon's signed-rank test, conditional on the observed ranks: zeros are left out, ties get
/// their mean rank, and all combinations of signs are equally likely (Wilcoxon 1945; Pratt and Gibbons 1981, section 3).
/// 1 if all differences are 0; NaN when n = 0 or n > `mostRanked`, or if a difference is not finite.
double signedRankP(std::span<const double> differences);

/// The values of two variants, paired by seed.
struct SeedPairs {
    std::vector<double> differences; ///< first minus second, ascending by seed, for the seeds with a finite value of both
    int unpaired = 0;                ///< number of all other seeds
    double scale = 0.0;              ///< the largest magnitude of the values of these pairs
};

using SeedValues = std::map<std::uint64_t, double>; ///< seed to value

/// Pairs the values of the same seed.
SeedPairs pairBySeed(const SeedValues& first, const SeedValues& second);

} // namespace reweigh
