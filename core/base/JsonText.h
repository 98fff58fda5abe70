// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace reweigh {

/// How deeply the JSON that this program reads may be nested. Copies, comparisons and texts of a value call themselves for every level,
/// so that a file of a hundred thousand brackets would exhaust the stack.
inline constexpr int deepestJson = 200;

/// Whether the brackets of `text`, but those in its strings, are nested more deeply than `most`.
inline bool isNestedTooDeeply(std::string_view text, int most = deepestJson)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i; // the next character is no end of the string
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{') && ++depth > most)
            return true;
        else if (!inString && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

/// Parses `text`, which is from a file. Throws nlohmann::json::exception if it is not JSON, has a number beyond 1e308, or is nested more
/// deeply than deepestJson.
inline nlohmann::json parsedJson(std::string_view text)
{
    if (isNestedTooDeeply(text))
        throw nlohmann::json::other_error::create(501, "nested more deeply than " + std::to_string(deepestJson) + " levels", nullptr);
    return nlohmann::json::parse(text);
}

/// The same without an exception: the value is then one for which is_discarded() holds.
inline nlohmann::json parsedJsonOrNone(std::string_view text)
{
    return isNestedTooDeeply(text) ? nlohmann::json(nlohmann::json::value_t::discarded) : nlohmann::json::parse(text, nullptr, false);
}

/// `value` as JSON; NaN and infinities become null, because JSON has no form for them.
template <typename T> nlohmann::json numberOrNull(T value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

/// The inverse of numberOrNull(): null gives NaN. Throws nlohmann::json::exception on anything else that is not a number.
template <typename T> T numberFromJson(const nlohmann::json& json)
{
    return json.is_null() ? std::numeric_limits<T>::quiet_NaN() : json.get<T>();
}

/// JSON as text; `indent` < 0: on one line. Bytes in a string that are not UTF-8, as in some file names, become U+FFFD instead of
/// throwing. Pass a path that will be read again through pathText() first, which loses nothing.
inline std::string jsonText(const nlohmann::json& json, int indent = -1)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// What an exception of the library says, without its own name for it.
inline std::string jsonFault(const nlohmann::json::exception& error)
{
    const std::string_view text = error.what(); // "[json.exception.out_of_range.403] key 'last' not found"
    const std::size_t end = text.starts_with("[json.exception.") ? text.find("] ") : std::string_view::npos;
    return std::string(end == std::string_view::npos ? text : text.substr(end + 2));
}

/// The whole number that `object` has at `pointer`, as "/dataset/classes"; 0 where there is none, whatever stands there.
inline int wholeAt(const nlohmann::json& object, const char* pointer)
{
    const nlohmann::json::json_pointer place(pointer);
    return object.contains(place) ? wholeFromJson<int>(object.at(place)).value_or(0) : 0;
}

/// The member `now` of `object`, else the member `before`, which is its name in files of earlier versions. JSON null if `object` has
/// neither or is not a JSON object.
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

/// The same for a member that must be there. Throws nlohmann::json::exception, with the name `now`, if `object` has neither.
inline const nlohmann::json& requiredMember(const nlohmann::json& object, const char* now, const char* before)
{
    return object.at(object.contains(before) && !object.contains(now) ? before : now);
}

} // namespace reweigh
