// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantResult.h"

#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/config/DataSets.h"
#include "core/config/Methods.h"
#include "core/experiment/RunFacts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace reweigh {
namespace {

/// Sort key of a variant in the tables: named variants come first, in the order of their list.
std::size_t rankOf(const VariantResult& variant)
{
    const auto rows = namedVariants();
    const NamedVariant* row = variant.asked.name == variant.asked.base ? findNamedVariant(variant.asked.base) : nullptr;
    return row ? std::size_t(row - rows.data()) : rows.size();
}

/// Whether the variant's own settings are none but those of a proposal: the window trains a trial again as such a variant.
bool setsProposalAlone(const Variant& variant)
{
    const std::set<std::string> keys = {"input", "standardise-input", "hidden", "activation", "normalise-weights", "meta-lr"};
    for (const auto& [key, value] : variant.settings.items())
        if (!keys.contains(key))
            return false;
    return true;
}

void takeRuns(VariantResult& kept, const VariantResult& newer)
{
    for (const VariantRun& run : newer.runs) {
        std::erase_if(kept.runs, [&](const VariantRun& known) { return known.seed == run.seed; });
        std::erase_if(kept.failed, [&](const FailedRun& known) { return known.seed == run.seed; });
        kept.runs.push_back(run);
    }
    for (const FailedRun& failure : newer.failed) {
        if (kept.run(failure.seed))
            continue;
        std::erase_if(kept.failed, [&](const FailedRun& known) { return known.seed == failure.seed; });
        kept.failed.push_back(failure);
    }
    std::ranges::sort(kept.runs, {}, &VariantRun::seed);
    std::ranges::sort(kept.failed, {}, &FailedRun::seed);
}

void putInOrder(std::vector<VariantResult>& list)
{
    std::ranges::stable_sort(list, {}, [](const VariantResult& variant) { return std::pair(variant.earlier, rankOf(variant)); });
}

} // namespace

const VariantRun* VariantResult::run(int seed) const
{
    const auto found = std::ranges::find(runs, seed, &VariantRun::seed);
    return found == runs.end() ? nullptr : &*found;
}

bool isDecided(const FailedRun& failure)
{
    return failure.error.code == ErrorCode::TrainingFailed && failure.error.detail == lossNotFinite;
}

VariantResult emptyResult(const ResolvedVariant& variant, const Variant& asked)
{
    const TrainOptions& training = variant.config.training;
    return {.asked = asked,
            .hash = variant.hash,
            .settings = variant.settings,
            .weighted = isReweighted(training),
            .weighting = training.weighting,
            .metaNet = training.metaNet,
            .metaLr = training.metaLr};
}

std::optional<std::vector<std::string>> settingsChanged(const std::vector<VariantResult>& stored, const std::string& name,
                                                        const std::string& hash, const nlohmann::json& settings)
{
    std::optional<std::vector<std::string>> changed;
    for (const VariantResult& result : stored) {
        if (result.name() != name || result.runs.empty())
            continue;
        if (result.hash == hash)
            return std::nullopt; // these are kept
        std::set<std::string> keys;
        for (const auto& [key, value] : result.settings.items())
            if (!settings.contains(key) || settings.at(key) != value)
                keys.insert(key);
        for (const auto& [key, value] : settings.items())
            if (!result.settings.contains(key))
                keys.insert(key);
        changed.emplace(keys.begin(), keys.end());
    }
    return changed;
}

SeedValues seedValues(const VariantResult& variant, const std::string& metric)
{
    SeedValues values;
    for (const VariantRun& run : variant.runs)
        if (const auto found = run.metrics.find(metric); found != run.metrics.end() && std::isfinite(found->second.meanOfLast))
            values.emplace(std::uint64_t(run.seed), found->second.meanOfLast);
    return values;
}

