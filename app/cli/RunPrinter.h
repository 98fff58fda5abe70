// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/progress/RunObserver.h"

#include <string>

namespace reweigh {

/// Prints a training's progress: the device and why, a line an epoch, a moving line between.
class RunPrinter : public RunObserver {
public:
    /// `prefix` begins every line ("trial 3/12 "); `everyEpoch` false leaves only the moving line.
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

/// "device cpu (2 threads): no CUDA device found; fp32; ..." — said once a command.
std::string deviceLine(const RunStarted& run);

} // namespace reweigh
