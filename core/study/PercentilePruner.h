// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Pruner.h"

namespace reweigh {

struct PercentilePrunerOptions {
    double percentile = 50.0; ///< percentage of the best peers among which a trial must be; 0..100; 50: the better half
    int startupTrials = 5;    ///< no trial is pruned before this many are complete; >= 0
    int warmupSteps = 0;      ///< no trial is pruned before this step; >= 0
    int intervalSteps = 1;    ///< steps between checks, counted from warmupSteps; >= 1
    int minTrials = 1;        ///< complete trials that must have reported the same step; >= 1
};

/// Prunes a trial whose best report so far is not among the best `percentile` per cent of the reports of complete trials at the
/// trial's last step. It decides as Optuna 5.0.0's PercentilePruner does (at 50 as its MedianPruner), also for NaN and infinities.
class PercentilePruner : public Pruner {
public:
    /// Throws std::invalid_argument if an option is out of range.
    explicit PercentilePruner(const PercentilePrunerOptions& options);

    bool shouldPrune(const History& history, const Observation& trial, Attributes& keep) const override;

private:
    PercentilePrunerOptions m_options;
};

} // namespace reweigh
