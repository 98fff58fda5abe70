// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/config/ConfigField.h"
#include "core/plan/Plan.h"

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

/// The parts of a plan file, for the files of this room that read it. Plan.h says what they mean, and readPlan() which errors there are.
namespace reweigh {

/// PlanInvalid: `found` is what is wrong, as a part of a sentence, and `wanted` what it must be.
Error planInvalid(const std::filesystem::path& file, const std::string& found, const std::string& wanted);

/// Parses a plan file, at most 1 MiB. The order of its members is kept: it is the order of the cells.
/// Errors: those of readFile; PlanNotJson; PlanInvalid where it is nested too deeply or a member stands twice in its object.
Result<nlohmann::ordered_json> parsePlan(const std::filesystem::path& file);

/// `json` as it stands in a message: cut where it is long.
std::string shortText(const nlohmann::json& json);

/// Checks that `object` is an object that has only the members `known`. `what`: what it is, for the message.
/// Errors: PlanInvalid (hint: the nearest of `known`, or all).
Status checkMembers(const nlohmann::json& object, const std::string& what, std::initializer_list<const char*> known,
                    const std::filesystem::path& file);

/// The whole number that `json` is, which may be written as 2.0; none if it is anything else.
std::optional<double> wholeNumber(const nlohmann::json& json);

/// The values that `json` names for a setting: the entries of a list, or the one value. A setting that is a list itself is a list of
/// lists where there are several.
std::vector<nlohmann::json> namedValues(const ConfigField& field, const nlohmann::json& json);

/// The value of a setting as JSON can hold it: free text may have bytes that are not UTF-8.
nlohmann::json settingOf(const ConfigField& field, const ExperimentConfig& config);

/// The value of a setting in a cell; none if it has no effect there and the cell does not name it.
std::optional<nlohmann::json> settingIn(const PlanCell& cell, const ConfigField& field);

/// The setting called `key` or by an alias of it; null for settings of earlier versions, which plans do not name.
const ConfigField* planField(const std::string& key);

/// Makes plan.cells and plan.gridKeys of the members "settings" and "cells" of `json`; plan.variants must have been read.
Status readCells(const nlohmann::ordered_json& json, Plan& plan);

/// The selector in `json`, which is the member `what`. It may select nothing.
Result<CellSelector> readSelector(const nlohmann::json& json, const std::string& what, const std::filesystem::path& file);

/// Reads the list "hypotheses"; everything else of `plan` must have been read.
Result<std::vector<Hypothesis>> readHypotheses(const nlohmann::json& json, const Plan& plan);

/// Makes `variant` in a cell with these settings as if its searches had found the usual network: one that cannot be made shows before
/// anything runs. Errors: those of resolveVariant.
Result<ResolvedVariant> triedVariant(const Variant& variant, const ExperimentConfig& config);

} // namespace reweigh
