// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/search/Sampler.h"
#include "core/search/tpe/ParzenEstimator.h"

#include <cstdint>

namespace reweigh {

/// One sampler as it is chosen, explained and made.
struct SamplerRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    std::vector<OwnSetting> settings; ///< numbers of its own
    /// `values` has one for each of `settings`.
    std::unique_ptr<Sampler> (*make)(std::uint64_t seed, const OwnValues& values) = nullptr;
};

/// Every sampler; the first is the default.
const std::vector<SamplerRow>& samplerRows();

/// The sampler `name`. `given` may lack numbers, which then have their usual values, and hold others, which are not read.
/// Errors: UnknownValue (where = sampler).
Result<std::unique_ptr<Sampler>> makeSampler(const std::string& name, std::uint64_t seed, const OwnValues& given = {});

/// Optuna 5.0.0's TPESampler(seed=seed), or with its other settings.
std::unique_ptr<Sampler> makeTpeSampler(std::uint64_t seed, TpeOptions options = {});

/// Optuna 5.0.0's RandomSampler(seed=seed).
std::unique_ptr<Sampler> makeRandomSampler(std::uint64_t seed);

} // namespace reweigh
