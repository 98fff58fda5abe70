// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"

#include <filesystem>

namespace reweigh {

/// Parses a list of variants as the command line and the window accept it, separated by commas:
///   searched,ce                                 named variants
///   mine:hidden=64-64,meta-lr=3e-4              a variant of the user's own: a name and settings that differ from the study's
///   mine:searched,meta-lr=3e-4                  a variant of the user's own that starts from a named one
///   mine:searched,meta-lr=3e-4,ce               a part with "=" belongs to the variant before it, one without begins another
/// Lists of numbers are written with dashes, because commas separate the parts. White space around a part is ignored.
/// Errors: UnknownValue, UnknownKey, those of ConfigField::set, VariantSyntax (where = the part), VariantRepeated (an own variant
/// has the name of a named one), VariantsNone.
Result<std::vector<Variant>> parseVariants(const std::string& text);

/// Reads a plan file, at most 1 MiB: {"variants": ["searched", {"name": "mine", "base": "searched", "settings": {"meta-lr": 3e-4}}]}.
/// Settings are checked each by itself; resolveVariant() checks whether they go together. Errors, which name the file: those of readFile,
/// PlanNotJson, and those of variantsFromJson().
Result<std::vector<Variant>> readVariantPlan(const std::filesystem::path& file);

/// Reads the list "variants" of a plan file. `file` is named in errors. Errors: UnknownValue, VariantSyntax, PlanInvalid (no name,
/// a member that is unknown or of another form), UnknownKey and those of ConfigField::set for its settings, VariantRepeated, VariantsNone.
Result<std::vector<Variant>> variantsFromJson(const nlohmann::json& list, const std::filesystem::path& file);

/// The inverse of parseVariants() for one variant.
std::string variantText(const Variant& variant);

/// The settings of a variant in one line: "hidden=64-64, meta-lr=0.0003".
std::string settingsText(const nlohmann::json& settings);

} // namespace reweigh
