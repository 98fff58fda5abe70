// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"

#include <string>
#include <string_view>

namespace reweigh {

/// Reads JSON as Python's json module writes it, and Optuna with it: besides the standard's JSON it takes NaN, Infinity and -Infinity,
/// and escapes of halves of surrogate pairs, which become U+FFFD, as do bytes that are not UTF-8. A discarded value (is_discarded())
/// if `text` is none, or is nested more than 1000 deep, which Python does not write either.
nlohmann::json parsePythonJson(std::string_view text);

/// `value` on one line as parsePythonJson() reads it: NaN and infinities keep their names. Never throws.
std::string pythonJsonText(const nlohmann::json& value);

/// The same for a reader's eye: a string has no quotation marks.
std::string plainJsonText(const nlohmann::json& value);

/// `value` with the strings "NaN", "Infinity" and "-Infinity" in the places of numbers that JSON has no form for, at any depth, so that
/// what is printed says which they were: Python's float(), JavaScript's Number() and R's as.numeric() read them.
nlohmann::json withNamedNumbers(nlohmann::json value);

/// Whether two values are the same. As in Optuna, NaN is the same as NaN, which == denies.
bool isSameJson(const nlohmann::json& one, const nlohmann::json& other);

} // namespace reweigh
