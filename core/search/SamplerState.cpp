// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerState.h"

#include <nlohmann/json.hpp>

namespace reweigh {

using nlohmann::json;

std::string toText(const SamplerState& state)
{
    return json{{"seed", state.seed}, {"drawn", state.drawn}}.dump();
}

Result<SamplerState> samplerStateFrom(const std::string& text, const SamplerState& like)
{
    const Error corrupt{ErrorCode::StudyCorrupt, text, "sampler state", {}};
    const json parsed = json::parse(text, nullptr, false);
    const auto isCount = [](const json& value) { return value.is_number_unsigned(); };
    if (!parsed.is_object() || !parsed.contains("seed") || !isCount(parsed["seed"]) || !parsed.contains("drawn"))
        return corrupt;
    const json& drawn = parsed["drawn"];
    if (!drawn.is_object() || drawn.size() != like.drawn.size())
        return corrupt;
    SamplerState state{parsed["seed"].get<std::uint64_t>(), {}};
    for (const auto& entry : like.drawn) {
        if (!drawn.contains(entry.first) || !isCount(drawn[entry.first]))
            return corrupt;
        state.drawn[entry.first] = drawn[entry.first].get<std::uint64_t>();
    }
    return state;
}

} // namespace reweigh
