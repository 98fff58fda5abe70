// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"

namespace reweigh {

/// `reweigh search`: a study of MW-Net's architecture.
class SearchCommand : public Command {
public:
    const char* name() const override { return "search"; }
    const char* summary() const override { return "Search MW-Net's architecture; a study that Optuna opens"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    ConfigFlags m_flags;
    bool m_resume = false;
    int m_workers = 1;
};

} // namespace reweigh
