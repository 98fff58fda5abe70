// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/search/Observation.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// The value of a parameter that needs no draw: the only one possible, or the one drawn jointly at the
/// trial's start where it still fits `distribution`.
std::optional<double> settledValue(const std::vector<Parameter>& joint, const std::string& name,
                                   const Distribution& distribution);


/// Where a sampler stands: its seed and, for each random stream by name, how many 32-bit words it has drawn.
struct SamplerState {
    std::uint64_t seed = 0;
    std::map<std::string, std::uint64_t> drawn;
};

/// {"seed": 7, "drawn": {"random": 24, "tpe": 336}}
std::string toText(const SamplerState& state);

/// `text` as the state of a sampler that has exactly the streams of `like`.
/// Errors: StudyCorrupt (where = the text).
Result<SamplerState> samplerStateFrom(const std::string& text, const SamplerState& like);

} // namespace reweigh
