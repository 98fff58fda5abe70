// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

enum class FieldKind { Text, Integer, Number, Switch, Choice, IntegerList, TextList };
enum class FieldGroup { Data, Training, Search, Output };

/// What another setting must be for one to have any effect.
struct Need {
    std::string key;                 ///< of the other setting, one with choices or a text
    std::vector<std::string> values; ///< one of these; {""}: not given at all
    bool inSearch = false;           ///< only a search needs it
};

/// One setting: its name is the flag `--key` of every subcommand and the key in a config file, so there
/// is one vocabulary and one place where a value is checked and explained. Labels and helps are marked for translation.
struct ConfigField {
    std::string key;
    std::vector<std::string> aliases;
    const char* label = ""; ///< as a form shows it, without a colon
    const char* help = "";  ///< what it does, in a sentence or two
    FieldGroup group = FieldGroup::Data;
    FieldKind kind = FieldKind::Text;
    std::vector<Choice> choices; ///< Choice, TextList: the values there are; empty for free text
    Range range;                 ///< of numbers, and of how many a list has
    bool identity = true;        ///< decides a result; false: only how long, where or on how many cores it is computed
    std::vector<Need> needs;     ///< without all of them the setting has no effect
    /// A search sets this one itself, trial by trial: the settings that say from what. Empty list: nothing can say.
    std::optional<std::vector<std::string>> searchSets = {};
    /// The part of `range` that other settings leave; empty: all of it.
    std::function<Range(const ExperimentConfig&)> within = {};

    /// Errors: UnknownValue (with the nearest choice), ValueOutOfRange (with the range).
    std::function<Status(ExperimentConfig&, const nlohmann::json&)> set = {};
    std::function<nlohmann::json(const ExperimentConfig&)> get = {};
};

/// Every setting, in the order of `--help`.
std::span<const ConfigField> configFields();

/// Settings that an earlier version wrote and this one reads into others: never written nor shown.
std::span<const ConfigField> earlierFields();

/// The field called `name`, by key or alias, the earlier ones among them; null if there is none.
const ConfigField* findField(const std::string& name);

/// Sets a field from a flag's text: "128,64" for a list, "1e-3" for a number. Errors as `set`.
Status setFromText(const ConfigField& field, ExperimentConfig& config, const std::string& text);

/// A value as the command line writes it: "128,64" for a list.
std::string valueText(const nlohmann::json& value);

/// What a field takes, for messages and help: "0..1", "true or false"; empty where anything goes. `range` is the field's
/// own, or the part of it that other settings leave.
std::string allowedText(const ConfigField& field, const Range& range);


/// What settings are given for: one training (or a look at its data), or a search, which sets some of them itself.
enum class Purpose { Training, Search };

/// Can the setting `field` change anything with `config`? Not so noise-rate where noise-type is none.
/// Errors: SettingUnused (where = its key, detail = the setting that makes it useless and that one's value, hint = the values
/// of that one with which it would count; of what a search sets itself: no detail, hint = the settings to give instead).
Status checkUse(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training);

inline bool isUsed(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training)
{
    return checkUse(field, config, purpose).ok();
}

} // namespace reweigh
