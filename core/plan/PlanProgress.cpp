// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanProgress.h"

#include "core/plan/PlanRunner.h"

#include <algorithm>
#include <limits>

namespace reweigh {

PlanProgress::PlanProgress(const PlanState& state)
{
    for (const CellState& cell : state.cells)
        for (const PlanVariant& variant : cell.variants) {
            if (!variant.sameAs.empty())
                continue;
            for (const VariantRun& run : variant.result.runs) {
                const double perEpoch = run.seconds / cell.cell->config.training.epochs;
                m_ofCell[{cell.cell->name, variant.name}].add(run.seconds);
                m_perEpoch[variant.name].add(perEpoch);
                m_anyPerEpoch.add(perEpoch);
                m_said.emplace(cell.cell->name, variant.hash, run.seed);
            }
            for (const FailedRun& failure : variant.result.failed)
                if (isDecided(failure)) // others are tried again
                    m_said.emplace(cell.cell->name, variant.hash, failure.seed);
        }
    const PlanSize size = planSize(state);
    m_all = size.trials + size.runs - size.runsImpossible;
    m_ended = std::max(0, m_all - size.trialsLeft - size.runsLeft);
    m_transfers = state.plan->transfers;
    const int searches = searchesPerCell(*state.plan);
    for (const CellState& cell : state.cells) {
        const int trials = m_trials[cell.cell->name] = searches * cell.cell->config.search.trials;
        const int runs = cell.cell->seeds() * int(std::ranges::count_if(cell.variants, [](const PlanVariant& variant) {
                             return variant.sameAs.empty() && !variant.impossible;
                         }));
        const int left = cell.missingTrials + cell.missingRuns() - cell.impossibleRuns();
        m_counts[cell.cell->name] = {.all = trials + runs, .ended = trials + runs - left};
    }
    int counted = 0;
    for (const CellState& cell : state.cells) {
        m_costLeft += cell.missingTrials * cost(*cell.cell, searchedVariant);
        for (const PlanVariant& variant : cell.variants)
            if (!variant.impossible && !cell.failure)
                m_costLeft += variant.missing * cost(*cell.cell, variant.name);
        counted += cell.missingRuns() - cell.impossibleRuns();
    }
    // Trainings of networks that other cells have still to find.
    m_costLeft += (size.runsLeft - counted) * cost(*state.cells.front().cell, searchedVariant);
}

double PlanProgress::cost(const PlanCell& cell, const std::string& variant) const
{
    if (const auto known = m_ofCell.find({cell.name, variant}); known != m_ofCell.end())
        return known->second.value();
    const int epochs = cell.config.training.epochs;
    if (const auto known = m_perEpoch.find(variant); known != m_perEpoch.end())
        return epochs * known->second.value();
    return m_anyPerEpoch.count > 0 ? epochs * m_anyPerEpoch.value() : epochs;
}

double PlanProgress::secondsLeft(int workers) const
{
    return m_anyPerEpoch.count > 0 ? m_costLeft / std::max(1, workers) : std::numeric_limits<double>::quiet_NaN();
}

void PlanProgress::begin()
{
    m_start = std::chrono::steady_clock::now();
}

void PlanProgress::comparisonBegins(const PlanCell& cell, const std::vector<VariantResult>& results)
{
    Count now{.all = m_trials[cell.name] + int(results.size()) * cell.seeds(), .ended = m_trials[cell.name]};
    for (const VariantResult& result : results)
        now.ended += result.ended();
    Count& before = m_counts[cell.name];
    if (m_transfers)
        now.all = std::max(now.all, before.all);
    m_all += now.all - before.all;
    m_ended += now.ended - before.ended;
    before = now;
}

void PlanProgress::spend(double cost)
{
    m_costLeft = std::max(0.0, m_costLeft - cost);
}

void PlanProgress::foundEnded(const PlanCell& cell, const std::string& variant)
{
    spend(cost(cell, variant));
}

double PlanProgress::ended(const PlanCell& cell, double cost)
{
    ++m_counts[cell.name].ended;
    ++m_ended;
    m_all = std::max(m_all, m_ended);
    spend(cost);
    m_costEnded += cost;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count() / m_costEnded * m_costLeft;
}

double PlanProgress::trialEnded(const PlanCell& cell)
{
    return ended(cell, cost(cell, searchedVariant));
}

double PlanProgress::runEnded(const PlanCell& cell, const std::string& variant)
{
    return ended(cell, cost(cell, variant));
}

} // namespace reweigh
