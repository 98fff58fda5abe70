// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Variant.h"

#include "core/base/Choice.h"
#include "core/base/NearestName.h"
#include "core/base/PathText.h"
#include "core/base/Sha256.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"

#include <algorithm>

namespace reweigh {
namespace {

/// Whether a setting may differ between variants: it belongs to data or training and decides a result.
bool isVaried(const ConfigField& field)
{
    return field.identity && (field.group == FieldGroup::Data || field.group == FieldGroup::Training);
}

/// Whether a setting is a seed. The comparison sets the seeds of every run, so that runs of different variants form pairs.
bool isSeed(const ConfigField& field)
{
    return field.key == "seed" || field.key == "train-seed";
}

Error unknownVariant(const std::string& name)
{
    return {ErrorCode::UnknownValue, "variants", name, nearestOrAll(name, variantNames())};
}

Error unknownSetting(const std::string& key)
{
    std::vector<std::string> keys;
    for (const ConfigField& field : configFields())
        if (isVaried(field) && !isSeed(field))
            keys.push_back(field.key);
    return {ErrorCode::UnknownKey, key, {}, nearestName(key, keys)};
}

} // namespace

nlohmann::json differingSettings(const ExperimentConfig& config, const ExperimentConfig& study)
{
    nlohmann::json settings = nlohmann::json::object();
    for (const ConfigField& field : configFields())
        if (isVaried(field))
            if (nlohmann::json value = field.get(config); value != field.get(study))
                settings[field.key] = std::move(value);
    return settings;
}

nlohmann::json decidingSettings(const ExperimentConfig& config)
{
    nlohmann::json settings = nlohmann::json::object();
    for (const ConfigField& field : configFields())
        if (isVaried(field) && isUsed(field, config))
            settings[field.key] = decidingValue(field, field.get(config));
    return settings;
}

/// Hashes only settings that differ from what a study means that does not name them (ConfigField::unnamed), so that a setting added by a
/// later version does not change existing hashes.
std::string variantHash(const ExperimentConfig& config)
{
    static const ExperimentConfig defaults;
    nlohmann::json settings = nlohmann::json::object();
    const nlohmann::json deciding = decidingSettings(config); // outlives the loop
    for (const auto& [key, value] : deciding.items())
        if (const ConfigField& field = *findField(key); value != field.unnamed(defaults))
            settings[key == "input" ? "tap" : key] = value; // the earlier name: hashes in names of existing folders stay valid
    Sha256 hash;
    hash.update("reweigh variant 1\n");
    hash.update(settings.dump());
    return hexOf(hash.finish()).substr(0, 8);
}

bool needsSearch(const Variant& variant)
{
    const NamedVariant* named = findNamedVariant(variant.base);
    return named && named->ofSearch;
}

bool needsRandomSearch(const Variant& variant)
{
    return variant.base == randomVariant;
}

Result<ResolvedVariant> resolveVariant(const Variant& variant, const VariantSource& source)
{
    ResolvedVariant resolved{.name = variant.name, .base = variant.base, .config = source.study};
    ExperimentConfig& config = resolved.config;
    if (!variant.base.empty()) {
        const NamedVariant* named = findNamedVariant(variant.base);
        if (!named)
            return unknownVariant(variant.base);
        if (needsRandomSearch(variant) && !source.random)
            return Error{ErrorCode::StudyEmpty, randomVariant, {}, {}};
        named->apply(config.training, source, config.data);
    }
    for (const auto& [key, value] : variant.settings.items()) {
        const ConfigField* field = findField(key);
        if (!field)
            return unknownSetting(key);
        if (!isVaried(*field) || isSeed(*field))
            return Error{ErrorCode::VariantSettingFixed, variant.name, key, {}};
    }
    if (const Status set = applyJson(config, variant.settings); !set)
        return set.error();
    for (const auto& [key, value] : variant.settings.items())
        if (const Status used = checkUse(*findField(key), config); !used)
            return used.error();
    config.search.objectiveEpochs = std::min(config.search.objectiveEpochs, config.training.epochs);
    if (const Status valid = validate(config); !valid)
        return valid.error();
    resolved.settings = differingSettings(config, source.study);
    resolved.hash = variantHash(config);
    return resolved;
}

Status checkFileNames(const std::vector<ResolvedVariant>& variants)
{
    const auto listOf = [](const ResolvedVariant& variant) { return std::filesystem::path(variant.config.data.leaveOut); };
    for (const ResolvedVariant& one : variants)
        for (const ResolvedVariant& other : variants)
            if (listOf(one).has_filename() && listOf(one).filename() == listOf(other).filename()
                && fullPath(listOf(one)) != fullPath(listOf(other)))
                return Error{ErrorCode::ValueOutOfRange, "leave-out", listOf(other).string(),
                             "a file of another name than " + listOf(one).string() + ": lists are told apart by their names"};
    return {};
}

Result<ResolvedVariants> resolveVariants(const std::vector<Variant>& variants, const VariantSource& source)
{
    if (variants.empty())
        return Error{ErrorCode::VariantsNone, {}, {}, {}};
    ResolvedVariants resolved;
    const auto isOwn = [&](const std::string& name) {
        const auto asked = std::ranges::find(variants, name, &Variant::name);
        return asked->name != asked->base || !asked->settings.empty();
    };
    std::vector<std::string> names;
    std::vector<ResolvedVariant> all;
    for (const Variant& variant : variants) {
        if (std::ranges::find(names, variant.name) != names.end())
            return Error{ErrorCode::VariantRepeated, variant.name, {}, {}};
        names.push_back(variant.name);
        Result<ResolvedVariant> one = resolveVariant(variant, source);
        if (!one)
            return one.error();
        all.push_back(*one);
        if (const Status apart = checkFileNames(all); !apart)
            return apart.error();
        const auto same = std::ranges::find(resolved.list, one->hash, &ResolvedVariant::hash);
        if (same == resolved.list.end())
            resolved.list.push_back(std::move(one).value());
        else if (isOwn(variant.name) || isOwn(same->name))
            return Error{ErrorCode::VariantsEqual, variant.name, same->name, {}};
        else
            resolved.same.emplace_back(variant.name, same->name);
    }
    return resolved;
}

namespace {

/// Sets an MW-Net with these hidden layers and the loss, as it is, as its only input; the meta learning rate stays the study's.
void fedByTheLoss(TrainOptions& training, std::vector<int> hidden)
{
    training.weighting = "mwnet";
    training.metaNet.input = "loss";
    training.metaNet.withLabel = false;
    training.metaNet.standardised = false;
    training.metaNet.hidden = std::move(hidden);
    training.metaNet.activation = Activation::Relu; // as in Shu et al. 2019
}

void fedAsSearched(TrainOptions& training, const Proposal& found)
{
    training.metaNet.input = found.metaNet.input;
    training.metaNet.withLabel = found.metaNet.withLabel;
    training.metaNet.standardised = found.metaNet.standardised;
}

void asFound(TrainOptions& training, const Proposal& found)
{
    training.weighting = "mwnet";
    training.metaNet = found.metaNet;
    training.metaLr = found.metaLr;
}

void plain(TrainOptions& training)
{
    training.loss = "ce";
    training.weighting = "none";
}

const std::vector<int>& shuLayers()
{
    static const std::vector<int> layers = {100};
    return layers;
}

std::vector<int> mostLayers(const ExperimentConfig& study)
{
    return std::vector<int>(std::size_t(study.search.layersHigh), study.search.nodesHigh);
}

constexpr NamedVariant namedRows[] = {
    {searchedVariant, QT_TRANSLATE_NOOP("Variants", "searched"),
     QT_TRANSLATE_NOOP("Variants", "The best trial's network and rate, retrained: what the others are compared with"), true, true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { asFound(training, source.searched); }},
    {"fixed", QT_TRANSLATE_NOOP("Variants", "fixed 1-100-1, loss"),
     QT_TRANSLATE_NOOP("Variants", "The network of Shu et al. 2019 at the study's meta rate: does the search gain anything?"), true, false,
     [](TrainOptions& training, const VariantSource&, DataOptions&) { fedByTheLoss(training, shuLayers()); }},
    {"fixed-label", QT_TRANSLATE_NOOP("Variants", "fixed 1-100-1, loss + label"),
     QT_TRANSLATE_NOOP("Variants", "The same network, which sees the observed label too: is knowing the class enough?"), true, false,
     [](TrainOptions& training, const VariantSource&, DataOptions&) {
         fedByTheLoss(training, shuLayers());
         training.metaNet.withLabel = true;
     }},
    {"fixed-searched-rate", QT_TRANSLATE_NOOP("Variants", "1-100-1, loss, searched rate"),
     QT_TRANSLATE_NOOP("Variants", "The same at the searched meta rate: does the rate alone explain the gain?"), true, true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, shuLayers());
         training.metaLr = source.searched.metaLr;
     }},
    {"fixed-searched-input", QT_TRANSLATE_NOOP("Variants", "1-100-1, searched input"),
     QT_TRANSLATE_NOOP("Variants", "1-100-1 with the searched input: does the input alone explain the gain?"), true, true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, shuLayers());
         fedAsSearched(training, source.searched);
     }},
    {"searched-size", QT_TRANSLATE_NOOP("Variants", "searched size, loss"),
     QT_TRANSLATE_NOOP("Variants", "The searched layers with the loss as input: do the layers alone explain the gain?"), true, true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, source.searched.metaNet.hidden);
         training.metaNet.activation = source.searched.metaNet.activation;
     }},
    {"largest", QT_TRANSLATE_NOOP("Variants", "largest, loss"),
     QT_TRANSLATE_NOOP("Variants", "The largest network of the space with the loss as input: is size enough?"), true, false,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { fedByTheLoss(training, mostLayers(source.study)); }},
    {"largest-searched-input", QT_TRANSLATE_NOOP("Variants", "largest, searched input"),
     QT_TRANSLATE_NOOP("Variants", "The largest network with the searched input: does its size need a search?"), true, true,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) {
         fedByTheLoss(training, mostLayers(source.study));
         fedAsSearched(training, source.searched);
     }},
    {randomVariant, QT_TRANSLATE_NOOP("Variants", "random search"),
     QT_TRANSLATE_NOOP("Variants", "The best of a random search with as many trials: does the sampler matter? It costs a second search"),
     false, false,
     [](TrainOptions& training, const VariantSource& source, DataOptions&) { asFound(training, source.random.value_or(source.searched)); }},
    {"ce", QT_TRANSLATE_NOOP("Variants", "cross entropy"),
     QT_TRANSLATE_NOOP("Variants", "Plain cross entropy, no weights: does weighting help at all?"), true, false,
     [](TrainOptions& training, const VariantSource&, DataOptions&) { plain(training); }},
    {"ce+meta", QT_TRANSLATE_NOOP("Variants", "cross entropy, meta images too"),
     QT_TRANSLATE_NOOP("Variants", "The meta images join the training set: would training on them do as well?"), true, false,
     [](TrainOptions& training, const VariantSource&, DataOptions& data) {
         plain(training);
         data.trainOnMeta = true;
     }},
};

} // namespace

std::span<const NamedVariant> namedVariants()
{
    return namedRows;
}

const NamedVariant* findNamedVariant(std::string_view name)
{
    const auto found = std::ranges::find(namedRows, name, [](const NamedVariant& row) { return std::string_view(row.name); });
    return found == std::end(namedRows) ? nullptr : found;
}

std::vector<std::string> variantNames()
{
    std::vector<std::string> names;
    for (const NamedVariant& row : namedRows)
        names.emplace_back(row.name);
    return names;
}

std::vector<Variant> defaultVariants()
{
    std::vector<Variant> variants;
    for (const NamedVariant& row : namedRows)
        if (row.byDefault)
            variants.push_back({.name = row.name, .base = row.name});
    return variants;
}

std::vector<Variant> demoVariants()
{
    std::vector<Variant> variants;
    for (const char* name : {searchedVariant, "fixed", "fixed-label", "fixed-searched-input", "largest", "ce"})
        variants.push_back({.name = name, .base = name});
    return variants;
}

} // namespace reweigh
