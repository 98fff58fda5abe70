// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanResources.h"

#include "core/experiment/WorkerChoice.h"

#include <algorithm>

namespace reweigh {

PlanResources::PlanResources(const PlanEngineOpener& openEngine, SearchBudget& budget, const PlanEvents& events)
    : m_openEngine(openEngine)
    , m_budget(budget)
    , m_events(events)
    , m_choose(budget.workers() == SearchBudget::automatic)
{
    budget.settle(1);
}

Result<PreparedData> PlanResources::data(const DataOptions& options)
{
    const std::lock_guard lock(m_mutex); // held while images are read: two cells never read the same ones side by side
    std::erase_if(m_sources, [](const auto& known) { return known.second.expired(); });
    for (const auto& [read, source] : m_sources)
        if (const auto known = source.lock(); known && sameSource(read, options))
            return prepareData(options, known);
    Result<PreparedData> made = prepareData(options);
    if (made)
        m_sources.emplace_back(options, made->source);
    return made;
}

Result<std::shared_ptr<Engine>> PlanResources::engine(TrainOptions& training, const DataSource& source)
{
    const std::lock_guard lock(m_mutex);
    Result<std::shared_ptr<Engine>> opened = m_openEngine(training, source);
    if (!opened)
        return opened;
    if (trainsOnProcessor(**opened, training.device))
        training.threads = std::max(1, training.threads);
    if (std::exchange(m_choose, false) && m_budget.workers() > 0) // 0: the user has asked meanwhile that no training begin
        m_budget.setWorkers(usualPlanWorkers(training, opened->get()));
    return opened;
}

void PlanResources::cellBegins(const PlanCell& cell)
{
    const std::lock_guard lock(m_oneCall);
    if (m_events.cellBegins)
        m_events.cellBegins(cell);
}

void PlanResources::cellEnds(const PlanCell& cell)
{
    const std::lock_guard lock(m_oneCall);
    if (m_events.cellEnds)
        m_events.cellEnds(cell);
}

void PlanResources::cellFails(const PlanCell& cell, const Error& error)
{
    const std::lock_guard lock(m_oneCall);
    if (m_events.cellFails)
        m_events.cellFails(cell, error);
}

std::unique_ptr<RunObserver> PlanResources::observe(const PlanCell& cell, const RunKey& run)
{
    const std::lock_guard lock(m_oneCall);
    return m_events.observe ? m_events.observe(cell, run) : nullptr;
}

StudyEvents PlanResources::searchEvents(const PlanCell& cell, bool random)
{
    StudyEvents events;
    events.observe = [this, &cell](const RunKey& run) { return observe(cell, run); };
    events.trialFinished = [this, &cell, random](const FrozenTrial& trial) {
        const std::lock_guard lock(m_oneCall);
        if (m_events.trialFinished)
            m_events.trialFinished(cell, trial, random);
    };
    return events;
}

StudyEvents PlanResources::comparisonEvents(const PlanCell& cell)
{
    StudyEvents events;
    events.observe = [this, &cell](const RunKey& run) { return observe(cell, run); };
    events.resultsKept = [this, &cell](const std::vector<VariantResult>& results) -> Status {
        const std::lock_guard lock(m_oneCall);
        if (m_events.resultsKept)
            m_events.resultsKept(cell, results);
        return {};
    };
    return events;
}

} // namespace reweigh
