// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"

#include <filesystem>

namespace reweigh {

/// Variants as the command line and the window take them, separated by commas:
///   searched,ce                                 named ones
///   mine:hidden=64-64,meta-lr=3e-4              one's own: a name and settings that differ from the study's
///   mine:searched,meta-lr=3e-4                  one's own that starts from a named one
///   mine:searched,meta-lr=3e-4,ce               a part with "=" belongs to the variant before it, one without begins another
/// Lists of numbers are written with dashes, for commas are taken. White space around a part counts for nothing.
/// Errors: UnknownValue, UnknownKey, those of ConfigField::set, VariantSyntax (where = the part), VariantsNone.
Result<std::vector<Variant>> parseVariants(const std::string& text);

/// A plan file: {"variants": ["searched", {"name": "mine", "base": "searched", "settings": {"meta-lr": 3e-4}}]}.
/// Errors: FileMissing, ConfigNotJson, as parseVariants.
Result<std::vector<Variant>> readVariantPlan(const std::filesystem::path& file);

/// A variant in the grammar of parseVariants().
std::string variantText(const Variant& variant);

/// "hidden=64-64, meta-lr=0.0003": settings in a line.
std::string settingsText(const nlohmann::json& settings);

} // namespace reweigh
