// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <memory>
#include <string>

namespace reweigh {

/// Proposes the parameters of trials in the same two steps as Optuna: beginTrial() draws the parameters that can be drawn
/// jointly, then suggest() is called once for each parameter, in the order in which the objective needs them.
/// Thread: one; the caller serialises calls.
class Sampler {
public:
    virtual ~Sampler() = default;

    /// Draws parameters jointly for the trial at index `place` of the history, whose state there is Running; may return none.
    virtual std::vector<Parameter> beginTrial(const History& history, std::size_t place) = 0;

    /// Returns the internal value of one parameter. `joint` is what beginTrial() returned for this trial: the value of a
    /// parameter in it that fits `distribution` is used.
    virtual double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint, const std::string& name,
                           const Distribution& distribution) = 0;

    /// The position in the random streams as text, so that a resumed study continues with the same draws.
    virtual std::string state() const = 0;
    /// Moves the random streams to a position that state() returned. Errors: StudyCorrupt.
    virtual Status restore(const std::string& state) = 0;

    /// Starts the random streams anew from `seed`, as a new sampler with that seed, and forgets what was kept of the histories of
    /// earlier calls: the next call may have a history that does not continue them.
    virtual void reseed(std::uint64_t seed) = 0;
};

} // namespace reweigh
