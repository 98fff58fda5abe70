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

/// Times the case: our step, our plain step and the peer's take turns, as many of each, in the opposite order every other round, so that a
/// busy machine is busy for all and none has the same one before it every time. A plain step meets PyTorch at our own precision. The
/// public algorithm is fp32, or tf32 where ours is; beside our exact step in bf16 it is timed in bf16 too (autocast), as nobody has
/// published it.
StepResult takeTurns(const StepCase& which, const TurnOptions& options);

} // namespace reweigh::bench
