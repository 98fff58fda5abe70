// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerState.h"

#include "core/base/Json.h"
#include "core/base/JsonText.h"

namespace reweigh {
namespace {

struct OnlyValue {
    double operator()(const CategoricalDistribution&) const { return 0.0; }
    template <typename Numeric> double operator()(const Numeric& d) const { return static_cast<double>(d.low); }
};

/// Whether a drawn value can be used with `distribution`. The range of a number may have changed since the draw, but the choices
/// of a category must be the same.
bool fits(const Parameter& drawn, const Distribution& distribution)
{
    if (drawn.distribution.index() != distribution.index())
        return false;
    return std::holds_alternative<CategoricalDistribution>(distribution) ? drawn.distribution == distribution
                                                                         : contains(distribution, drawn.value);
}

} // namespace

std::optional<double> settledValue(const std::vector<Parameter>& joint, const std::string& name, const Distribution& distribution)
{
    if (isSingle(distribution))
        return std::visit(OnlyValue{}, distribution);
    for (const Parameter& drawn : joint)
        if (drawn.name == name && fits(drawn, distribution))
            return drawn.value;
    return std::nullopt;
}

using nlohmann::json;

std::string toText(const SamplerState& state)
{
    return json{{"seed", state.seed}, {"drawn", state.drawn}}.dump();
}

Result<SamplerState> samplerStateFrom(const std::string& text, const SamplerState& like)
{
    const Error corrupt{ErrorCode::StudyCorrupt, text, "sampler state", {}};
    const json parsed = parsedJsonOrNone(text);
    constexpr std::uint64_t most = 10'000'000'000; // far more than a million trials draw: going there takes half a minute
    const auto isCount = [](const json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() <= most; };
    if (!parsed.is_object() || !parsed.contains("seed") || !parsed["seed"].is_number_unsigned() || !parsed.contains("drawn"))
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
