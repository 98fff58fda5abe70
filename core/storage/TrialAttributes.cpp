// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/TrialAttributes.h"

#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/config/MetaNetSpec.h"
#include "core/config/Names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

Error corrupt(const std::string& where, const std::string& detail)
{
    return {ErrorCode::StudyCorrupt, where, detail, {}};
}

const nlohmann::json& at(const Attributes& attributes, const char* key)
{
    static const nlohmann::json null;
    const auto found = attributes.find(key);
    return found == attributes.end() ? null : found->second;
}

/// An attribute of isLarge(), which the storage may have left as JSON text.
nlohmann::json large(const Attributes& attributes, const char* key)
{
    const nlohmann::json& stored = at(attributes, key);
    return stored.is_string() ? parsedJson(stored.get_ref<const std::string&>()) : stored;
}

} // namespace

MetricSummary summariseMetric(std::span<const double> values, int k, bool higherIsBetter)
{
    MetricSummary summary{.lastEpoch = int(values.size()), .last = values.back(), .best = std::numeric_limits<double>::quiet_NaN()};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool better = higherIsBetter ? values[i] > summary.best : values[i] < summary.best;
        if (!std::isnan(values[i]) && (summary.bestEpoch == 0 || better)) {
            summary.best = values[i];
            summary.bestEpoch = int(i) + 1;
        }
    }
    summary.meanEpochs = std::min(k, int(values.size()));
    double sum = 0.0;
    for (const double value : values.last(std::size_t(summary.meanEpochs)))
        sum += value;
    summary.meanOfLast = sum / summary.meanEpochs;
    return summary;
}

nlohmann::json toJson(const MetricSummary& metric)
{
    return {{"last", numberOrNull(metric.last)},
            {"last_epoch", metric.lastEpoch},
            {"best", numberOrNull(metric.best)},
            {"best_epoch", metric.bestEpoch},
            {"mean_of_last", numberOrNull(metric.meanOfLast)},
            {"mean_epochs", metric.meanEpochs}};
}

MetricSummary metricFromJson(const nlohmann::json& json)
{
    return {.lastEpoch = json.at("last_epoch"),
            .last = numberFromJson<double>(json.at("last")),
            .bestEpoch = json.at("best_epoch"),
            .best = numberFromJson<double>(json.at("best")),
            .meanEpochs = json.at("mean_epochs"),
            .meanOfLast = numberFromJson<double>(json.at("mean_of_last"))};
}

nlohmann::json toJson(const MetaNetSpec& spec)
{
    nlohmann::json json = {{"input", spec.input},
                           {"with_label", spec.withLabel},
                           {"hidden", spec.hidden},
                           {"activation", nameOf(spec.activation)},
                           {"normalised", spec.normalised}};
    if (spec.standardised)
        json["standardised"] = true;
    return json;
}

constexpr const char* inputBefore = "tap"; ///< the name of the input in versions before 0.2

Result<MetaNetSpec> metaNetSpecFromJson(const nlohmann::json& json)
{
    const std::vector<std::string> keys = {"input", "with_label", "hidden", "activation", "normalised", "standardised", inputBefore};
    MetaNetSpec spec;
    try {
        for (const auto& [key, value] : json.items())
            if (std::ranges::find(keys, key) == keys.end())
                return Error{ErrorCode::UnknownKey, key, {}, nearestName(key, keys)};
        spec.input = requiredMember(json, "input", inputBefore);
        spec.withLabel = json.at("with_label");
        spec.hidden = json.at("hidden").get<std::vector<int>>();
        spec.normalised = json.at("normalised");
        spec.standardised = json.value("standardised", false);
        const auto activation = fromName<Activation>(json.at("activation").get<std::string>());
        if (!activation)
            return Error{ErrorCode::UnknownValue, "activation", json.at("activation"),
                         nearestName(json.at("activation").get<std::string>(), allNames<Activation>())};
        spec.activation = *activation;
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorCode::ValueOutOfRange, "architecture", jsonFault(error), "an architecture object"};
    }
    if (std::ranges::find(inputNames(), spec.input) == inputNames().end())
        return Error{ErrorCode::UnknownValue, "input", spec.input, nearestName(spec.input, inputNames())};
    if (spec.input == "label" && spec.withLabel)
        return Error{ErrorCode::UnknownValue, "input", inputName(spec), spec.input};
    for (const int nodes : spec.hidden)
        if (nodes < 1 || nodes > 65536)
            return Error{ErrorCode::ValueOutOfRange, "hidden", std::to_string(nodes), "1..65536"};
    return spec;
}

