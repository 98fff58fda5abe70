// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {

enum class Direction { Minimize, Maximize };
enum class TrialState { Running, Complete, Pruned, Failed, Waiting };

/// One parameter of a trial, with the internal value (for a category: its index).
struct Parameter {
    std::string name;
    Distribution distribution;
    double value = 0.0;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// What a sampler may know of a trial.
struct Observation {
    std::int64_t number = 0; ///< within the study; not its place in a history, for trials may have been deleted
    TrialState state = TrialState::Running;
    std::optional<double> value;                    ///< set for Complete
    std::vector<std::pair<int, double>> intermediate; ///< (step, value), steps ascending
    std::vector<Parameter> parameters;              ///< in the order they were suggested
    std::vector<Parameter> joint;                   ///< Running only: what was drawn jointly at its start
                                                    ///< (`tpe:relative_params`)
    std::map<std::string, nlohmann::json> attributes; ///< system attributes but the joint draw: what pruners keep of it
};

/// All trials of a study in the order in which they were made; finished ones never change.
struct History {
    Direction direction = Direction::Maximize;
    const std::vector<Observation>* trials = nullptr;
};

} // namespace reweigh
