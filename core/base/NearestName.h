// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reweigh {

/// The name in `known` nearest to `given` by Levenshtein distance, the first of equals; empty if every distance is more
/// than half the length of the longer name, so that no known name is likely to be meant.
std::string nearestName(std::string_view given, std::span<const std::string> known);

} // namespace reweigh
