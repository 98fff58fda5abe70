// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/TrialRefs.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace reweigh {

/// The course of a study, ready to plot or print.
struct HistoryInfo {
    struct Point {
        std::int64_t number = 0;
        double value = 0.0;
        double best = 0.0;     ///< the best value of a feasible trial up to and with this one; NaN while there is none
        bool improved = false; ///< this trial is the best so far
    };
    std::vector<Point> points; ///< complete trials, in the order in which they were given
    int pruned = 0, failed = 0, running = 0;

    /// The number of complete trials after the best one; all of them if there is no best.
    int sinceBest() const;
};

/// The course of a study with these trials, which are in the order of their numbers.
HistoryInfo historyInfo(const TrialRefs& trials, Direction direction);

/// The course of what `read` gives for a trial, such as one of several objectives or a duration. Complete trials of which it gives nothing
/// have no point. No `direction`: no value is better than another, so that there is no best.
HistoryInfo historyInfo(const TrialRefs& trials, std::optional<Direction> direction,
                        const std::function<std::optional<double>(const FrozenTrial&)>& read);

} // namespace reweigh
