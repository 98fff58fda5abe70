// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/StepCase.h"

namespace reweigh::bench {

/// What one kind of work on one shape takes of a step.
struct ProfileRow {
    std::string room;                   ///< models, reweighting, data ...; library: its operations that a step calls itself
    std::string kernel;                 ///< "backward Convolution"
    std::string shape;                  ///< "100×16×32×32 to 100×32×16×16"
    double calls = 0, milliseconds = 0; ///< a step
};

/// A step of `which`, taken apart by what it calls, and the loader's work for it; the longest first. Times are those of
/// the calling thread with the profiler's own cost, a few microseconds a call, in them.
std::vector<ProfileRow> profileStep(const StepCase& which, int steps);

/// Milliseconds in which BatchSource makes the batches of one step: gathered, cropped, flipped, normalised, cast.
double dataMilliseconds(const StepCase& which, int steps);

/// Markdown: rooms, then rows, with their shares of the step.
std::string profileTable(const std::vector<ProfileRow>& rows);

} // namespace reweigh::bench
