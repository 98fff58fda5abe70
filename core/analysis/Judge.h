// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PairedTest.h"

#include <span>
#include <vector>

namespace reweigh {

/// Holm's step-down adjustment (Holm 1979), in the order given. NaN stays NaN and counts for nothing.
std::vector<double> holm(std::span<const double> p);

enum class JudgedAs { Better, CannotTell, Worse };

/// "better", "cannot tell", "worse": of the first of a pair.
const char* nameOf(JudgedAs verdict);

/// What a table says of one paired comparison in it.
struct Judgement {
    PairedTest test;
    EffectSize effect;
    double adjustedP = 1.0;                   ///< Holm over the table; NaN when n < 2
    JudgedAs verdict = JudgedAs::CannotTell;  ///< Better or Worse only where adjustedP is below the level
    /// Pairs still missing for `judgedPower` at the level that Holm leaves this row, if the true difference is as large, and as
    /// scattered, as seen; 0 once decided, -1 if unknown: n < 2, no difference at all, or more than `mostPairs` in all.
    int pairsMissing = 0;

    /// All pairs it takes; 0 where `pairsMissing` says nothing.
    int pairsInAll() const { return pairsMissing > 0 ? test.interval.n + pairsMissing : 0; }
};

inline constexpr double judgedLevel = 0.05;
inline constexpr double judgedPower = 0.8;
inline constexpr int mostPairs = 1000;

/// The one judge of command line, report and window. Judges the rows of a table together: `differences[i]` are the i-th row's
/// paired values (pairBySeed). 0 < level < 1.
std::vector<Judgement> judge(std::span<const std::vector<double>> differences, double level = judgedLevel);

} // namespace reweigh
