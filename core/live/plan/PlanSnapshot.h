// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Hypotheses.h"
#include "core/plan/Plan.h"
#include "core/plan/PlanRunner.h"
#include "core/plan/PlanState.h"

#include <limits>
#include <memory>
#include <vector>

namespace reweigh {

/// What is known of a plan at one moment. It is immutable once it is shared between threads, and never copied, because its parts point
/// into each other.
struct PlanSnapshot {
    PlanSnapshot() = default;
    PlanSnapshot(const PlanSnapshot&) = delete;
    PlanSnapshot& operator=(const PlanSnapshot&) = delete;

    std::shared_ptr<const Plan> plan; ///< never null
    PlanState state;
    PlanSize size;
    std::vector<HypothesisRow> hypotheses;
    /// Seconds for all that is left with one training at a time, by the trainings that are stored; NaN if there are none.
    double secondsLeft = std::numeric_limits<double>::quiet_NaN();
};

/// A snapshot of a state, with what follows from it. `plan` must be the state's.
std::shared_ptr<const PlanSnapshot> planSnapshot(std::shared_ptr<const Plan> plan, PlanState state);

/// Reads what is stored of `plan`. Errors: those of readPlanState.
Result<std::shared_ptr<const PlanSnapshot>> readPlanSnapshot(std::shared_ptr<const Plan> plan);

} // namespace reweigh
