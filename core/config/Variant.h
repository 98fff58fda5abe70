// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// What variants are made from: the study's settings and what its search found.
struct VariantSource {
    ExperimentConfig study;
    Proposal searched;             ///< of the best trial
    std::optional<Proposal> random; ///< of a random search of the same budget; only where one was run
};

/// One thing to compare, as it was asked for: `base` and the settings that differ from it.
struct Variant {
    std::string name;
    std::string base;                                   ///< a named variant; empty: the study's own settings
    nlohmann::json settings = nlohmann::json::object(); ///< keys of ConfigField

    friend bool operator==(const Variant&, const Variant&) = default;
};

/// A variant that needs no settings to be asked for: a control for the hypothesis, by its name.
struct NamedVariant {
    const char* name;  ///< "fixed-searched-input"
    const char* title; ///< "1-100-1, searched input"; marked for translation in the context "Variants"
    const char* help;  ///< what it controls for, in one line; marked too
    bool byDefault;    ///< compared unless others are named
    void (*apply)(TrainOptions& training, const VariantSource& source, DataOptions& data);
};

std::span<const NamedVariant> namedVariants(); ///< in the order of every table, the searched one first
const NamedVariant* findNamedVariant(std::string_view name);
std::vector<std::string> variantNames();
std::vector<Variant> defaultVariants();
inline constexpr const char* searchedVariant = "searched";
inline constexpr const char* randomVariant = "random";

/// Does it, or what it is based on, need a random search beside the study's own?
bool needsRandomSearch(const Variant& variant);

/// A variant made definite for one study.
struct ResolvedVariant {
    std::string name;
    std::string base;        ///< the named variant it is, or starts from; empty: the study's own settings
    ExperimentConfig config; ///< all settings of its trainings, but for the seeds that each run adds
    nlohmann::json settings; ///< keys of ConfigField whose values are not the study's
    std::string hash;        ///< 8 hexadecimal digits over the settings that decide its result: the same training, the same hash
};

/// Errors: UnknownValue (where = "variants": no such base; with the nearest), UnknownKey (with the nearest), those of
/// ConfigField::set, VariantSettingFixed (a setting that all variants share: seeds, device, the search's own),
/// SettingUnused (one that has no effect there), those of validate().
Result<ResolvedVariant> resolveVariant(const Variant& variant, const VariantSource& source);

struct ResolvedVariants {
    std::vector<ResolvedVariant> list;
    std::vector<std::pair<std::string, std::string>> same; ///< a named variant that is left out, and the one it equals in this study
};

/// Resolves all. Two named variants may turn out to be one training (where the search chose the loss as input, its input alone
/// is no other control than 1-100-1): the second is left out and told of. A variant of one's own that equals another is an error.
/// Errors: those of resolveVariant, VariantsNone, VariantRepeated (two of one name), VariantsEqual.
Result<ResolvedVariants> resolveVariants(const std::vector<Variant>& variants, const VariantSource& source);

/// The hash of a training with these settings (ResolvedVariant::hash).
std::string variantHash(const ExperimentConfig& config);

/// Every setting of data and training that decides a result of `config`: those that have no effect with it left out.
nlohmann::json decidingSettings(const ExperimentConfig& config);

/// Every setting of data and training that decides a result and is another one in `config` than in `study`.
nlohmann::json differingSettings(const ExperimentConfig& config, const ExperimentConfig& study);

} // namespace reweigh
