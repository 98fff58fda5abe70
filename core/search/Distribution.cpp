// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Distribution.h"

#include "core/base/PythonJson.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace reweigh {
namespace {

using nlohmann::json;

/// Tolerance for rounding: decimal steps such as 0.1 have no exact binary form.
constexpr double gridTolerance = 1e-8;

struct Single {
    bool operator()(const FloatDistribution& d) const
    {
        return d.low == d.high || (d.step && d.high - d.low < *d.step * (1.0 - gridTolerance));
    }
    bool operator()(const IntDistribution& d) const
    {
        const std::uint64_t width = std::uint64_t(d.high) - std::uint64_t(d.low); // a range of all integers is wider than a signed one says
        return width == 0 || (!d.log && width < std::uint64_t(d.step));
    }
    bool operator()(const CategoricalDistribution& d) const { return d.choices.size() == 1; }
};

/// Whether `value` is `low` plus a whole number of steps, up to rounding.
bool onGrid(double value, double low, double step)
{
    const double steps = (value - low) / step;
    return std::abs(steps - std::nearbyint(steps)) < gridTolerance;
}

struct Contains {
    double value;

    bool operator()(const FloatDistribution& d) const
    {
        return value >= d.low && value <= d.high && (!d.step || onGrid(value, d.low, *d.step));
    }
    bool operator()(const IntDistribution& d) const
    {
        const auto low = static_cast<double>(d.low);
        return value >= low && value <= static_cast<double>(d.high) && value == std::nearbyint(value)
               && onGrid(value, low, static_cast<double>(d.step));
    }
    bool operator()(const CategoricalDistribution& d) const
    {
        return value >= 0.0 && value < static_cast<double>(d.choices.size()) && value == std::nearbyint(value);
    }
};

struct External {
    double value;

    json operator()(const FloatDistribution&) const { return value; }
    json operator()(const IntDistribution&) const
    {
        constexpr double limit = 9223372036854775808.0; // 2^63
        return value >= -limit && value < limit ? json(static_cast<std::int64_t>(value)) : json(value);
    }
    json operator()(const CategoricalDistribution& d) const { return d.choices.at(static_cast<std::size_t>(value)); }
};

struct ToJson {
    json operator()(const FloatDistribution& d) const
    {
        return named("FloatDistribution", {{"step", d.step ? json(*d.step) : json()}, {"low", d.low}, {"high", d.high}, {"log", d.log}});
    }
    json operator()(const IntDistribution& d) const
    {
        return named("IntDistribution", {{"log", d.log}, {"step", d.step}, {"low", d.low}, {"high", d.high}});
    }
    json operator()(const CategoricalDistribution& d) const { return named("CategoricalDistribution", {{"choices", json(d.choices)}}); }

    static json named(const char* name, json attributes) { return {{"name", name}, {"attributes", std::move(attributes)}}; }
};

FloatDistribution floatFrom(const json& attributes)
{
    FloatDistribution d{attributes.at("low").get<double>(), attributes.at("high").get<double>(), attributes.value("log", false), {}};
    if (const auto step = attributes.find("step"); step != attributes.end() && !step->is_null())
        d.step = step->get<double>();
    return d;
}

/// Whether a JSON number is a whole one with a 64-bit form.
bool isInt64(const json& number)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (number.is_number_float()) {
        const auto value = number.get<double>();
        return value == std::nearbyint(value) && std::abs(value) <= exact;
    }
    return number.is_number_integer()
           && (!number.is_number_unsigned() || number.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max()));
}

Distribution intFrom(const json& attributes)
{
    const json& low = attributes.at("low");
    const json& high = attributes.at("high");
    if (low.is_number() && high.is_number() && !(isInt64(low) && isInt64(high)))
        return FloatDistribution{low.get<double>(), high.get<double>(), attributes.value("log", false), {}};
    return IntDistribution{low.get<std::int64_t>(), high.get<std::int64_t>(), attributes.value("log", false),
                           attributes.value("step", std::int64_t(1))};
}

/// Optuna's own conditions: low <= high, which NaN is not, a positive step, and a log scale only above 0 and without a step.
bool valid(const FloatDistribution& d)
{
    return d.low <= d.high && (!d.step || *d.step > 0.0) && (!d.log || (d.low > 0.0 && !d.step));
}

bool valid(const IntDistribution& d)
{
    return d.low <= d.high && d.step >= 1 && (!d.log || (d.low >= 1 && d.step == 1));
}

bool valid(const CategoricalDistribution& d)
{
    return !d.choices.empty();
}

} // namespace

bool operator==(const CategoricalDistribution& one, const CategoricalDistribution& other)
{
    return std::ranges::equal(one.choices, other.choices, isSameJson);
}

bool isSingle(const Distribution& distribution)
{
    return std::visit(Single{}, distribution);
}

bool contains(const Distribution& distribution, double internal)
{
    return std::visit(Contains{internal}, distribution);
}

json externalValue(const Distribution& distribution, double internal)
{
    return std::visit(External{internal}, distribution);
}

std::optional<double> internalValue(const Distribution& distribution, const json& outside)
{
    if (const auto* categorical = std::get_if<CategoricalDistribution>(&distribution)) {
        const auto& choices = categorical->choices;
        const auto found = std::ranges::find_if(choices, [&](const json& choice) { return isSameJson(choice, outside); });
        return found == choices.end() ? std::nullopt : std::optional<double>(found - choices.begin());
    }
    return outside.is_number() ? std::optional<double>(outside.get<double>()) : std::nullopt;
}

json toJson(const Distribution& distribution)
{
    return std::visit(ToJson{}, distribution);
}

Result<Distribution> distributionFromJson(const json& json)
{
    const Error corrupt{ErrorCode::StudyCorrupt, pythonJsonText(json), "distribution", {}};
    try {
        const auto& name = json.at("name").get_ref<const std::string&>();
        const auto& attributes = json.at("attributes");
        Distribution distribution;
        if (name == "FloatDistribution")
            distribution = floatFrom(attributes);
        else if (name == "IntDistribution")
            distribution = intFrom(attributes);
        else if (name == "CategoricalDistribution")
            distribution = CategoricalDistribution{attributes.at("choices").get<std::vector<nlohmann::json>>()};
        else
            return corrupt;
        if (!std::visit([](const auto& d) { return valid(d); }, distribution))
            return corrupt;
        return distribution;
    } catch (const nlohmann::json::exception&) {
        return corrupt;
    }
}

} // namespace reweigh
