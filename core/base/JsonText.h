// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <string>

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


/// JSON as text; `indent` < 0: on one line. Never throws: bytes in a string that are no UTF-8, as a file's name may have them, become
/// U+FFFD. A path that somebody will read again goes through pathText() first, which loses nothing.
inline std::string jsonText(const nlohmann::json& json, int indent = -1)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The member `now` of `object`, else the member `before`: its name in files of earlier versions. Null if the object has neither, or is
/// none.
inline const nlohmann::json& renamedMember(const nlohmann::json& object, const char* now, const char* before)
{
    static const nlohmann::json none;
    if (!object.is_object())
        return none;
    for (const char* name : {now, before})
        if (const auto found = object.find(name); found != object.end())
            return *found;
    return none;
}

} // namespace reweigh
