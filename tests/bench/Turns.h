// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/StepCase.h"

namespace reweigh::bench {

/// How a case is measured.
struct TurnOptions {
    std::string python; ///< interpreter that has torch; "none": ours alone
    int rounds = 5;
    int threads = 1;
    std::string peer; ///< peer_step.py
};

/// Empty of no values.
std::optional<double> median(std::vector<double> values);

/// Times the case: our step, our plain step and the peer's take turns, so that a busy machine is busy for all.
/// The public algorithm is fp32; a plain step meets PyTorch at our own precision.
StepResult takeTurns(const StepCase& which, const TurnOptions& options);

} // namespace reweigh::bench
