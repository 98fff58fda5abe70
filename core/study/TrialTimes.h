// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

namespace reweigh {

/// Trial system attribute: when the trial was continued after an interruption, as a list of [seconds since it was begun, seconds that it had
/// trained by then]. Empty for one that never was; trials of versions before 0.2 have none.
inline constexpr const char* continuedKey = "reweigh:continued";

/// A stretch of time in which a trial ran, in seconds since it was begun.
struct TrialPart {
    double from = 0.0, to = 0.0;
};

/// The stretches in which a trial ran, up to its end or, while it runs, up to `now`. Empty where it has neither, or where an earlier version
/// interrupted it and did not store when.
std::vector<TrialPart> trialParts(const FrozenTrial& trial, std::optional<Timestamp> now = {});

/// Seconds that a trial ran, up to its end or, while it runs, up to `now`, without the time in which it was interrupted. None where it has
/// neither, or where an earlier version began it and its files do not say (FrozenTrial::trained). Trials of other programs are never
/// interrupted.
std::optional<double> runningSeconds(const FrozenTrial& trial, std::optional<Timestamp> now = {});

/// The value of `continuedKey` once the trial is continued at `now`, having trained `trained` seconds.
nlohmann::json continuedAt(const FrozenTrial& trial, Timestamp now, double trained);

} // namespace reweigh
