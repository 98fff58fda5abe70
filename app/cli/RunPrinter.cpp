// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunPrinter.h"

#include "app/cli/TextTable.h"

#include <cmath>

namespace reweigh {

RunPrinter::RunPrinter(Terminal& terminal, std::string prefix, bool everyEpoch)
    : m_terminal(terminal)
    , m_prefix(std::move(prefix))
    , m_everyEpoch(everyEpoch)
{
}

std::string deviceLine(const RunStarted& run)
{
    return "on " + run.device + (run.deviceReason.empty() ? "" : ", because " + run.deviceReason) + "; " + run.precision + "; "
           + std::to_string(run.parameters) + " parameters"
           + (run.metaParameters > 0 ? ", MW-Net " + std::to_string(run.metaParameters) : "");
}

void RunPrinter::started(const RunStarted& run)
{
    m_run = run;
    if (!run.setAside.empty())
        m_terminal.note(m_prefix
                        + (run.renewed ? "began anew, for its checkpoint was damaged ("
                                       : "went on from the checkpoint before its newest, which was damaged (")
                        + run.damage + "); the damaged file is kept as " + run.setAside);
    if (!m_everyEpoch)
        return;
    m_terminal.note(m_prefix + deviceLine(run));
    if (run.firstEpoch > 1)
        m_terminal.note(m_prefix + "resumed in epoch " + std::to_string(run.firstEpoch));
}

void RunPrinter::stepFinished(const StepFigures& step)
{
    m_terminal.progress(m_prefix + "epoch " + std::to_string(step.epoch) + "/" + std::to_string(m_run.epochs) + " step "
                        + std::to_string(step.step) + "/" + std::to_string(m_run.stepsPerEpoch) + "  " + fixed(step.stepsPerSecond, 1)
                        + " steps/s, " + duration(step.secondsLeft) + " left");
}

Verdict RunPrinter::epochFinished(const EpochFigures& epoch)
{
    if (!m_everyEpoch)
        return Verdict::Continue;
    std::string line = m_prefix + "epoch " + std::to_string(epoch.epoch) + "/" + std::to_string(m_run.epochs) + "  train loss "
                       + figure(epoch.train.loss, 3) + "  accuracy: meta " + percent(epoch.meta.accuracy) + "  validation "
                       + percent(epoch.validation.accuracy) + "  test " + percent(epoch.test.accuracy);
    if (!epoch.curve.weight.empty() && std::isfinite(epoch.detection.auroc))
        line += "  noise AUROC " + fixed(epoch.detection.auroc, 3);
    if (std::isfinite(epoch.secondsLeft)) // a step was timed
        line += "  " + fixed(epoch.stepsPerSecond, 1) + " steps/s, " + duration(epoch.secondsLeft) + " left";
    m_terminal.note(line);
    return Verdict::Continue;
}

} // namespace reweigh
