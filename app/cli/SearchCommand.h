// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "app/cli/ConfigFlags.h"
#include "app/cli/Terminal.h"
#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/SearchSession.h"

#include <set>
#include <stop_token>
#include <string>

namespace reweigh {

/// Measures how many trials at once run fastest on this machine, prints the measurements and returns the number. `trials`: the number left
/// to run. Errors: those of measureWorkers.
Result<int> chooseWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, Terminal& terminal,
                          std::stop_token stop);

/// Gives `config` the defaults with which an earlier version began the study that it names, where that version had others, and says so.
/// Settings in `named`, which the user gave, stay. `studyName` empty: the only study of the file. Nothing happens if there is no such
/// study.
void continueAsBegun(ExperimentConfig& config, const std::set<std::string>& named, Terminal& terminal, const std::string& studyName = {});

/// Runs a search's remaining trials, `workers` at once, and prints a line per trial.
/// Errors: those of SearchSession::run.
Status runSearch(SearchSession& session, const ExperimentConfig& config, std::shared_ptr<Engine> engine, Terminal& terminal,
                 std::stop_token stop, int workers = 1);

/// `reweigh search`: searches MW-Net's architecture.
class SearchCommand : public Command {
public:
    const char* name() const override { return "search"; }
    const char* summary() const override { return "Search MW-Net's architecture; Optuna can open the study"; }
    void declare(CLI::App& app) override;
    int run(Terminal& terminal, std::stop_token stop) override;

private:
    ConfigFlags m_flags;
    bool m_resume = false;
    std::string m_name;                      ///< of the study in its file; empty: the only one
    int m_workers = SearchBudget::automatic; ///< usualWorkers(), unless a number is given
};

} // namespace reweigh
