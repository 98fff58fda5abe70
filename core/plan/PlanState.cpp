// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanState.h"

#include "core/base/PathText.h"
#include "core/config/Names.h"
#include "core/plan/StoredCell.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <system_error>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// The settings of a network that another cell found, as settings of a variant.
nlohmann::json settingsOf(const Proposal& found)
{
    nlohmann::json settings = {{"weighting", "mwnet"},
                               {"input", inputName(found.metaNet)},
                               {"hidden", found.metaNet.hidden},
                               {"activation", nameOf(found.metaNet.activation)},
                               {"normalise-weights", found.metaNet.normalised},
                               {"meta-lr", found.metaLr}};
    if (found.metaNet.input != "label") // of which nothing is standardised
        settings["standardise-input"] = found.metaNet.standardised;
    return settings;
}

bool isWaiting(const Variant& variant, const CellState& cell)
{
    return (needsSearch(variant) && !cell.foundNetwork(cell.search)) || (needsRandomSearch(variant) && !cell.foundNetwork(cell.random));
}

int missingTrials(const CellState& cell, const std::vector<Variant>& variants)
{
    const int trials = cell.cell->config.search.trials;
    const auto missing = [&](const SearchState& search) { return std::max(0, trials - search.finished); };
    return (std::ranges::any_of(variants, needsSearch) ? missing(cell.search) : 0)
           + (std::ranges::any_of(variants, needsRandomSearch) ? missing(cell.random) : 0);
}

/// What is stored under the variant's hash, of the plan's seeds; without runs if there is nothing.
VariantResult resultOf(const ResolvedVariant& resolved, const Variant& asked, int seeds, const StoredVariants& stored)
{
    const auto found = std::ranges::find(stored.list, resolved.hash, &VariantResult::hash);
    if (found == stored.list.end())
        return emptyResult(resolved, asked);
    VariantResult result = *found;
    result.asked = asked; // the plan may have another name for it by now
    result.settings = resolved.settings;
    result.earlier = false;
    std::erase_if(result.runs, [&](const VariantRun& run) { return run.seed > seeds; });
    std::erase_if(result.failed, [&](const FailedRun& run) { return run.seed > seeds; });
    return result;
}

int missingSeeds(const VariantResult& result, int seeds)
{
    int missing = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto isOver = [seed](const FailedRun& failure) { return failure.seed == seed && isDecided(failure); };
        missing += !result.run(seed) && std::ranges::none_of(result.failed, isOver);
    }
    return missing;
}

/// Fills in the cell's variants. Those whose search has not ended wait for it: its best trial may still change.
Status takeVariants(CellState& cell, const std::vector<Variant>& variants, const StoredVariants& stored)
{
    const int seeds = cell.cell->seeds();
    const VariantSource source{.study = cell.cell->config, .searched = cell.search.best.value_or(Proposal()), .random = cell.random.best};
    for (const Variant& variant : variants) {
        PlanVariant entry;
        entry.name = variant.name;
        entry.result.asked = variant;
        entry.missing = seeds;
        entry.impossible =
            (needsSearch(variant) && cell.foundNothing(cell.search)) || (needsRandomSearch(variant) && cell.foundNothing(cell.random));
        if (!isWaiting(variant, cell)) {
            const Result<ResolvedVariant> resolved = resolveVariant(variant, source);
            if (!resolved)
                return resolved.error();
            entry.resolved = true;
            entry.hash = resolved->hash;
            const auto same = std::ranges::find(cell.variants, entry.hash, &PlanVariant::hash);
            if (same != cell.variants.end()) {
                entry.sameAs = same->name;
                entry.result = same->result;
                entry.missing = 0;
            } else {
                entry.result = resultOf(*resolved, variant, seeds, stored);
                entry.missing = missingSeeds(entry.result, seeds);
            }
        }
        cell.variants.push_back(std::move(entry));
    }
    return {};
}

