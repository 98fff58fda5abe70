// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// log sqrt(2 pi), rounded as Optuna's Python computes it.
inline const double logRootTwoPi = std::log(std::sqrt(2.0 * std::numbers::pi));

} // namespace reweigh
