// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/Feasibility.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace reweigh {
namespace {

constexpr std::string_view constraintsKey = "constraints";

double constraintValue(const nlohmann::json& value)
{
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::map<std::string, double> constraintsOf(const FrozenTrial& trial)
{
    std::map<std::string, double> constraints;
    // The list sorts before the entries, which replace its values of the same name, as in Optuna.
    for (auto at = trial.systemAttributes.lower_bound(std::string(constraintsKey));
         at != trial.systemAttributes.end() && at->first.starts_with(constraintsKey); ++at) {
        const auto& [key, value] = *at;
        if (key == constraintsKey && value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i)
                constraints[std::to_string(i)] = constraintValue(value[i]);
        else if (key.size() > constraintsKey.size() && key[constraintsKey.size()] == ':')
            constraints[key.substr(constraintsKey.size() + 1)] = constraintValue(value);
    }
    return constraints;
}

bool isFeasible(const FrozenTrial& trial)
{
    return std::ranges::all_of(constraintsOf(trial), [](const auto& constraint) { return constraint.second <= 0.0; });
}

} // namespace reweigh
