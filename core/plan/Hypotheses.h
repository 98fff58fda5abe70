// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/plan/PlanState.h"

#include <vector>

namespace reweigh {

enum class ClaimStatus { Supported, Refuted, CannotTell };

/// "supported", "refuted" or "cannot tell"; marked for translation in the context "Variants".
const char* nameOf(ClaimStatus status);
/// "✓", "✕" or "?", which stands before it where there is room.
const char* markOf(ClaimStatus status);

/// A hypothesis and what the runs say of it.
struct HypothesisRow {
    const Hypothesis* hypothesis = nullptr;
    std::vector<const CellState*> cells; ///< those it is about
    int needed = 0, had = 0;             ///< runs of its variants in these cells: in the plan, and made so far
    int failed = 0;                      ///< of those made, the ones that failed for good (isDecided); others are missing
    int withoutValue = 0;                ///< cells in which its variants have runs of one seed, but never the metric
    int otherClasses = 0;                ///< cells in which seeds are not compared, and so left out (comparableValues())
    MeanInterval estimate;               ///< what differenceName() says, by seed, each seed averaged over the cells; n: seeds that all its
                                         ///< cells and variants have
    double p = 0.0;                      ///< the one p value of judgeHypotheses(); NaN below two seeds
    double adjustedP = 0.0;              ///< after Holm over the plan's hypotheses
    ClaimStatus status = ClaimStatus::CannotTell;
    std::vector<MeanInterval> byCell; ///< the estimate in each cell alone, for the eye: no claim of its own
};

/// Whether the hypothesis is about second - first: it says that `first` is better by a metric of which less is better (isLessBetter).
bool isTurned(const Hypothesis& hypothesis);

/// What a hypothesis's estimate is: "first - second", "second - first" or "first - limit".
const char* differenceName(const Hypothesis& hypothesis);

/// Judges a plan's hypotheses together. The seeds of different cells are not independent (the same seed draws the same images), so each
/// seed is first averaged over the cells, and the seeds are tested. A seed that failed or lacks the metric in one cell is left out of all.
///
/// Each hypothesis has one p value, fixed before the runs. One-sided tests of Student's t give a p value for the claim and one for its
/// opposite, and p is twice the smaller of both, at most 1; the smaller one says in which direction.
///   Better, Above, Below: the opposite is the other side of the margin or limit, so this is the two-sided test. Of a metric of which less
///     is better (isLessBetter), Better claims second - first > margin.
///   Equal: for the claim the larger p of the two one-sided tests, mean > -margin and mean < margin (Schuirmann 1987); the opposite is a
///     mean beyond the margin, on either side: the smaller p of mean > margin and mean < -margin.
/// With one hypothesis and two seeds or more, a claim is supported if the 95 % interval lies where the claim says, and refuted if it lies
/// outside. Whatever the true mean is, what is false of it is stated with a probability of at most p's level. For Equal: at a true mean of
/// +margin, support and "below -margin" both need the mean to be significantly below +margin, one-sided, and "above margin" significantly
/// above it: together at most twice the one-sided level. Elsewhere it is less.
///
/// Supported and Refuted need adjustedP < judgedLevel. A hypothesis without a p value does not count in Holm's adjustment. While
/// had < needed a status is provisional: the level holds for one look, at all runs of the plan.
/// Differences that are all equal give the sign test's p, 2^(1-n), or 1 where they equal the bound (studentP); where they are all 0, p is 0.
/// So two variants that are the same training in every cell are equal, and neither is better: cannot tell without a margin, refuted with one.
std::vector<HypothesisRow> judgeHypotheses(const PlanState& state);

} // namespace reweigh
