// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/plan/PlanState.h"

#include <vector>

namespace reweigh {

enum class ClaimStatus { Supported, Refuted, CannotTell };

/// "supported", "refuted" or "cannot tell".
const char* nameOf(ClaimStatus status);

/// A hypothesis and what the runs say of it.
struct HypothesisRow {
    const Hypothesis* hypothesis = nullptr;
    std::vector<const CellState*> cells; ///< those it is about
    int needed = 0, had = 0;             ///< runs of its variants in these cells: in the plan, and made so far
    int failed = 0;                      ///< of those made, the ones that failed
    MeanInterval estimate;               ///< first - second, or first - limit, by seed, each seed averaged over the cells; n: seeds
                                         ///< that all its cells and variants have
    double p = 0.0;                      ///< two-sided Student's t against the margin or the limit; for Equal the larger of the two
                                         ///< one-sided ones. NaN below two seeds
    double adjustedP = 0.0;              ///< after Holm over the plan's hypotheses
    ClaimStatus status = ClaimStatus::CannotTell;
    std::vector<MeanInterval> byCell;    ///< the same in each cell alone, for the eye: no claim of its own
};

/// Judges a plan's hypotheses together. The seeds of different cells are not independent (the same seed draws the same images), so each
/// seed is first averaged over the cells, and the seeds are tested. Supported and Refuted need adjustedP < judgedLevel. Refuted: Better,
/// Above and Below are when the opposite is shown, Equal when a difference beyond the margin is.
std::vector<HypothesisRow> judgeHypotheses(const PlanState& state);

} // namespace reweigh
