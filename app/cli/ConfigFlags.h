// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/config/ConfigField.h"
#include "core/config/ExperimentConfig.h"

#include <CLI/App.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// `--print-config`: the settings as a file that `--config` reads. Returns 0.
int printConfig(Terminal& terminal, const ExperimentConfig& config);


/// A line of help for `field`: what it does, what it takes and its default, in the reader's language.
std::string helpText(const ConfigField& field);

/// The configuration's settings as flags of a subcommand: one flag a field of the chosen groups, plus
/// --config FILE, --recipe NAME and --print-config. Every subcommand reads any configuration file; it
/// shows flags only for the groups it uses.
class ConfigFlags {
public:
    void declare(CLI::App& app, std::vector<FieldGroup> groups, Purpose purpose = Purpose::Training);

    /// Further settings between the recipe and the file: "best.json" and what applies them.
    struct Source {
        std::string name;
        std::function<Status(ExperimentConfig&)> apply;
    };

    /// Defaults, then the recipe, then `source`, then the file, then the flags: the later wins. What a recipe or file says
    /// in vain, because it has no effect here or because `source` says otherwise, is noted on `terminal`.
    /// Errors: those of applyFile, setFromText and validate; SettingUnused for a flag that has no effect.
    Result<ExperimentConfig> resolve(Terminal& terminal, const Source& source = {}) const;

    bool printRequested() const { return m_print; }
    /// The user gave this setting as a flag.
    bool given(const std::string& key) const;

private:
    struct File {
        std::string recipe; ///< the file's own; empty: none
        nlohmann::json settings = nlohmann::json::object();
    };
    Result<File> readFile() const;
    Status applyFlags(ExperimentConfig& config) const;
    Status checkFlags(const ExperimentConfig& config) const;
    std::string unusedOf(const nlohmann::json& settings, const ExperimentConfig& config) const;

    std::string m_file;
    std::string m_recipe;
    bool m_print = false;
    Purpose m_purpose = Purpose::Training;
    std::map<std::string, std::string> m_texts; ///< key to the flag's text
    std::map<std::string, CLI::Option*> m_options;
};

} // namespace reweigh
