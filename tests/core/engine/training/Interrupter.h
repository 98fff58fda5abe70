// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunObserver.h"

#include <stop_token>

namespace reweigh::test {

/// Asks for a stop after so many steps, and gives a verdict after an epoch.
struct Interrupter : RunObserver {
    std::stop_source source;
    int steps = -1;     ///< until it asks; below 0: it never does
    int epochs = 0;     ///< that have ended
    int verdictAt = -1; ///< the number of the epoch that is answered by `verdict`, counted from 1
    Verdict verdict = Verdict::Stop;

    void stepFinished(const StepFigures&) override
    {
        if (--steps == 0)
            source.request_stop();
    }
    Verdict epochFinished(const EpochFigures& epoch) override
    {
        ++epochs;
        return epoch.epoch == verdictAt ? verdict : Verdict::Continue;
    }
};

} // namespace reweigh::test
