// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/OpenStudy.h"

#include <QDateTime>

namespace reweigh {

/// How far the study in view is, and when it ends if things go on as they do.
struct RunProgress {
    RunState state = RunState::Idle;
    bool comparing = false;
    RunKey run;                ///< the newest that trains here; meaningless while running == 0
    int running = 0;           ///< trainings at once
    int trials = 0;            ///< the budget
    int finished = 0;          ///< of the study, wherever they ran
    int epoch = 0, epochs = 0; ///< of `run`
    double stepsPerSecond = 0.0;
    std::optional<QDateTime> trialEnds, studyEnds;
    double share = 0.0;        ///< of the budget, in [0, 1]
};

/// Time left: of the trial, what it says itself; of the study, trials left times the mean time of those that ended.
RunProgress runProgress(OpenStudy& study, const QDateTime& now);

/// "Trial 12 of 30 · epoch 7 of 20 · 21.4 steps/s · trial ends 14:07, study 15:42".
QString progressText(const RunProgress& progress, OpenStudy& study);

} // namespace reweigh
