// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

// The texts of numbers in files, tables and flags. None of them depends on the locale, in which the decimal point may be a comma.

namespace reweigh {

/// The shortest decimal text that reads back as `value`: "0.4", "50", "1e+300", "nan".
inline std::string numberText(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

/// `value` with `digits` (0 to 17) decimals: "0.813"; "nan", "inf", "-inf". What is rounded to 0 has no minus: "0.00".
std::string fixedText(double value, int digits);

/// `value` with `digits` (0 to 17) decimals, as fixedText(), or, where fewer than two significant digits of it would be left, with three of
/// them: 0.000123 and 1.23e-05 where four decimals would give 0.0001 and 0.0000. From 1e9 on it has six of them, as 1.23457e+09.
std::string figureText(double value, int digits);

/// The decimals with which a mean and its half-width are shown: `digits`, or as many more (9 in all) as leave the half-width a digit that is
/// not 0. None if the half-width says nothing (NaN, infinite, 0 but for rounding): then the mean stands for itself, as figureText() writes it.
std::optional<int> spreadDigits(double halfWidth, int digits);

/// The number that a person wrote: "0.1", ".1", "1.", "+1", "1e-3", " 5 ". None for all else: commas, which mean different things in
/// different countries, hexadecimal numbers, "nan", "inf", an empty text. One beyond the range of a double is an infinity, one too near to
/// zero is 0.
std::optional<double> numberFromText(std::string_view text);

} // namespace reweigh
