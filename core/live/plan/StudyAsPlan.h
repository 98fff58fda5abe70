// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/StudyReader.h"
#include "core/plan/PlanState.h"

#include <memory>

namespace reweigh {

/// A study as a plan of one cell without hypotheses.
struct StudyAsPlan {
    StudyAsPlan() = default;
    StudyAsPlan(const StudyAsPlan&) = delete; // the state points to the plan
    StudyAsPlan& operator=(const StudyAsPlan&) = delete;

    Plan plan;
    PlanState state;
};

/// The study as a plan: its settings, search and compared variants. Results that a better trial has replaced are left out, as they are
/// not judged. Errors: those of StudySnapshot::settings.
Result<std::unique_ptr<StudyAsPlan>> studyAsPlan(const StudySnapshot& study);

} // namespace reweigh
