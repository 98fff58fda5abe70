// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenPlan.h"
#include "widgets/state/OpenStudy.h"

#include <QDateTime>

#include <optional>

namespace reweigh {

/// The progress of the study in view, and when it is expected to end at the present speed.
struct RunProgress {
    RunState state = RunState::Idle;
    bool comparing = false;
    RunKey run;                        ///< the training begun last in this process; meaningless if running == 0
    int running = 0;                   ///< number of trainings that run at once
    int trials = 0;                    ///< number of trials in the budget
    int finished = 0;                  ///< finished trials of the study, in any process
    int compared = 0, comparisons = 0; ///< of a comparison: trainings that are stored, and all of them; 0: not known
    int comparisonNext = 0;            ///< trainings of the comparison that follows the search by itself (OpenStudy::comparisonNext)
    int epoch = 0, epochs = 0;         ///< current and last epoch of `run`
    double stepsPerSecond = 0.0;
    std::optional<QDateTime> trialEnds, studyEnds;
    double share = 0.0; ///< finished share of the budget, or of the comparison, in [0, 1]
};

/// Computes the progress. The time left of a trial is its own estimate; that of the study is the number of remaining trials times
/// the mean duration of those that ended.
RunProgress runProgress(OpenStudy& study, const QDateTime& now);

/// How the window's plan stands while it runs: "Plan made: 12 of 40 trainings · ends 15:42 · noise-rate=0.4: ce, seed 2"; empty while it
/// does not run. The end is estimated by the trainings that are stored.
QString planText(OpenPlan& plan, const QDateTime& now);
/// The share of the plan's trainings that are done, in [0, 1].
double planShare(OpenPlan& plan);

/// "Trial 12 of 30 · study ends 15:42 · epoch 7 of 20 · trial ends 14:07 · 21.4 steps/s". Where a comparison follows by itself, the end
/// is that of the search, and the comparison is named after it.
QString progressText(const RunProgress& progress, OpenStudy& study);

} // namespace reweigh
