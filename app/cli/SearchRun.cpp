// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SearchRun.h"

#include "app/cli/RunPrinter.h"
#include "app/cli/StudyTable.h"
#include "app/cli/TextTable.h"
#include "core/experiment/WorkerChoice.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

namespace reweigh {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The device is said once, by the first training that starts.
class TrialPrinter : public RunPrinter {
public:
    TrialPrinter(Terminal& terminal, std::string prefix, std::atomic<bool>& deviceSaid)
        : RunPrinter(terminal, std::move(prefix), false)
        , m_terminal(terminal)
        , m_deviceSaid(deviceSaid)
    {
    }

    void started(const RunStarted& run) override
    {
        RunPrinter::started(run);
        if (!m_deviceSaid.exchange(true))
            m_terminal.note("training " + deviceLine(run));
    }

private:
    Terminal& m_terminal;
    std::atomic<bool>& m_deviceSaid;
};

/// A line for each trial that ended, with the time left.
class SearchPrinter {
public:
    SearchPrinter(Terminal& terminal, int done, int total)
        : m_terminal(terminal)
        , m_before(done)
        , m_done(done)
        , m_total(total)
    {
    }

    std::unique_ptr<RunObserver> observerOf(std::int64_t trial)
    {
        return std::make_unique<TrialPrinter>(m_terminal, "trial " + std::to_string(trial) + "  ", m_deviceSaid);
    }

    void take(const FrozenTrial& trial)
    {
        ++m_done;
        const double each = secondsSince(m_start) / (m_done - m_before);
        std::string line = "[" + std::to_string(m_done) + "/" + std::to_string(m_total) + "] " + trialLine(trial);
        if (m_done < m_total)
            line += "; about " + duration(each * (m_total - m_done)) + " left";
        m_terminal.note(line);
    }

private:
    Terminal& m_terminal;
    int m_before, m_done, m_total;
    std::atomic<bool> m_deviceSaid{false};
    Clock::time_point m_start = Clock::now();
};

} // namespace

Result<int> chooseWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, Terminal& terminal,
                          std::stop_token stop)
{
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const Result<WorkerChoice> choice = measureWorkers(config, data, engine, trials, cores, std::move(stop));
    if (!choice)
        return choice.error();
    if (choice->atOnce < 2) {
        terminal.note("one trial at a time: there is nothing to choose between here");
        return 1;
    }
    char text[160];
    std::snprintf(text, sizeof text, "%s: measured %.1f steps/s of one trial on %s, %.1f of %d trials with %d thread%s each",
                  choice->workers > 1 ? "trials side by side" : "one trial at a time", choice->aloneRate, choice->aloneDevice.c_str(),
                  choice->besideRate, choice->atOnce, choice->threadsEach, choice->threadsEach == 1 ? "" : "s");
    terminal.note(text);
    return choice->workers;
}

Status runSearch(SearchSession& session, const ExperimentConfig& config, std::shared_ptr<Engine> engine, Terminal& terminal,
                 std::stop_token stop, int workers)
{
    const int done = session.finishedTrials();
    if (done > 0)
        terminal.note("going on with " + std::to_string(done) + " of " + std::to_string(config.search.trials) + " trials done");
    SearchPrinter printer(terminal, done, config.search.trials);
    SearchBudget budget(config.search.trials, workers);
    StudyEvents events;
    events.observe = [&](const RunKey& run) { return printer.observerOf(run.trial); };
    events.trialFinished = [&](const FrozenTrial& trial) { printer.take(trial); };
    return session.run(std::move(engine), events, stop, budget);
}

} // namespace reweigh
