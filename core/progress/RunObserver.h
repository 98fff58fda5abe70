// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <string>

namespace reweigh {

/// What the run shall do after an epoch.
enum class Verdict {
    Continue,
    Prune, ///< end for good, because the run does not look promising
    Stop,  ///< stop for now; the run can be continued from its checkpoint
};

struct RunStarted {
    std::string device;       ///< "cpu (2 threads)"
    std::string deviceReason; ///< why this device was chosen: "no CUDA device: ..."
    std::string precision;
    long parameters = 0;     ///< of the classifier
    long metaParameters = 0; ///< of MW-Net; 0 for plain cross entropy
    int epochs = 0;
    int stepsPerEpoch = 0;
    int firstEpoch = 1;   ///< > 1 when resumed
    double seconds = 0.0; ///< that it had trained before it was resumed
    std::string damage;   ///< not empty: its newest checkpoint was damaged, in this way, and the run went on from the one before
    std::string setAside; ///< the name under which the damaged checkpoint was kept
    bool renewed = false; ///< the one before was damaged or missing too, so that the run began anew
};

struct StepFigures {
    int epoch = 0;     ///< from 1
    int step = 0;      ///< within the epoch, from 1
    double loss = 0.0; ///< mean of the run's own loss over the batch, without weights, observed labels
    double stepsPerSecond = 0.0;
    double secondsLeft = 0.0;
};

/// Is notified of a run's progress, on the thread that trains.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void started(const RunStarted&) { }
    /// Called before the first step of a run that is resumed at the beginning of an epoch, with the figures of the epoch before it:
    /// the answer to epochFinished() for that epoch may have been lost in the interruption.
    virtual Verdict resumed(const EpochFigures&) { return Verdict::Continue; }
    virtual void stepFinished(const StepFigures&) { }
    virtual Verdict epochFinished(const EpochFigures&) { return Verdict::Continue; }
};

} // namespace reweigh
