// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/search/Observation.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// The internal value of a parameter if it needs no draw: the only possible value, or the value in `joint`, drawn at the
/// trial's start, if it fits `distribution`. None if the parameter must be drawn.
std::optional<double> settledValue(const std::vector<Parameter>& joint, const std::string& name, const Distribution& distribution);

/// The position of a sampler: its seed, and the number of 32-bit words drawn from each random stream, by the stream's name.
struct SamplerState {
    std::uint64_t seed = 0;
    std::map<std::string, std::uint64_t> drawn;
};

/// The position as JSON text: {"seed": 7, "drawn": {"random": 24, "tpe": 336}}.
std::string toText(const SamplerState& state);

/// Parses the text of toText() for a sampler that has exactly the streams of `like`.
/// Errors: StudyCorrupt (where = the text), also for a position so far that a study would not end opening.
Result<SamplerState> samplerStateFrom(const std::string& text, const SamplerState& like);

} // namespace reweigh
