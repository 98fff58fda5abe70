// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"

#include <CLI/App.hpp>

#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// The configuration's settings as flags of a subcommand: one flag a field of the chosen groups, plus
/// --config FILE, --recipe NAME and --print-config. Every subcommand reads any configuration file; it
/// shows flags only for the groups it uses.
class ConfigFlags {
public:
    void declare(CLI::App& app, std::vector<FieldGroup> groups);

    /// Defaults, then the recipe, then the file, then the flags: the later wins.
    /// Errors: those of applyFile, setFromText and validate.
    Result<ExperimentConfig> resolve() const;
    Result<ExperimentConfig> resolve(ExperimentConfig defaults) const;

    bool printRequested() const { return m_print; }
    /// The user gave this setting as a flag or in the file.
    bool given(const std::string& key) const;

private:
    std::string m_file;
    std::string m_recipe;
    bool m_print = false;
    std::map<std::string, std::string> m_texts; ///< key to the flag's text
    std::map<std::string, CLI::Option*> m_options;
};

} // namespace reweigh
