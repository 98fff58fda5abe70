// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

namespace reweigh {

/// `reweigh demo`: shows the program's main task in minutes on Fashion-MNIST: a search, the comparison with its controls, a table, and
/// the best architecture as JSON. It may be interrupted and repeated: a finished demo prints its table again.
class DemoCommand : public Command {
public:
    const char* name() const override { return "demo"; }
    const char* summary() const override { return "Search, compare and export on Fashion-MNIST, in minutes on two cores"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    std::string m_out = "demo";
    std::string m_dataDir;
    bool m_again = false;
};

} // namespace reweigh
