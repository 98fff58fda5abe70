// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"

namespace reweigh {

/// `reweigh data`: what noise and imbalance do to the classes; `--fetch` gets a data set.
class DataCommand : public Command {
public:
    const char* name() const override { return "data"; }
    const char* summary() const override { return "Show what noise and imbalance do to a data set's classes"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    ConfigFlags m_flags;
    bool m_fetch = false;
};

} // namespace reweigh
