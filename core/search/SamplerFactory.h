// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Sampler.h"
#include "core/search/tpe/TpeOptions.h"

#include <cstdint>

namespace reweigh {

/// Optuna 5.0.0's TPESampler(seed=seed), or with its other settings.
std::unique_ptr<Sampler> makeTpeSampler(std::uint64_t seed, TpeOptions options = {});

/// Optuna 5.0.0's RandomSampler(seed=seed).
std::unique_ptr<Sampler> makeRandomSampler(std::uint64_t seed);

} // namespace reweigh
