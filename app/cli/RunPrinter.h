// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/progress/RunObserver.h"

#include <string>

namespace reweigh {

/// Prints a training's progress: a line about the device and its reason, a line per epoch, and a progress line that each step replaces.
class RunPrinter : public RunObserver {
public:
    /// `prefix` begins every line ("trial 3  "); `everyEpoch` false: only the progress line is printed.
    RunPrinter(Terminal& terminal, std::string prefix = {}, bool everyEpoch = true);

    void started(const RunStarted& run) override;
    void stepFinished(const StepFigures& step) override;
    Verdict epochFinished(const EpochFigures& epoch) override;

private:
    Terminal& m_terminal;
    std::string m_prefix;
    bool m_everyEpoch;
    RunStarted m_run;
};

/// A description of the training's device: "on cpu (2 threads), because no CUDA device was found; fp32; 1000 parameters, MW-Net 301".
std::string deviceLine(const RunStarted& run);

} // namespace reweigh
