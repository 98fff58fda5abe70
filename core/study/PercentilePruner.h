// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Pruner.h"

namespace reweigh {

struct PercentilePrunerOptions {
    double percentile = 50.0; ///< per cent of the peers a trial must be as good as; 0..100; 50: the median
    int startupTrials = 5; ///< no pruning before so many complete trials; >= 0
    int warmupSteps = 0;   ///< no pruning before this step; >= 0
    int intervalSteps = 1; ///< steps between checks, counted from warmupSteps; >= 1
    int minTrials = 1;     ///< complete trials that must have reported the same step; >= 1
};

/// Prunes a trial whose best report so far is not among the best `percentile` per cent of what complete trials reported at its last
/// step. Optuna 5.0.0's PercentilePruner, at 50 its MedianPruner, NaN and infinities included.
class PercentilePruner : public Pruner {
public:
    explicit PercentilePruner(const PercentilePrunerOptions& options);

    bool shouldPrune(const History& history, const Observation& trial, Attributes& keep) const override;

private:
    PercentilePrunerOptions m_options;
};

} // namespace reweigh
