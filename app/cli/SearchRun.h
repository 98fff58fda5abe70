// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/engine/Engine.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/SearchSession.h"

#include <stop_token>

namespace reweigh {

/// How many trials at once run fastest here, by measurement; says the figures. Errors: those of measureWorkers.
Result<int> chooseWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, Terminal& terminal,
                          std::stop_token stop);

/// Runs a search's remaining trials, `workers` at once, with a line a trial on the terminal.
/// Errors: those of SearchSession::run.
Status runSearch(SearchSession& session, const ExperimentConfig& config, std::shared_ptr<Engine> engine, Terminal& terminal,
                 std::stop_token stop, int workers = 1);

} // namespace reweigh
