// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PythonJson.h"

#include "core/base/JsonText.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace reweigh {
namespace {

constexpr int deepestNesting = 1000; // json values are compared, copied and written by recursion

/// `text` with U+FFFD in place of bytes that are not UTF-8.
std::string asUtf8(std::string_view text)
{
    return nlohmann::json::parse(jsonText(nlohmann::json(std::string(text)))).get<std::string>();
}

/// Appends the UTF-8 form of a code point.
void appendUtf8(std::string& text, std::uint32_t point)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xc0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xe0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Reads what nlohmann's parser refuses. Its nesting has been checked.
class PythonJsonReader {
public:
    explicit PythonJsonReader(std::string_view text)
        : m_left(text)
    {
    }

    nlohmann::json document()
    {
        nlohmann::json value;
        if (!take(value))
            return nlohmann::json(nlohmann::json::value_t::discarded);
        skipBlanks();
        return m_left.empty() ? value : nlohmann::json(nlohmann::json::value_t::discarded);
    }

private:
    void skipBlanks() { m_left.remove_prefix(std::min(m_left.find_first_not_of(" \t\r\n"), m_left.size())); }

    /// Removes `expected` from the front; false if something else is there.
    bool skip(std::string_view expected)
    {
        if (!m_left.starts_with(expected))
            return false;
        m_left.remove_prefix(expected.size());
        return true;
    }

    bool take(nlohmann::json& value)
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        skipBlanks();
        if (m_left.starts_with('{'))
            return takeObject(value);
        if (m_left.starts_with('['))
            return takeArray(value);
        if (m_left.starts_with('"')) {
            std::string text;
            const bool whole = takeString(text);
            value = std::move(text);
            return whole;
        }
        if (skip("null"))
            value = nullptr;
        else if (skip("true"))
            value = true;
        else if (skip("false"))
            value = false;
        else if (skip("NaN"))
            value = std::numeric_limits<double>::quiet_NaN();
        else if (skip("Infinity"))
            value = infinity;
        else if (skip("-Infinity"))
            value = -infinity;
        else
            return takeNumber(value);
        return true;
    }

    bool takeObject(nlohmann::json& value)
    {
        value = nlohmann::json::object();
        skip("{");
        skipBlanks();
        if (skip("}"))
            return true;
        for (;;) {
            std::string key;
            skipBlanks();
            if (!m_left.starts_with('"') || !takeString(key))
                return false;
            skipBlanks();
            if (!skip(":") || !take(value[key]))
                return false;
            skipBlanks();
            if (skip("}"))
                return true;
            if (!skip(","))
                return false;
        }
    }

    bool takeArray(nlohmann::json& value)
    {
        value = nlohmann::json::array();
        skip("[");
        skipBlanks();
        if (skip("]"))
            return true;
        for (;;) {
            nlohmann::json entry;
            if (!take(entry))
                return false;
            value.push_back(std::move(entry));
            skipBlanks();
            if (skip("]"))
                return true;
            if (!skip(","))
                return false;
        }
    }

    bool takeString(std::string& text)
    {
        skip("\"");
        while (!m_left.empty()) {
            const char next = m_left.front();
            m_left.remove_prefix(1);
            if (next == '"')
                return true;
            if (next != '\\')
                text += next;
            else if (!takeEscape(text))
                return false;
        }
        return false;
    }