Attributes toAttributes(const TrialFacts& facts)
{
    nlohmann::json metrics = nlohmann::json::object();
    for (const auto& [name, metric] : facts.metrics)
        metrics[name] = toJson(metric);
    return {
        {attribute::architecture,
         {{"network", toJson(facts.architecture)},
          {"meta_lr", facts.metaLr},
          {"parameters", facts.parameters},
          {"classifier_parameters", facts.classifierParameters}}},
        {attribute::metrics, std::move(metrics)},
        {attribute::seeds, {{"data", facts.dataSeed}, {"train", facts.trainSeed}}},
        {attribute::training, facts.training},
        {attribute::device, {{"name", facts.device}, {"reason", facts.deviceReason}, {"precision", facts.precision}}},
        {attribute::runDir, facts.runDir},
        {attribute::attempt, facts.attempt},
    };
}

Result<TrialFacts> trialFacts(const FrozenTrial& trial)
{
    const Attributes& attributes = trial.userAttributes;
    TrialFacts facts;
    try {
        const nlohmann::json& architecture = at(attributes, attribute::architecture);
        const Result<MetaNetSpec> spec = metaNetSpecFromJson(architecture.at("network"));
        if (!spec)
            return corrupt("trial " + std::to_string(trial.number), std::string(attribute::architecture) + ": " + spec.error().where);
        facts.architecture = *spec;
        facts.metaLr = architecture.at("meta_lr");
        facts.parameters = architecture.at("parameters");
        facts.classifierParameters = architecture.at("classifier_parameters");
        const nlohmann::json metrics = large(attributes, attribute::metrics); // outlives the loop
        for (const auto& [name, metric] : metrics.items())
            facts.metrics.emplace(name, metricFromJson(metric));
        facts.dataSeed = at(attributes, attribute::seeds).at("data");
        facts.trainSeed = at(attributes, attribute::seeds).at("train");
        facts.training = large(attributes, attribute::training);
        const nlohmann::json& device = at(attributes, attribute::device);
        facts.device = device.at("name");
        facts.deviceReason = device.at("reason");
        facts.precision = device.at("precision");
        facts.runDir = at(attributes, attribute::runDir);
        facts.attempt = at(attributes, attribute::attempt);
    } catch (const nlohmann::json::exception& error) {
        return corrupt("trial " + std::to_string(trial.number), jsonFault(error));
    }
    return facts;
}

Attributes toAttributes(const StudyFacts& facts)
{
    nlohmann::json space = nlohmann::json::object();
    for (const auto& [name, distribution] : facts.space)
        space[name] = toJson(distribution);
    return {
        {attribute::config, facts.config},
        {attribute::fingerprint, {{"code", facts.fingerprintCode}, {"fingerprint", facts.fingerprint}}},
        {attribute::space, std::move(space)},
        {attribute::versions, {{"reweigh", facts.program}, {"engine", facts.engine}}},
        {attribute::objective, {{"metric", facts.metric}, {"last_epochs", facts.lastEpochs}, {"direction", nameOf(facts.direction)}}},
    };
}

Result<StudyFacts> studyFacts(const StudyAttributes& attributes, const std::filesystem::path& file)
{
    StudyFacts facts;
    try {
        if (!attributes.user.contains(attribute::config))
            return Error{ErrorCode::StudyNotOurs, file.string(), {}, {}};
        facts.config = at(attributes.user, attribute::config);
        if (!facts.config.is_object())
            return corrupt(file.string(), attribute::config);
        const bool earlier = !attributes.user.contains(attribute::fingerprint); // versions before 0.2 call the fingerprint stamp
        const nlohmann::json fingerprint = at(attributes.user, earlier ? "reweigh:stamp" : attribute::fingerprint);
        facts.fingerprintCode = fingerprint.at("code");
        facts.fingerprint = fingerprint.at(earlier ? "stamp" : "fingerprint");
        for (const auto& [name, distribution] : at(attributes.user, attribute::space).items()) {
            const Result<Distribution> read = distributionFromJson(distribution);
            if (!read)
                return corrupt(file.string(), std::string(attribute::space) + ": " + name);
            facts.space.emplace(name, *read);
        }
        facts.program = at(attributes.user, attribute::versions).at("reweigh");
        facts.engine = at(attributes.user, attribute::versions).at("engine");
        const nlohmann::json& objective = at(attributes.user, attribute::objective);
        facts.metric = objective.at("metric");
        facts.lastEpochs = objective.at("last_epochs");
        facts.direction = objective.at("direction") == "MINIMIZE" ? Direction::Minimize : Direction::Maximize;
    } catch (const nlohmann::json::exception& error) {
        return corrupt(file.string(), jsonFault(error));
    }
    return facts;
}

std::vector<std::string> objectiveNames(const StudyAttributes& attributes, std::size_t count)
{
    const nlohmann::json& given = at(attributes.system, "study:metric_names");
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(given.is_array() && i < given.size() && given[i].is_string() ? given[i].get<std::string>()
                                                                                     : "objective " + std::to_string(i));
    const std::vector<std::string> written = names;
    for (std::size_t i = 0; i < count; ++i)
        if (std::ranges::count(written, written[i]) > 1)
            for (int number = 1; std::ranges::count(names, names[i]) > 1 || names[i] == written[i]; ++number)
                names[i] = written[i] + " (" + std::to_string(number) + ")";
    return names;
}

} // namespace reweigh
