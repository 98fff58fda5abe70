// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/TrialRefs.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace reweigh {

/// When the trials of a study ran, as a Gantt chart: a bar for each stretch in which a trial ran, in lanes. Studies do not say which worker
/// ran a trial; a stretch begins in the first lane that is free then, so that there are as many lanes as trials ran at once, and with
/// workers that never rest each lane is one worker's.
struct TimelineInfo {
    struct Bar {
        std::int64_t number = 0;
        TrialState state = TrialState::Running;
        double from = 0.0, to = 0.0; ///< seconds since `begin`
        int lane = 0;
        bool open = false;    ///< the trial has not ended; the last bar's `to` is the present
        bool last = true;     ///< false: the trial was interrupted at `to` and went on later
        double seconds = 0.0; ///< that the trial ran, in all its bars
    };
    std::optional<Timestamp> begin; ///< when the first trial began; none without a bar
    std::vector<Bar> bars;          ///< by their beginning
    int lanes = 0;
    int left = 0;  ///< trials without a bar: they never began, or are interrupted
    int whole = 0; ///< trials of an earlier version with one bar from beginning to end: whether they were interrupted is not stored

    /// The share of the lanes' time from the first beginning to the last end in which a trial ran, in [0, 1]; 0 without a bar.
    double busy() const;
};

/// The bars of these trials. `now`: the present, where running trials end; none if no process writes the study, so that what is stored as
/// running was interrupted.
TimelineInfo timelineInfo(const TrialRefs& trials, std::optional<Timestamp> now);

/// Where each value stands among all of them: 0 for the worst and 1 for the best, equal values in the middle of theirs; 1 for a single
/// value. NaN for NaN, which takes no place.
std::vector<double> rankShares(const std::vector<double>& values, Direction direction);

} // namespace reweigh