/// A cell of which nothing can be used: all of its variants are to be trained, and cannot be.
CellState unusable(const PlanCell& cell, Error why)
{
    CellState state;
    state.cell = &cell;
    state.failure = std::move(why);
    state.search.bestValue = state.random.bestValue = std::numeric_limits<double>::quiet_NaN();
    return state;
}

/// The folders beside those of the plan's cells. Errors: FileUnreadable.
Result<std::vector<fs::path>> strangersOf(const Plan& plan)
{
    std::set<fs::path> own;
    for (const PlanCell& cell : plan.cells)
        own.insert(fs::path(cell.config.outDir).filename());
    std::vector<fs::path> strangers;
    const fs::path folder = plan.folder / "cells";
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (isFolder(at->path()) && !own.contains(at->path().filename()))
            strangers.push_back(at->path());
    if (code && code != std::errc::no_such_file_or_directory)
        return Error{ErrorCode::FileUnreadable, folder.string(), code.message(), {}};
    std::ranges::sort(strangers);
    return strangers;
}

} // namespace

int CellState::missingRuns() const
{
    return std::accumulate(variants.begin(), variants.end(), 0, [](int sum, const PlanVariant& variant) { return sum + variant.missing; });
}

int CellState::impossibleRuns() const
{
    if (failure)
        return missingRuns();
    return std::accumulate(variants.begin(), variants.end(), 0,
                           [](int sum, const PlanVariant& variant) { return sum + (variant.impossible ? variant.missing : 0); });
}

const PlanVariant* CellState::variant(const std::string& name) const
{
    const auto found = std::ranges::find(variants, name, &PlanVariant::name);
    return found == variants.end() ? nullptr : &*found;
}

const CellState* PlanState::cell(const std::string& name) const
{
    const auto found = std::ranges::find_if(cells, [&](const CellState& state) { return state.cell->name == name; });
    return found == cells.end() ? nullptr : &*found;
}

bool PlanState::isDone() const
{
    return std::ranges::all_of(cells, &CellState::isDone);
}

std::map<std::string, Proposal> foundNetworks(const std::vector<CellState>& cells)
{
    std::map<std::string, Proposal> found;
    for (const CellState& cell : cells)
        if (cell.foundNetwork(cell.search))
            found.emplace(cell.cell->name, *cell.search.best);
    return found;
}

std::vector<Variant> cellVariants(const Plan& plan, const PlanCell& cell, const std::map<std::string, Proposal>& found)
{
    std::vector<Variant> variants = plan.variants;
    if (!isTransferring(plan, cell))
        return variants;
    for (const PlanCell* other : selectedCells(plan, plan.transferCells))
        if (const auto network = found.find(other->name); other->name != cell.name && network != found.end())
            variants.push_back({.name = searchedVariant + ("@" + other->name), .settings = settingsOf(network->second)});
    return variants;
}

bool isCellsOwn(ErrorCode code)
{
    const int group = exitCode(code);
    return group == 2 || group == 3;
}

Result<PlanState> readPlanState(const Plan& plan)
{
    PlanState state;
    state.plan = &plan;
    std::vector<StoredVariants> stored;
    LabelSums sums;
    for (const PlanCell& cell : plan.cells) {
        Result<StoredCell> read = readCell(plan, cell, sums);
        if (!read && !isCellsOwn(read.error().code))
            return read.error();
        if (!read) {
            state.cells.push_back(unusable(cell, read.error()));
            stored.emplace_back();
            continue;
        }
        read->state.missingTrials = missingTrials(read->state, plan.variants);
        state.cells.push_back(std::move(read->state));
        stored.push_back(std::move(read->variants));
    }
    const std::map<std::string, Proposal> found = foundNetworks(state.cells);
    for (std::size_t i = 0; i < state.cells.size(); ++i)
        if (const Status taken = takeVariants(state.cells[i], cellVariants(plan, plan.cells[i], found), stored[i]); !taken)
            return taken.error();
    Result<std::vector<fs::path>> strangers = strangersOf(plan);
    if (!strangers)
        return strangers.error();
    state.strangers = std::move(strangers).value();
    return state;
}

} // namespace reweigh