std::vector<double> valuesOf(const VariantResult& variant, const std::string& metric)
{
    std::vector<double> values;
    for (const auto& [seed, value] : seedValues(variant, metric))
        values.push_back(value);
    return values;
}

ComparableValues comparableValues(const VariantResult& first, const VariantResult& second, const std::string& metric)
{
    ComparableValues values{seedValues(first, metric), seedValues(second, metric)};
    if (!metricKind(metric).ofGroups)
        return values;
    for (const VariantRun& run : first.runs) {
        const VariantRun* other = second.run(run.seed);
        const bool differ = other && !run.classGroups.empty() && !other->classGroups.empty() && run.classGroups != other->classGroups;
        const auto seed = std::uint64_t(run.seed);
        if (!differ || !values.first.contains(seed) || !values.second.contains(seed))
            continue;
        values.first.erase(seed);
        values.second.erase(seed);
        ++values.otherClasses;
    }
    return values;
}

const VariantResult* overtakenBy(const std::vector<VariantResult>& results, const Proposal& best)
{
    for (const VariantResult& result : results)
        if (result.name() == searchedVariant && !result.earlier && Proposal{result.metaNet, result.metaLr} != best)
            return &result;
    return nullptr;
}

const VariantResult* retrainedOf(const std::vector<VariantResult>& results, const Proposal& proposal)
{
    const auto found = std::ranges::find_if(results, [&](const VariantResult& variant) {
        return variant.weighted && Proposal{variant.metaNet, variant.metaLr} == proposal && setsProposalAlone(variant.asked);
    });
    return found == results.end() ? nullptr : &*found;
}

void mergeResults(std::vector<VariantResult>& kept, const std::vector<VariantResult>& newer)
{
    for (const VariantResult& variant : newer) {
        for (VariantResult& known : kept)
            if (known.name() == variant.name() && known.hash != variant.hash)
                known.earlier = true;
        const auto known = std::ranges::find(kept, variant.hash, &VariantResult::hash);
        if (known == kept.end()) {
            kept.push_back(variant);
            continue;
        }
        known->asked = variant.asked;
        known->settings = variant.settings;
        known->weighting = variant.weighting.empty() ? known->weighting : variant.weighting;
        known->earlier = false;
        known->parameters = variant.parameters ? variant.parameters : known->parameters;
        takeRuns(*known, variant);
    }
    putInOrder(kept);
}

void markEarlier(std::vector<VariantResult>& kept, const VariantSource& source)
{
    for (VariantResult& variant : kept) {
        if (variant.asked.base.empty() || (needsRandomSearch(variant.asked) && !source.random))
            continue; // does not depend on the search, or the new result of the random search is unknown
        const Result<ResolvedVariant> now = resolveVariant(variant.asked, source);
        variant.earlier = variant.earlier || (now && now->hash != variant.hash);
    }
    putInOrder(kept);
}

