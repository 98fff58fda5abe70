// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanRunner.h"

#include "core/plan/PlanQueue.h"
#include "core/storage/WriterLock.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>

namespace reweigh {
namespace {

using Cells = std::vector<const PlanCell*>;

std::filesystem::path studyFile(const PlanCell& cell)
{
    return StudyFolder::of(cell.config).file();
}

/// Runs a plan in passes: what each pass finds, networks above all, decides what the next one trains.
class PassRunner {
public:
    PassRunner(const Plan& plan, const PlanEngineOpener& openEngine, SearchBudget& budget, const std::stop_token& stop,
               const PlanEvents& events)
        : m_plan(plan)
        , m_budget(budget)
        , m_stop(stop)
        , m_events(events)
        , m_resources(openEngine, budget, events)
    {
    }

    Status run()
    {
        for (;;) {
            const Result<PlanState> state = readPlanState(m_plan);
            if (!state)
                return state.error();
            giveUpUnusable(*state);
            std::vector<std::unique_ptr<CellRun>> cells = cellsToRun(*state);
            if (cells.empty())
                return end(*state);
            PlanQueue queue(m_plan.name, std::move(cells));
            if (const Status done = runJobs(queue, m_budget, m_stop); !done)
                return done.error().code == ErrorCode::Interrupted ? interrupted() : done;
            Cells left;
            for (const auto& cell : queue.cells()) {
                if (const std::optional<Error> failure = cell->failure())
                    m_failed.emplace(cell->cell().name, *failure);
                else if (cell->isLeft())
                    left.push_back(&cell->cell());
                else
                    m_done[cell->cell().name] = cell->variants();
            }
            if (left.size() == queue.cells().size())
                if (const Status waited = wait(left); !waited)
                    return waited;
        }
    }

private:
    /// Cells whose studies cannot be used are given up before anything is opened.
    void giveUpUnusable(const PlanState& state)
    {
        for (const CellState& stored : state.cells)
            if (stored.failure && m_failed.emplace(stored.cell->name, *stored.failure).second)
                m_resources.cellFails(*stored.cell, *stored.failure);
    }

    /// The cells that lack something, except those that this call has given up, or has run to their end with the same variants.
    std::vector<std::unique_ptr<CellRun>> cellsToRun(const PlanState& state)
    {
        std::vector<std::unique_ptr<CellRun>> cells;
        const std::map<std::string, Proposal> networks = foundNetworks(state.cells);
        for (const CellState& stored : state.cells) {
            if (stored.isDone() || m_failed.contains(stored.cell->name))
                continue;
            std::vector<Variant> variants = cellVariants(m_plan, *stored.cell, networks);
            const auto done = m_done.find(stored.cell->name);
            if (done == m_done.end() || done->second != variants)
                cells.push_back(std::make_unique<CellRun>(*stored.cell, std::move(variants), m_resources));
        }
        return cells;
    }

    /// The outcome where nothing is left that can be trained.
    Status end(const PlanState& state) const
    {
        for (const CellState& stored : state.cells)
            if (const auto failed = m_failed.find(stored.cell->name); failed != m_failed.end())
                return failed->second;
        for (const CellState& stored : state.cells)
            if (stored.missingTrials == 0 && std::ranges::any_of(stored.variants, [](const PlanVariant& one) { return !one.resolved; }))
                return Error{ErrorCode::StudyEmpty, studyFile(*stored.cell).string(), {}, "all have ended"};
        return {};
    }

    /// Waits until another process has ended its work on one of the cells `left`.
    Status wait(const Cells& left)
    {
        if (std::exchange(m_waiting, left.size()) != left.size() && m_events.waits)
            m_events.waits(int(left.size()));
        std::mutex mutex;
        std::condition_variable_any wake; // by a stop request only
        std::unique_lock lock(mutex);
        do {
            wake.wait_for(lock, m_stop, std::chrono::seconds(1), [] { return false; });
            if (m_stop.stop_requested() || m_budget.workers() == 0)
                return interrupted();
        } while (std::ranges::all_of(left, [](const PlanCell* cell) { return WriterLock::held(studyFile(*cell)); }));
        return {};
    }

    Error interrupted() const { return interruptedPlan(m_plan); }

    const Plan& m_plan;
    SearchBudget& m_budget;
    const std::stop_token& m_stop;
    const PlanEvents& m_events;
    PlanResources m_resources;
    std::map<std::string, std::vector<Variant>> m_done; ///< cells that were run to their end here, and with which variants
    std::map<std::string, Error> m_failed;              ///< cells that were given up, and why
    std::size_t m_waiting = 0;                          ///< cells that the last wait was for
};

} // namespace

PlanSize planSize(const PlanState& state)
{
    PlanSize size{.cells = int(state.cells.size())};
    const int searches = searchesPerCell(*state.plan);
    const auto transfers = [&](const CellState& cell) { return isTransferring(*state.plan, *cell.cell); };
    const int transferring = int(std::ranges::count_if(state.cells, transfers));
    for (const CellState& stored : state.cells) {
        const int seeds = stored.cell->seeds();
        if (!stored.failure) {
            size.searches += searches;
            size.trials += searches * stored.cell->config.search.trials;
            size.trialsLeft += stored.missingTrials;
        }
        size.runs += seeds * int(std::ranges::count_if(stored.variants, [](const PlanVariant& one) { return one.sameAs.empty(); }));
        size.unusable += stored.failure.has_value();
        size.runsImpossible += stored.impossibleRuns();
        size.runsLeft += stored.missingRuns() - stored.impossibleRuns();
        if (!transfers(stored))
            continue;
        const int known = int(stored.variants.size()) - int(state.plan->variants.size());      // networks that other cells have found
        const int never = int(std::ranges::count_if(state.cells, [&](const CellState& other) { // networks that will never be found
            return (other.failure || other.foundNothing(other.search)) && other.cell != stored.cell && transfers(other);
        }));
        const int toCome = std::max(0, transferring - 1 - known - never) * seeds;
        size.runs += toCome + never * seeds;
        size.runsLeft += toCome;
        size.runsImpossible += never * seeds;
    }
    return size;
}

Status runPlan(const Plan& plan, const PlanEngineOpener& openEngine, SearchBudget& budget, const std::stop_token& stop,
               const PlanEvents& events)
{
    return PassRunner(plan, openEngine, budget, stop, events).run();
}

} // namespace reweigh
