// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PairedTest.h"

#include <span>
#include <vector>

namespace reweigh {

/// The p values after Holm's step-down adjustment (Holm 1979), in the order of `p`. NaN stays NaN and is not counted as a test.
std::vector<double> holm(std::span<const double> p);

enum class JudgedAs { Better, CannotTell, Worse };

/// "better", "cannot tell" or "worse", said of the first of a pair.
const char* nameOf(JudgedAs verdict);

/// The result of one paired comparison in a table.
struct Judgement {
    PairedTest test;
    EffectSize effect;
    double adjustedP = 1.0;                  ///< test.p after Holm's adjustment over the table; NaN when n < 2
    JudgedAs verdict = JudgedAs::CannotTell; ///< Better or Worse only if adjustedP is below `judgedLevel`
    /// The number of further pairs needed for the power `judgedPower` at the level that Holm leaves to this row, if the true
    /// mean and deviation equal the observed ones. 0 if already decided; -1 if unknown: n < 2, no difference or no deviation, or
    /// more than `mostPairs` pairs in total.
    int pairsMissing = 0;

    /// The total number of pairs needed; 0 if `pairsMissing` is 0 or unknown.
    int pairsInAll() const { return pairsMissing > 0 ? test.interval.n + pairsMissing : 0; }
};

inline constexpr double judgedLevel = 0.05;
inline constexpr double judgedPower = 0.8;
inline constexpr int mostPairs = 1000;

/// Judges the rows of a table together, for the command line, reports and the window alike. `differences[i]` are the paired
/// differences of row i (pairBySeed), first minus second, and `scales[i]` the largest magnitude of their values (pairedTest()), if all are
/// known. Returns one Judgement per row. A positive mean is better.
std::vector<Judgement> judge(std::span<const std::vector<double>> differences, std::span<const double> scales = {});

/// The verdicts that judge() gives on differences with these tests, without effect sizes and numbers of pairs, which take most of its
/// time: for maps and matrices of many cells.
std::vector<JudgedAs> verdictsOf(std::span<const PairedTest> tests);

} // namespace reweigh
