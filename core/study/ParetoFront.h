// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/TrialRefs.h"

namespace reweigh {

/// The complete and feasible trials that no other one dominates: none is at least as good in every objective and better in one. In
/// the order of `trials`; equal ones are all kept. As Optuna's Study.best_trials. `directions`: one for each of a trial's objectives;
/// trials with another number of values are left out.
TrialRefs paretoFront(const TrialRefs& trials, const std::vector<Direction>& directions);

} // namespace reweigh
