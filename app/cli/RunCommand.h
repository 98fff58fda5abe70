// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/plan/Plan.h"
#include "core/plan/PlanRecipes.h"

#include <map>
#include <string>

namespace reweigh {

/// `reweigh run`: runs what is missing of a plan and prints its tables. A finished plan is printed without training or reading images.
class RunCommand : public Command {
public:
    const char* name() const override { return "run"; }
    const char* summary() const override { return "Run a plan: settings x variants x seeds, with its hypotheses; continues where it was"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    Result<Plan> plan() const;
    int train(const Plan& plan, const PlanState& before, const PlanRecipes& recipes, Terminal& terminal, const std::stop_token& stop) const;

    std::string m_plan;
    std::string m_out;
    int m_workers = 0; ///< 0: as many as the cores allow
    bool m_dryRun = false;
    std::map<std::string, std::string> m_settings; ///< by key: settings that decide no result
};

} // namespace reweigh
