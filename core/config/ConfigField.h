// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

enum class FieldKind { Text, Integer, Number, Switch, Choice, IntegerList, TextList };
enum class FieldGroup { Data, Training, Search, Output };

/// A condition on another setting, without which a setting has no effect.
struct Need {
    std::string key;                 ///< the other setting; its value is a choice or a text
    std::vector<std::string> values; ///< it must have one of these; {""}: it must be empty
    bool inSearch = false;           ///< the condition holds for searches only
    std::vector<Need> alternatives;  ///< one of these is as good; their own alternatives do not count
};

/// One setting. Its key is the flag `--key` of every subcommand and the key in a config file, so that one table
/// names, checks and explains every value. Labels and help texts are marked for translation.
struct ConfigField {
    std::string key;
    std::vector<std::string> aliases;
    const char* label = ""; ///< as a form shows it, without a colon
    const char* help = "";  ///< what it does, in a sentence or two
    FieldGroup group = FieldGroup::Data;
    FieldKind kind = FieldKind::Text;
    std::vector<Choice> choices; ///< Choice, TextList: the values it can have; empty for free text
    Range range;                 ///< allowed numbers, and the allowed lengths of a list
    bool identity = true;        ///< whether it decides a result; false: only how long, where or on how many cores it is computed
    std::vector<Need> needs;     ///< the setting has an effect only if all of these hold
    /// Set if a search chooses this setting itself, so that its own flag is refused: the settings that bound the choice (min-meta-lr and
    /// max-meta-lr for meta-lr). Empty list: nothing bounds it.
    std::optional<std::vector<std::string>> searchSets = {};
    /// The part of `range` that the values of other settings allow; empty: all of `range`.
    std::function<Range(const ExperimentConfig&)> within = {};
    std::string boundBy = {}; ///< the key of the setting that decides it
    /// Null, unless a study that an earlier version stored means something else than today's default where it does not name this setting:
    /// then that value, see unnamed(). todaysSettings() adds it, and a search that is resumed goes on with it (takeEarlierDefaults).
    nlohmann::json before = nullptr;
    /// Whether it names a file that decides a result. Two files are told apart by their names alone, so that they may be moved with the study;
    /// whether their content is the same the fingerprint of the data says.
    bool isFile = false;

    /// Checks a JSON value and stores it. Errors: UnknownValue (with the nearest choice), ValueOutOfRange (with the range).
    std::function<Status(ExperimentConfig&, const nlohmann::json&)> set = {};
    std::function<nlohmann::json(const ExperimentConfig&)> get = {};

    /// What a stored study means by this setting where it does not name it: `before`, or else its value in `otherwise`, the defaults.
    nlohmann::json unnamed(const ExperimentConfig& otherwise) const { return before.is_null() ? get(otherwise) : before; }
};

/// Every setting, in the order of `--help`.
std::span<const ConfigField> configFields();

/// Settings of earlier versions. They are read and converted into today's settings, but never written or shown.
std::span<const ConfigField> earlierFields();

/// The field with the key or alias `name`, from configFields() or earlierFields(); null if there is none.
const ConfigField* findField(const std::string& name);

/// What of `value`, as get() or toJson() gives it, decides a result: of a file its name without the folders, else all.
nlohmann::json decidingValue(const ConfigField& field, nlohmann::json value);

/// Sets a field from a flag's text: "128,64" for a list, "1e-3" for a number. Errors: those of ConfigField::set.
Status setFromText(const ConfigField& field, ExperimentConfig& config, const std::string& text);

/// A value as the command line writes it: "128,64" for a list.
std::string valueText(const nlohmann::json& value);

/// The values that a field accepts, for messages and help: "0..1", "true or false"; empty if it has no limits. `range` is the
/// field's own range, or the part of it that other settings allow.
std::string allowedText(const ConfigField& field, const Range& range);

/// What settings are used for: one training (or the inspection of its data), or a search, which chooses some of them itself.
enum class Purpose { Training, Search };

/// Checks whether the setting `field` has an effect with `config`; noise-rate, for example, has none if noise-type is none.
/// Errors: SettingUnused (where = its key, detail = the setting that disables it and that setting's value, hint = the values of
/// that setting with which it has an effect, and the same of each alternative; if a search chooses it itself: no detail, hint = the
/// settings to give instead).
Status checkUse(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training);

inline bool isUsed(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training)
{
    return checkUse(field, config, purpose).ok();
}

} // namespace reweigh
