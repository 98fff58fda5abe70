// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/config/ConfigField.h"
#include "core/config/ExperimentConfig.h"

#include <CLI/App.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace reweigh {

/// Carries out `--print-config`: prints the settings in the format that `--config` reads. Returns the exit code 0.
int printConfig(Terminal& terminal, const ExperimentConfig& config);

/// A text of the tables of settings and methods, in the user's language.
std::string translated(const char* words);

/// A line of help for `field`: what it does, the values it takes and its default, in the user's language. `unlessGiven`: what stands for the
/// default where a command takes the value from elsewhere.
std::string helpText(const ConfigField& field, const std::string& unlessGiven = {});

/// The configuration's settings as flags of a subcommand: one flag per field of the chosen groups, plus
/// --config FILE, --preset NAME and --print-config. Every subcommand reads any configuration file; it
/// shows flags only for the groups it uses.
class ConfigFlags {
public:
    /// Adds the flags of `groups` to `app`. `purpose` decides which settings have an effect.
    void declare(CLI::App& app, std::vector<FieldGroup> groups, Purpose purpose = Purpose::Training);

    /// Further settings between the preset and the file, such as those of an exported architecture.
    struct Source {
        std::string name; ///< for notes: "best.json"
        std::function<Status(ExperimentConfig&)> apply;
    };

    /// What takes the place of the defaults: the settings of a study that goes on, say. It is given those that the defaults lead to, which tell
    /// where the study lies.
    using Base = std::function<Result<ExperimentConfig>(const ExperimentConfig&)>;

    /// Builds the configuration from the defaults or `base`, the preset, `source`, the file and the flags; a later one overrides an earlier one.
    /// Notes on `terminal` which settings of a preset or file have no effect here, or are overridden by `source`. `named`, if not null,
    /// receives the keys of the settings that the file or a flag gives.
    /// Errors: those of `base`, readSettings, applyJson, setFromText and fitUnwritten, which name the file if it holds what is wrong;
    /// RecipeNotApplicable for a flag and a setting of the file that exclude each other; SettingUnused for a flag that has no effect.
    Result<ExperimentConfig> resolve(Terminal& terminal, const Source& source = {}, std::set<std::string>* named = nullptr,
                                     const Base& base = {}) const;

    bool printRequested() const { return m_print; } ///< whether --print-config was given
    /// Whether the user gave this setting as a flag.
    bool given(const std::string& key) const;

private:
    struct File {
        std::string preset; ///< the preset that the file names; empty: none
        nlohmann::json settings = nlohmann::json::object();
    };
    Result<File> readFile() const;
    Status applyFlags(ExperimentConfig& config) const;
    Status checkFlags(const ExperimentConfig& config) const;
    Error placed(const Error& error, const ExperimentConfig& config, const nlohmann::json& settings) const;
    std::string unusedOf(const nlohmann::json& settings, const ExperimentConfig& config) const;

    std::string m_file;
    std::string m_preset;
    bool m_print = false;
    Purpose m_purpose = Purpose::Training;
    std::map<std::string, std::string> m_texts; ///< values of the flags as typed, by key
    std::map<std::string, CLI::Option*> m_options;
};

} // namespace reweigh
