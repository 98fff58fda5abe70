// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"
#include "widgets/watch/AccuracyPlot.h"

#include <array>
#include <vector>

namespace reweigh {

/// What the accuracy panel draws as one: a trial, or a compared variant with its seeds. Runs of different things are never averaged.
struct CurveThing {
    QString name;  ///< "#6", "fixed"
    int place = 0; ///< determines the pen, see seriesPen(); 0: the one in view, or the first variant
    std::vector<CurveRun> runs;
    std::array<SplitLines, 4> lines; ///< in the order of splitStyles(); empty where the split is not shown
};

/// The chosen trials as far as their epochs were read, the one in view at place 0; without a choice those that run. At most 24.
std::vector<CurveThing> trialThings(OpenStudy& study);
/// The variants that were compared, each with its runs as far as their epochs were read, at most 100 of each.
std::vector<CurveThing> variantThings(OpenStudy& study);

/// True if one of the runs has an epoch.
bool anyEpoch(const std::vector<CurveThing>& things);

/// What is said of `thing` at `x` in the split at `index`: "#6 validation: 0.812", and of a variant with several runs
/// "fixed validation: 0.812 ± 0.004 (5)": mean, half-width of the 95 % interval, runs. None if it has no value there. The first part of
/// the pair is the value, by which the lines of a tool tip are sorted.
std::optional<std::pair<double, QString>> thingWords(const CurveThing& thing, std::size_t index, double x);

} // namespace reweigh