WeightSource weightSource(const VariantResult& variant, bool ownLabels)
{
    const auto setting = [&](const char* key) {
        const auto found = variant.settings.find(key);
        return found != variant.settings.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    WeightSource source{.weighting = variant.weighting, .metaNet = variant.metaNet, .ownLabels = ownLabels};
    if (source.weighting.empty())
        source.weighting = setting("weighting"); // where results that do not name it may have it
    if (source.weighting.empty())
        source.weighting = variant.weighted ? "mwnet" : "none"; // before there was a choice
    if (const std::string dataset = setting("dataset"); !dataset.empty())
        source.ownLabels = hasOwnLabels(dataset);
    return source;
}

namespace {

nlohmann::json toJson(const VariantRun& run)
{
    nlohmann::json metrics = nlohmann::json::object();
    for (const auto& [name, metric] : run.metrics)
        metrics[name] = toJson(metric);
    nlohmann::json json = {
        {"seed", run.seed},       {"data_seed", run.dataSeed}, {"train_seed", run.trainSeed},  {"fingerprint", run.fingerprintCode},
        {"seconds", run.seconds}, {"run_dir", run.runDir},     {"metrics", std::move(metrics)}};
    if (run.batchSize > 0)
        json["batch_size"] = run.batchSize;
    if (!run.classGroups.empty())
        json["class_groups"] = run.classGroups;
    return json;
}

VariantRun runFromJson(const nlohmann::json& json)
{
    VariantRun run{.seed = json.value("seed", 0),
                   .dataSeed = json.at("data_seed"),
                   .trainSeed = json.at("train_seed"),
                   .fingerprintCode = requiredMember(json, "fingerprint", "stamp"),
                   .classGroups = json.value("class_groups", std::string()),
                   .seconds = json.at("seconds"),
                   .batchSize = json.value("batch_size", 0),
                   .runDir = json.value("run_dir", std::string())};
    for (const auto& [name, metric] : json.at("metrics").items())
        run.metrics.emplace(name, metricFromJson(metric));
    return run;
}

nlohmann::json toJson(const FailedRun& failure)
{
    const Error& error = failure.error; // its texts may contain file names
    return {{"seed", failure.seed},
            {"code", errorName(error.code)},
            {"where", pathText(error.where)},
            {"detail", pathText(error.detail)},
            {"hint", pathText(error.hint)}};
}

FailedRun failureFromJson(const nlohmann::json& json)
{
    const std::string name = json.at("code");
    FailedRun failure{.seed = json.at("seed"), .error = {ErrorCode::TrainingFailed, json.at("where"), json.at("detail"), json.at("hint")}};
    for (const ErrorCode code : {ErrorCode::OutOfMemory, ErrorCode::CheckpointMismatch, ErrorCode::FileCorrupt, ErrorCode::FileTruncated})
        if (name == errorName(code))
            failure.error.code = code;
    return failure;
}

Error corrupt(const char* attribute, const std::string& detail)
{
    return {ErrorCode::ComparisonCorrupt, attribute, detail, {}};
}

Result<VariantResult> variantFromJson(const nlohmann::json& json)
{
    Result<MetaNetSpec> spec = metaNetSpecFromJson(json.at("architecture"));
    if (!spec)
        return corrupt(attribute::variants, spec.error().where);
    VariantResult variant{.asked = {.name = json.at("name"), .base = json.at("base"), .settings = json.at("asked")},
                          .hash = json.at("hash"),
                          .settings = json.at("settings"),
                          .weighted = json.at("weighted"),
                          .weighting = json.value("weighting", std::string()),
                          .metaNet = std::move(spec).value(),
                          .metaLr = json.at("meta_lr"),
                          .parameters = json.at("parameters"),
                          .earlier = json.at("earlier")};
    for (const nlohmann::json& run : json.at("runs"))
        variant.runs.push_back(runFromJson(run));
    for (const nlohmann::json& failure : json.at("failed"))
        variant.failed.push_back(failureFromJson(failure));
    return variant;
}

/// Converts an entry of reweigh:arms, which earlier versions wrote: one of five names, its network, and its runs in order of seed from 1.
Result<VariantResult> variantFromArm(const nlohmann::json& json, const ExperimentConfig& study)
{
    Result<MetaNetSpec> spec = metaNetSpecFromJson(json.at("architecture"));
    if (!spec)
        return corrupt(attribute::arms, spec.error().where);
    const std::string name = json.at("arm");
    const NamedVariant* named = findNamedVariant(name);
    if (!named)
        return corrupt(attribute::arms, name);
    VariantResult variant{.asked = {.name = name, .base = name},
                          .weighted = name != "ce",
                          .metaNet = std::move(spec).value(),
                          .metaLr = json.at("meta_lr"),
                          .parameters = json.at("parameters")};
    ExperimentConfig config = study;
    const Proposal network{variant.metaNet, variant.metaLr};
    named->apply(config.training, {.study = study, .searched = network}, config.data);
    if (variant.weighted) {
        config.training.metaNet = variant.metaNet;
        config.training.metaLr = variant.metaLr;
    }
    variant.settings = differingSettings(config, study);
    variant.hash = variantHash(config);
    for (const nlohmann::json& run : json.at("runs")) {
        variant.runs.push_back(runFromJson(run));
        variant.runs.back().seed = int(variant.runs.size());
        variant.runs.back().runDir = "arms/" + name + "/seed-" + std::to_string(variant.runs.size());
    }
    return variant;
}

ExperimentConfig configOf(const Attributes& attributes)
{
    ExperimentConfig config;
    if (const auto stored = attributes.find(attribute::config); stored != attributes.end())
        if (ExperimentConfig read; applyStored(read, stored->second))
            config = read;
    return config;
}

} // namespace

nlohmann::json toJson(const VariantResult& variant)
{
    nlohmann::json runs = nlohmann::json::array(), failed = nlohmann::json::array();
    for (const VariantRun& run : variant.runs)
        runs.push_back(toJson(run));
    for (const FailedRun& failure : variant.failed)
        failed.push_back(toJson(failure));
    return {{"name", variant.asked.name},      {"base", variant.asked.base},
            {"asked", variant.asked.settings}, {"hash", variant.hash},
            {"settings", variant.settings},    {"weighted", variant.weighted},
            {"weighting", variant.weighting},  {"architecture", toJson(variant.metaNet)},
            {"meta_lr", variant.metaLr},       {"parameters", variant.parameters},
            {"earlier", variant.earlier},      {"runs", std::move(runs)},
            {"failed", std::move(failed)}};
}

nlohmann::json toJson(const StoredVariants& stored)
{
    nlohmann::json list = nlohmann::json::array();
    for (const VariantResult& variant : stored.list)
        list.push_back(toJson(variant));
    return {{"threads", stored.threads}, {"variants", std::move(list)}};
}

Result<StoredVariants> storedVariants(const Attributes& attributes)
{
    StoredVariants stored;
    const auto variants = attributes.find(attribute::variants), arms = attributes.find(attribute::arms);
    const bool old = variants == attributes.end();
    try {
        if (!old) {
            stored.threads = variants->second.at("threads");
            for (const nlohmann::json& entry : variants->second.at("variants")) {
                Result<VariantResult> variant = variantFromJson(entry);
                if (!variant)
                    return variant.error();
                stored.list.push_back(std::move(variant).value());
            }
        } else if (arms != attributes.end()) {
            const ExperimentConfig study = configOf(attributes);
            std::vector<VariantResult> list;
            for (const nlohmann::json& entry : arms->second) {
                Result<VariantResult> variant = variantFromArm(entry, study);
                if (!variant)
                    return variant.error();
                list.push_back(std::move(variant).value());
            }
            mergeResults(stored.list, list);
        }
    } catch (const nlohmann::json::exception& error) {
        return corrupt(old ? attribute::arms : attribute::variants, jsonFault(error));
    }
    return stored;
}

Error inStudy(const Error& error, std::string study)
{
    return {error.code, std::move(study), error.where + ": " + error.detail, error.hint};
}

int missingRuns(const std::vector<VariantResult>& variants, int seeds)
{
    int missing = 0;
    for (const VariantResult& variant : variants)
        if (!variant.earlier)
            missing += std::max(0, seeds - int(variant.runs.size()));
    return missing;
}

bool isCompared(const std::vector<VariantResult>& variants, int seeds)
{
    return !variants.empty()
           && std::ranges::all_of(variants, [&](const VariantResult& variant) { return variant.earlier || variant.ended() >= seeds; });
}

int mostSeeds(const std::vector<VariantResult>& variants)
{
    int most = 0;
    for (const VariantResult& variant : variants)
        if (!variant.earlier)
            most = std::max(most, variant.ended());
    return most;
}

} // namespace reweigh
