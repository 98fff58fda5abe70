// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

enum class FieldKind { Text, Integer, Number, Switch, Choice, IntegerList, TextList };
enum class FieldGroup { Data, Training, Search, Output };

/// One setting: its name is the flag `--key` of every subcommand and the key in a config file, so there
/// is one vocabulary and one place where a value is checked.
struct ConfigField {
    std::string key;
    std::vector<std::string> aliases;
    FieldGroup group = FieldGroup::Data;
    FieldKind kind = FieldKind::Text;
    std::vector<std::string> choices; ///< Choice, TextList: the values there are; empty for free text
    std::string range;                ///< "0..1", for messages and help; empty where anything goes
    bool identity = true;             ///< decides a result; false: only how long, where or on how many cores it is computed

    /// Errors: UnknownValue (with the nearest choice), ValueOutOfRange (with the range).
    std::function<Status(ExperimentConfig&, const nlohmann::json&)> set;
    std::function<nlohmann::json(const ExperimentConfig&)> get;
};

/// Every setting, in the order of `--help`.
std::span<const ConfigField> configFields();

/// Settings that an earlier version wrote and this one reads into others: never written nor shown.
std::span<const ConfigField> earlierFields();

/// The field called `name`, by key or alias, the earlier ones among them; null if there is none.
const ConfigField* findField(const std::string& name);

/// Sets a field from a flag's text: "128,64" for a list, "1e-3" for a number. Errors as `set`.
Status setFromText(const ConfigField& field, ExperimentConfig& config, const std::string& text);

} // namespace reweigh
