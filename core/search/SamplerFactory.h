// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/search/Sampler.h"
#include "core/search/tpe/ParzenEstimator.h"

#include <cstdint>

namespace reweigh {

/// One sampler: its name, the words that explain it, its settings, and the function that creates it.
struct SamplerRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    std::vector<OwnSetting> settings; ///< its own numbers
    /// `values` has a value for each of `settings`.
    std::unique_ptr<Sampler> (*make)(std::uint64_t seed, const OwnValues& values) = nullptr;
};

/// Every sampler; the first is the default.
const std::vector<SamplerRow>& samplerRows();

/// Creates the sampler `name`. Numbers that `given` lacks have their defaults; numbers of other samplers are ignored.
/// Errors: UnknownValue (where = "sampler").
Result<std::unique_ptr<Sampler>> makeSampler(const std::string& name, std::uint64_t seed, const OwnValues& given = {});

/// Own setting of TPE: the number of finished trials before it takes over from random draws.
inline constexpr const char* tpeStartup = "tpe-startup-trials";

/// Creates a sampler that draws like Optuna 5.0.0's TPESampler(seed=seed) with these options.
std::unique_ptr<Sampler> makeTpeSampler(std::uint64_t seed, TpeOptions options = {});

/// Creates a sampler that draws like Optuna 5.0.0's RandomSampler(seed=seed).
std::unique_ptr<Sampler> makeRandomSampler(std::uint64_t seed);

} // namespace reweigh
