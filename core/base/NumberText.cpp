// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NumberText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

std::string fixedText(double value, int digits)
{
    char buffer[400]; // the largest double has 309 digits before the point
    std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, std::clamp(digits, 0, 17)).ptr);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') // what is rounded to 0 has no sign
        text.erase(0, 1);
    return text;
}

std::string figureText(double value, int digits)
{
    constexpr double most = 1e9, significant = 9.95; // in units of the last decimal: below it, fewer than two digits are left
    const double size = std::abs(value);
    if (!std::isfinite(value) || size == 0.0 || (size < most && size * std::pow(10.0, digits) >= significant))
        return fixedText(value, digits);
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, size < most ? 3 : 6).ptr};
}

std::optional<int> spreadDigits(double halfWidth, int digits)
{
    constexpr int most = 9;
    constexpr double least = 0.95; // of the last decimal: from there on it is rounded to 1
    constexpr double rounding = 1e-12;
    if (!std::isfinite(halfWidth) || halfWidth < rounding)
        return std::nullopt;
    while (digits < most && halfWidth * std::pow(10.0, digits) < least)
        ++digits;
    return digits;
}

std::optional<double> numberFromText(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return std::nullopt;
    text = text.substr(first, text.find_last_not_of(space) - first + 1);
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+') // from_chars knows no plus
        text.remove_prefix(1);
    // from_chars would take "inf" and "nan".
    if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos || text.find_first_of("0123456789") > 1
        || text.find_first_of("+-") == 0)
        return std::nullopt;
    double size = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (end != text.data() + text.size() || code == std::errc::invalid_argument)
        return std::nullopt;
    if (code == std::errc::result_out_of_range) {
        const std::size_t exponent = text.find_first_of("eE");
        const bool tiny = exponent == std::string_view::npos ? text.front() == '0' || text.front() == '.' : text[exponent + 1] == '-';
        size = tiny ? 0.0 : std::numeric_limits<double>::infinity();
    }
    return negative ? -size : size;
}

} // namespace reweigh
