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

/// "MINIMIZE" or "MAXIMIZE", as Optuna writes it.
inline const char* nameOf(Direction direction)
{
    return direction == Direction::Maximize ? "MAXIMIZE" : "MINIMIZE";
}

/// "RUNNING", "COMPLETE", "PRUNED", "FAIL" or "WAITING", as Optuna writes it.
inline const char* nameOf(TrialState state)
{
    switch (state) {
    case TrialState::Running: return "RUNNING";
    case TrialState::Complete: return "COMPLETE";
    case TrialState::Pruned: return "PRUNED";
    case TrialState::Failed: return "FAIL";
    case TrialState::Waiting: return "WAITING";
    }
    return "";
}

/// One parameter of a trial, with the internal value (for a category: its index).
struct Parameter {
    std::string name;
    Distribution distribution;
    double value = 0.0;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// The facts about a trial that samplers and pruners may use.
struct Observation {
    std::int64_t number = 0; ///< within the study; its place in a history can differ, because trials may have been deleted
    TrialState state = TrialState::Running;
    std::optional<double> value;                      ///< set for Complete
    std::vector<std::pair<int, double>> intermediate; ///< (step, value), steps ascending
    std::vector<Parameter> parameters;                ///< in the order they were suggested
    std::vector<Parameter> joint;                     ///< Running only: the parameters drawn jointly at its start
                                                      ///< (`tpe:relative_params`)
    std::map<std::string, nlohmann::json> attributes; ///< system attributes without the joint draw; pruners store facts here
};

/// All trials of a study in the order in which they were created; finished ones never change.
struct History {
    Direction direction = Direction::Maximize;
    const std::vector<Observation>* trials = nullptr;
};

} // namespace reweigh
