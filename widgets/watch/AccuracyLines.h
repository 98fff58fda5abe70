// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RunBand.h"
#include "core/live/RunEpochs.h"
#include "widgets/theme/Theme.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace reweigh {

enum class CurveMetric { Accuracy, BalancedAccuracy, FewImages, Loss };
enum class CurveAxis { Epoch, Step, Seconds };

/// The four splits in the order in which they are listed.
struct SplitStyle {
    const char* key; ///< "validation"
    SplitFigures EpochFigures::*figures;
    Role role;
};
const std::array<SplitStyle, 4>& splitStyles();

double metricOf(const SplitFigures& split, CurveMetric metric);

/// One training to draw.
struct CurveRun {
    std::string name; ///< "#6", "fixed, seed 2"
    std::shared_ptr<const RunEpochs> trained;
    int stepsPerEpoch = 1;
};

/// One split of one training, over the chosen axis.
RunSeries curveSeries(const CurveRun& run, const SplitStyle& split, CurveMetric metric, CurveAxis axis);

/// What one split looks like over a group of trainings.
struct SplitLines {
    std::vector<RunSeries> runs;
    RunBand band;
    /// Of the newest x that every run has: mean, half-width (infinite for one run) and n.
    double mean = 0.0, halfWidth = 0.0;
    int n = 0;
};

SplitLines splitLines(const std::vector<CurveRun>& group, const SplitStyle& split, CurveMetric metric, CurveAxis axis);

} // namespace reweigh
