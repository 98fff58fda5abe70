// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace reweigh {

/// JSON knows neither NaN nor infinity: an unknown number is null.
template <typename T>
nlohmann::json numberOrNull(T value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

/// The inverse: null is NaN. Throws nlohmann::json::exception on anything else that is no number.
template <typename T>
T numberFromJson(const nlohmann::json& json)
{
    return json.is_null() ? std::numeric_limits<T>::quiet_NaN() : json.get<T>();
}

} // namespace reweigh
