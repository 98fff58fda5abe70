// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reweigh {

/// Optuna 5.0.0's settings of TPE, with its defaults for one objective.
struct TpeOptions {
    bool multivariate = true;  ///< draw parameters that all trials share jointly
    bool group = false;        ///< joint draws within groups that always occur together; needs multivariate
    bool constantLiar = true;  ///< trials that run now count as bad
    std::size_t startupTrials = 10; ///< finished trials before TPE takes over from random draws
    std::size_t candidates = 24;    ///< drawn for each suggestion, of which the best is taken; > 0
};

} // namespace reweigh
