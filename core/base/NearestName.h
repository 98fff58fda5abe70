// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// The shortest name in `known` that begins with `given`, if that has at least three characters: "test.acc" means test.accuracy rather
/// than test.few. Else the name nearest to `given` by Levenshtein distance. The first of equals; empty if every distance is more
/// than half the length of the longer name, so that no known name is likely to be meant.
std::string nearestName(std::string_view given, std::span<const std::string> known);

/// nearestName(), or where there is none all names in one line.
std::string nearestOrAll(std::string_view given, const std::vector<std::string>& known);

} // namespace reweigh
