// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/StudyReader.h"
#include "widgets/state/OpenStudy.h"

#include <QString>

namespace reweigh {

/// The number of trials of a study, in all and by state. Interrupted trials are stored as running but do not run.
struct TrialCounts {
    int all = 0, done = 0, pruned = 0, failed = 0, running = 0, interrupted = 0, waiting = 0;
};
/// Counts the trials of a study by state.
TrialCounts countTrials(const StudySnapshot& study);

/// "60 · 41 done, 16 pruned, 1 failed, 2 running": states without a trial are left out.
QString countsText(const StudySnapshot& study);

/// Describes the trials `left` that pass the filter: "brushed: top 10 %" if they are the best of the complete trials, else their
/// number.
QString brushText(const StudySnapshot& study, const Selection::Trials& left);

} // namespace reweigh
