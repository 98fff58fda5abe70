// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

namespace reweigh {

/// `reweigh report`: prints the tables of a study, reweigh's or Optuna's, running or finished.
class ReportCommand : public Command {
public:
    const char* name() const override { return "report"; }
    const char* summary() const override { return "Print a study's trials, the compared variants and the verdicts"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    std::string m_study;
    std::string m_name;
};

} // namespace reweigh
