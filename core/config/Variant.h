// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// The inputs from which variants are made: the study's settings and the results of its search.
struct VariantSource {
    ExperimentConfig study;
    Proposal searched;              ///< the best trial's
    std::optional<Proposal> random; ///< the best of a random search with the same budget; none if no such search was run
};

/// A variant to compare as the user asked for it: `base`, and the settings that differ from it.
struct Variant {
    std::string name;
    std::string base;                                   ///< a named variant; empty: the study's own settings
    nlohmann::json settings = nlohmann::json::object(); ///< keys of ConfigField

    friend bool operator==(const Variant&, const Variant&) = default;
};

/// A predefined variant that is asked for by its name alone: a control for one hypothesis about the searched network.
struct NamedVariant {
    const char* name;  ///< "fixed-searched-input"
    const char* title; ///< "1-100-1, searched input"; marked for translation in the context "Variants"
    const char* help;  ///< what it controls for, in one line; marked too
    bool byDefault;    ///< compared if the user names no variants
    bool ofSearch;     ///< `apply` uses the best trial of the study's own search (VariantSource::searched)
    /// Changes the study's training and data settings into the variant's.
    void (*apply)(TrainOptions& training, const VariantSource& source, DataOptions& data);
};

std::span<const NamedVariant> namedVariants(); ///< in the order in which tables show them, the searched one first
const NamedVariant* findNamedVariant(std::string_view name);
std::vector<std::string> variantNames(); ///< the names of namedVariants()
std::vector<Variant> defaultVariants();  ///< the named variants with byDefault
std::vector<Variant> demoVariants();     ///< those that the demo compares: few enough for its five minutes
inline constexpr const char* searchedVariant = "searched";
inline constexpr const char* randomVariant = "random";

/// Whether the variant is made from the result of the study's own search, so that the search comes first.
bool needsSearch(const Variant& variant);

/// Whether the variant is based on the best of a random search, which must then be run besides the study's own search.
bool needsRandomSearch(const Variant& variant);

/// A variant with all its settings for one study.
struct ResolvedVariant {
    std::string name;
    std::string base;        ///< the named variant that it is or starts from; empty: the study's own settings
    ExperimentConfig config; ///< all settings of its trainings; each run adds its own seeds
    nlohmann::json settings; ///< settings whose values differ from the study's; the keys are those of ConfigField
    std::string hash;        ///< 8 hexadecimal digits of a hash of the settings that decide its result; equal for equal trainings
};

/// Computes all settings of `variant` in the study of `source`.
/// Errors: UnknownValue (where = "variants": no such base; with the nearest), StudyEmpty (no random search was run, but the
/// variant needs one), UnknownKey (with the nearest), those of ConfigField::set, VariantSettingFixed (a setting that all variants
/// share: seeds, device, the search's own), SettingUnused (a setting that has no effect in this variant), those of validate().
Result<ResolvedVariant> resolveVariant(const Variant& variant, const VariantSource& source);

/// Checks that lists of images to leave out which lie in different folders have different names, by which the hashes tell them apart.
/// Errors: ValueOutOfRange (where = leave-out, detail = the second one's file).
Status checkFileNames(const std::vector<ResolvedVariant>& variants);

struct ResolvedVariants {
    std::vector<ResolvedVariant> list;
    std::vector<std::pair<std::string, std::string>> same; ///< a named variant that is left out, and the one it equals in this study
};

/// Resolves all variants. Two named variants can be the same training: if the search chose the loss as input, 1-100-1 with the
/// searched input is the fixed network. The second one is then left out and reported in `same`. A variant of the user's own that
/// equals another variant is an error.
/// Errors: those of resolveVariant and checkFileNames, VariantsNone, VariantRepeated (two of one name), VariantsEqual.
Result<ResolvedVariants> resolveVariants(const std::vector<Variant>& variants, const VariantSource& source);

/// The hash of a training with these settings (ResolvedVariant::hash).
std::string variantHash(const ExperimentConfig& config);

/// The settings of data and training that decide a result, as a JSON object of their decidingValue(), without those that have no effect with
/// `config`.
nlohmann::json decidingSettings(const ExperimentConfig& config);

/// The settings of data and training that decide a result and differ between `config` and `study`: an object of config's values.
nlohmann::json differingSettings(const ExperimentConfig& config, const ExperimentConfig& study);

} // namespace reweigh
