// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Stats.h"
#include "core/live/follow/StudyReader.h"

#include <optional>

namespace reweigh {

/// What tables and lists show of a trial: its attributes read once, into plain numbers.
struct TrialRow {
    std::int64_t number = 0;
    TrialState state = TrialState::Running;
    bool cutOff = false;          ///< stands as running, but no process writes the study
    std::optional<double> value;
    std::optional<Proposal> proposal; ///< none for a study of Optuna's own
    std::optional<long> parameters;   ///< of the MW-Net
    std::optional<int> bestEpoch;
    std::optional<double> test;   ///< accuracy; mean of the last epochs, as the value is
    std::optional<double> auroc;  ///< of (1 - weight) for wrong labels, the same epochs
    std::optional<std::uint64_t> seed;
    std::optional<Timestamp> started, finished;
    int epoch = 0;                ///< last one reported; 0: none
    MeanInterval retrained;       ///< the study's metric over a variant's fresh seeds; n = 0 where none has this network
    std::optional<Error> error;   ///< of a failed one
};

/// `study` gives what a trial does not say itself: metric, retrainings, whether anybody writes.
TrialRow trialRow(const StudyTrial& trial, const StudySnapshot& study);

/// The variant that is this very network, trained with fresh seeds and no settings of its own; null if none is.
const VariantResult* retrainedOf(const StudySnapshot& study, const Proposal& proposal);

/// Epochs a training of this study has; 0 if it does not say.
int plannedEpochs(const StudySnapshot& study);

/// Seconds from a trial's start to its end, or until now while it runs; none if it never started or was cut off.
std::optional<double> secondsOf(const TrialRow& row);

} // namespace reweigh
