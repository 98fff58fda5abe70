// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reweigh {

struct FloatDistribution {
    double low = 0.0, high = 1.0;
    bool log = false;
    std::optional<double> step;
    friend bool operator==(const FloatDistribution&, const FloatDistribution&) = default;
};

struct IntDistribution {
    std::int64_t low = 0, high = 1; ///< both included
    bool log = false;
    std::int64_t step = 1;
    friend bool operator==(const IntDistribution&, const IntDistribution&) = default;
};

struct CategoricalDistribution {
    std::vector<nlohmann::json> choices; ///< scalars; a value of this distribution is an index into them
    friend bool operator==(const CategoricalDistribution&, const CategoricalDistribution&) = default;
};

using Distribution = std::variant<FloatDistribution, IntDistribution, CategoricalDistribution>;

/// Only one value is possible; such parameters are left out of joint sampling.
bool isSingle(const Distribution& distribution);
/// `internal` (for a category: its index) lies in the distribution.
bool contains(const Distribution& distribution, double internal);
/// The outside form of an internal value: a number, an integer, or the chosen category.
nlohmann::json externalValue(const Distribution& distribution, double internal);

/// The internal form of an outside value, in the distribution or not; none where it has none: no number, or no choice of the category.
std::optional<double> internalValue(const Distribution& distribution, const nlohmann::json& outside);

/// Optuna's JSON: {"name": "IntDistribution", "attributes": {"log": true, "step": 1, "low": 8, "high": 512}}.
nlohmann::json toJson(const Distribution& distribution);
/// Errors: StudyCorrupt (where = the text).
Result<Distribution> distributionFromJson(const nlohmann::json& json);

} // namespace reweigh
