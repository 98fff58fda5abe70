// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace reweigh {

/// `json` as an integer; none where it is no whole number (8.0 is one) that `T` holds.
template <std::integral T, typename Json> std::optional<T> wholeFromJson(const Json& json)
{
    if (const auto* natural = json.template get_ptr<const typename Json::number_unsigned_t*>())
        return std::in_range<T>(*natural) ? std::optional(T(*natural)) : std::nullopt;
    if (const auto* whole = json.template get_ptr<const typename Json::number_integer_t*>())
        return std::in_range<T>(*whole) ? std::optional(T(*whole)) : std::nullopt;
    const auto* real = json.template get_ptr<const typename Json::number_float_t*>();
    if (!real)
        return std::nullopt;
    const double end = std::ldexp(1.0, std::numeric_limits<T>::digits); // one beyond the largest, which a double may not hold
    const bool held = *real < end && *real >= (std::is_signed_v<T> ? -end : 0.0) && *real == std::floor(*real);
    return held ? std::optional(T(*real)) : std::nullopt;
}

} // namespace reweigh

/// How get(), value() and conversions read every integer, in place of the library's way, which cuts off fractions and whatever the type
/// cannot hold, and for a number like 1e300 is undefined. All files include JSON by this header, or they would meet with two ways.
template <std::integral T>
requires(!std::same_as<T, bool>) struct nlohmann::adl_serializer<T, void> {
    template <typename Json> static void to_json(Json& json, T value) { nlohmann::to_json(json, value); }

    /// Throws nlohmann::json::type_error where wholeFromJson() gives none.
    template <typename Json> static void from_json(const Json& json, T& value)
    {
        const std::optional<T> whole = reweigh::wholeFromJson<T>(json);
        if (!whole) // a text or a list may be of any length
            throw Json::type_error::create(
                302, "no whole number that belongs here: " + (json.is_number() ? json.dump() : std::string(json.type_name())), &json);
        value = *whole;
    }
};
