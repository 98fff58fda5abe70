// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/live/follow/StudyReader.h"

#include <optional>
#include <vector>

namespace reweigh {

/// The values of a trial that tables and lists show, read once from its attributes.
struct TrialRow {
    std::int64_t number = 0;
    TrialState state = TrialState::Running;
    bool cutOff = false; ///< StudySnapshot::isInterrupted()
    std::optional<double> value;
    std::optional<Proposal> proposal; ///< none if another program such as Optuna made the study
    std::optional<long> parameters;   ///< of the MW-Net
    std::optional<int> bestEpoch;
    std::optional<double> test;  ///< test accuracy, averaged over the last epochs as `value` is
    std::optional<double> auroc; ///< AUROC of (1 - weight) as a score for wrong labels, averaged over the same epochs
    std::optional<std::uint64_t> seed;
    std::optional<double> seconds;  ///< runningSeconds() when the row was read; none while the trial is interrupted
    Timestamp read;                 ///< when that was
    int epoch = 0;                  ///< last reported epoch; 0: none
    MeanInterval retrained;         ///< the study's metric over the fresh seeds of a variant with this network; n = 0 without one
    std::optional<Error> error;     ///< of a failed trial
    bool infeasible = false;        ///< it has ended and violates a constraint (isFeasible)
    std::vector<double> objectives; ///< FrozenTrial::objectives
};

/// Reads the row of a trial. `study` gives what the trial itself does not hold: the metric, retrainings, and whether a process
/// writes the study.
TrialRow trialRow(const StudyTrial& trial, const StudySnapshot& study);

/// Seconds that a trial ran, until now while it runs, without interruptions; none if it never started, is interrupted now, or nobody knows
/// (runningSeconds).
std::optional<double> secondsOf(const TrialRow& row);

} // namespace reweigh
