// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace reweigh {

/// Real numbers from low to high, on a linear or log scale. With a step, only low plus whole multiples of it. Bounds of other programs'
/// studies may be infinite; nothing is drawn from such a range here.
struct FloatDistribution {
    double low = 0.0, high = 1.0;
    bool log = false;
    std::optional<double> step;
    friend bool operator==(const FloatDistribution&, const FloatDistribution&) = default;
};

/// Whole numbers from low to high in steps of `step`, on a linear or log scale.
struct IntDistribution {
    std::int64_t low = 0, high = 1; ///< both included
    bool log = false;
    std::int64_t step = 1;
    friend bool operator==(const IntDistribution&, const IntDistribution&) = default;
};

/// One of several choices.
struct CategoricalDistribution {
    std::vector<nlohmann::json> choices; ///< of any JSON type, NaN too; a value of this distribution is an index into them
    friend bool operator==(const CategoricalDistribution&, const CategoricalDistribution&); ///< as isSameJson()
};

using Distribution = std::variant<FloatDistribution, IntDistribution, CategoricalDistribution>;

/// Whether the distribution has only one possible value; such parameters are left out of joint sampling.
bool isSingle(const Distribution& distribution);
/// Whether `internal` (for a category: its index) is a value of the distribution: in its range and on its steps.
bool contains(const Distribution& distribution, double internal);
/// The external form of an internal value, as a study stores it: a number, an integer, or the choice itself. For a category,
/// `internal` must be a valid index. Whole numbers that have no 64-bit form stay floating-point numbers.
nlohmann::json externalValue(const Distribution& distribution, double internal);

/// The internal form of an external value; none if it is not a number or not one of the choices. A number may lie outside the
/// distribution.
std::optional<double> internalValue(const Distribution& distribution, const nlohmann::json& outside);

/// The distribution as Optuna's JSON: {"name": "IntDistribution", "attributes": {"log": true, "step": 1, "low": 8, "high": 512}}.
nlohmann::json toJson(const Distribution& distribution);
/// The inverse of toJson(), for what Optuna 3 to 5 write. Whole numbers between bounds that have no 64-bit form become a
/// FloatDistribution. Errors: StudyCorrupt (where = the JSON text): another form, or a range that Optuna does not allow.
Result<Distribution> distributionFromJson(const nlohmann::json& json);

} // namespace reweigh
