// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/PlanSnapshot.h"

#include "core/plan/PlanProgress.h"

#include <utility>

namespace reweigh {

std::shared_ptr<const PlanSnapshot> planSnapshot(std::shared_ptr<const Plan> plan, PlanState state)
{
    auto snapshot = std::make_shared<PlanSnapshot>();
    snapshot->plan = std::move(plan);
    snapshot->state = std::move(state);
    snapshot->size = planSize(snapshot->state);
    snapshot->hypotheses = judgeHypotheses(snapshot->state);
    snapshot->secondsLeft = PlanProgress(snapshot->state).secondsLeft(1);
    return snapshot;
}

Result<std::shared_ptr<const PlanSnapshot>> readPlanSnapshot(std::shared_ptr<const Plan> plan)
{
    Result<PlanState> state = readPlanState(*plan);
    if (!state)
        return state.error();
    return planSnapshot(std::move(plan), std::move(state).value());
}

} // namespace reweigh
