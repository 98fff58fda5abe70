// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <optional>

namespace reweigh {

/// The value of a parameter that needs no draw: the only one possible, or the one drawn jointly at the
/// trial's start where it still fits `distribution`.
std::optional<double> settledValue(const std::vector<Parameter>& joint, const std::string& name,
                                   const Distribution& distribution);

} // namespace reweigh
