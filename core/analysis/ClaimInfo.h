// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"

#include <span>
#include <vector>

namespace reweigh {

/// What paired values say of "their mean is above 0". p values are two-sided.
struct PairedTest {
    MeanInterval interval;      ///< Student-t, 95 %
    double p = 1.0;             ///< of Student's t; NaN when n < 2
    double signedRankP = 1.0;   ///< Wilcoxon's, exact; NaN when n = 0 or above `mostRanked`
    double leastRankP = 1.0;    ///< the smallest signedRankP that so many pairs allow: 2^(1-n), at most 1
};

/// Above so many pairs the counts of the exact distribution no longer fit a double.
inline constexpr int mostRanked = 50;

PairedTest pairedTest(std::span<const double> differences);

/// Exact two-sided p of Wilcoxon's signed-rank test given the ranks at hand: zeros are left out, ties share their mean
/// rank, and every choice of signs is as likely as any other (Wilcoxon 1945; Pratt and Gibbons 1981, section 3).
/// 1 when nothing is left; NaN when n = 0 or above `mostRanked`.
double signedRankP(std::span<const double> differences);

/// Holm's step-down adjustment (Holm 1979), in the order given. NaN stays NaN and counts for nothing.
std::vector<double> holm(std::span<const double> p);

enum class ClaimVerdict {
    Supported,  ///< the mean is above 0 at the level
    CannotTell,
    Refuted,    ///< it is below 0 at the level
};

/// One claim of a table of claims.
struct ClaimInfo {
    PairedTest test;
    double adjustedP = 1.0; ///< Holm over the table; NaN when n < 2
    ClaimVerdict verdict = ClaimVerdict::CannotTell;
    /// Pairs still missing until values as scattered as these would decide at the same factor of Holm's; 0 once decided,
    /// -1 if unknown: n < 2, a mean of 0, or more than `mostPairs` in all.
    int pairsMissing = 0;
};

inline constexpr int mostPairs = 1000;

/// Judges claims together: `differences[i]` are the i-th claim's paired values. 0 < level < 1.
std::vector<ClaimInfo> judgeClaims(std::span<const std::vector<double>> differences, double level = 0.05);

} // namespace reweigh
