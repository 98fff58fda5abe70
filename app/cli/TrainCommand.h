// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"

#include <set>
#include <string>

namespace reweigh {

/// `reweigh train`: runs one training; `--architecture best.json` retrains an exported architecture.
class TrainCommand : public Command {
public:
    const char* name() const override { return "train"; }
    const char* summary() const override { return "Train one classifier, with or without weights for its samples"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    /// The settings; `named` receives the keys of those that a file or a flag gives.
    Result<ExperimentConfig> settings(Terminal& terminal, std::set<std::string>& named) const;

    ConfigFlags m_flags;
    std::string m_architecture;
    int m_rank = 1;
    bool m_resume = false;
};

} // namespace reweigh
