// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <memory>
#include <string>

namespace reweigh {

/// Proposes parameters, Optuna's protocol: beginTrial draws what can be drawn jointly, then suggest is
/// asked once for each parameter in the order the objective needs them. Sees observations, never a study.
/// Thread: one; the caller serialises calls.
class Sampler {
public:
    virtual ~Sampler() = default;

    /// Joint draw for the trial at `place` of the history, where it stands as Running; may be empty.
    virtual std::vector<Parameter> beginTrial(const History& history, std::size_t place) = 0;

    /// Value (internal) for one parameter. `joint` is what beginTrial gave for this trial: a parameter
    /// found there, and whose distribution agrees, is returned as it is.
    virtual double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint,
                           const std::string& name, const Distribution& distribution) = 0;

    /// Position in the random streams as text, so that a resumed study goes on with the same draws.
    virtual std::string state() const = 0;
    /// Errors: StudyCorrupt.
    virtual Status restore(const std::string& state) = 0;
};

} // namespace reweigh