    /// Reads what follows a backslash.
    bool takeEscape(std::string& text)
    {
        constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        if (m_left.empty())
            return false;
        if (const std::size_t known = names.find(m_left.front()); known != std::string_view::npos) {
            text += meanings[known];
            m_left.remove_prefix(1);
            return true;
        }
        std::uint32_t point = 0;
        if (!skip("u") || !takeUnit(point))
            return false;
        const bool surrogate = point >= 0xd800 && point <= 0xdfff;
        if (surrogate && point < 0xdc00) {
            const std::string_view after = m_left;
            std::uint32_t low = 0;
            if (skip("\\u") && takeUnit(low) && low >= 0xdc00 && low <= 0xdfff) {
                appendUtf8(text, 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00));
                return true;
            }
            m_left = after;
        }
        appendUtf8(text, surrogate ? 0xfffd : point);
        return true;
    }

    /// Reads four hexadecimal digits.
    bool takeUnit(std::uint32_t& unit)
    {
        constexpr std::size_t digits = 4;
        if (m_left.size() < digits)
            return false;
        const char* const end = m_left.data() + digits;
        const auto [next, code] = std::from_chars(m_left.data(), end, unit, 16);
        m_left.remove_prefix(digits);
        return code == std::errc() && next == end;
    }

    bool takeNumber(nlohmann::json& value)
    {
        const std::string_view text = m_left.substr(0, m_left.find_first_not_of("+-0123456789.eE"));
        m_left.remove_prefix(text.size());
        if (text.find_first_of(".eE") == std::string_view::npos) {
            std::int64_t whole = 0;
            std::uint64_t large = 0;
            if (read(text, whole) == std::errc()) {
                value = whole;
                return true;
            }
            if (read(text, large) == std::errc()) {
                value = large;
                return true;
            }
        }
        double real = 0.0;
        const std::errc code = read(text, real);
        if (code == std::errc::result_out_of_range) // as Python reads it: too large is infinite, too small is 0
            real = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
                       ? 0.0
                       : std::copysign(std::numeric_limits<double>::infinity(), text.starts_with('-') ? -1.0 : 1.0);
        value = real;
        return code == std::errc() || code == std::errc::result_out_of_range;
    }

    /// Reads all of `text` as a number.
    template <typename Number> static std::errc read(std::string_view text, Number& number)
    {
        const auto [next, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        return code == std::errc() && next != text.data() + text.size() ? std::errc::invalid_argument : code;
    }

    std::string_view m_left;
};

bool isUnnamedNumber(const nlohmann::json& value)
{
    return value.is_number_float() && !std::isfinite(value.get<double>());
}

/// "NaN", "Infinity" or "-Infinity".
std::string nameOfNumber(double value)
{
    return std::isnan(value) ? "NaN" : value > 0.0 ? "Infinity" : "-Infinity";
}

} // namespace

nlohmann::json parsePythonJson(std::string_view text)
{
    if (isNestedTooDeeply(text, deepestNesting))
        return nlohmann::json(nlohmann::json::value_t::discarded);
    nlohmann::json strict = nlohmann::json::parse(text, nullptr, false);
    return strict.is_discarded() ? PythonJsonReader(asUtf8(text)).document() : strict;
}

std::string pythonJsonText(const nlohmann::json& value)
{
    if (isUnnamedNumber(value))
        return nameOfNumber(value.get<double>());
    if (!value.is_structured())
        return jsonText(value);
    std::string text;
    for (const auto& [key, entry] : value.items())
        text +=
            (text.empty() ? "" : ",") + (value.is_object() ? jsonText(nlohmann::json(key)) + ":" : std::string()) + pythonJsonText(entry);
    return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::string plainJsonText(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : pythonJsonText(value);
}

nlohmann::json withNamedNumbers(nlohmann::json value)
{
    if (isUnnamedNumber(value))
        return nameOfNumber(value.get<double>());
    if (value.is_structured())
        for (nlohmann::json& entry : value)
            entry = withNamedNumbers(std::move(entry));
    return value;
}

bool isSameJson(const nlohmann::json& one, const nlohmann::json& other)
{
    if (one == other)
        return true;
    if (isUnnamedNumber(one) && isUnnamedNumber(other)) // infinities of one sign are equal above
        return std::isnan(one.get<double>()) && std::isnan(other.get<double>());
    if (one.is_array() && other.is_array())
        return std::ranges::equal(one, other, isSameJson);
    return one.is_object() && other.is_object() && one.size() == other.size() && std::ranges::all_of(one.items(), [&](const auto& member) {
               const auto found = other.find(member.key());
               return found != other.end() && isSameJson(member.value(), *found);
           });
}

} // namespace reweigh
