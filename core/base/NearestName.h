// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reweigh {

/// The name of `known` nearest to `given` by Levenshtein distance; empty when none is near enough to be
/// a slip of the hand (more than half its letters differ).
std::string nearestName(std::string_view given, std::span<const std::string> known);

} // namespace reweigh
