// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/StudyAsPlan.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace reweigh {
namespace {

/// The number of seeds that the comparison asked for, or that it has by now.
int seedsOf(const StudySnapshot& study, const ExperimentConfig& config)
{
    int seeds = config.search.variantSeeds;
    for (const VariantResult& variant : study.variants) {
        for (const VariantRun& run : variant.runs)
            seeds = std::max(seeds, run.seed);
        for (const FailedRun& run : variant.failed)
            seeds = std::max(seeds, run.seed);
    }
    return seeds;
}

SearchState searchOf(const StudySnapshot& study)
{
    SearchState search;
    search.bestValue = std::numeric_limits<double>::quiet_NaN();
    search.finished = int(std::ranges::count_if(study.trials, [](const auto& trial) { return isFinished(trial->state); }));
    const StudyTrial* best = study.best();
    const TrialFacts* facts = best ? best->facts() : nullptr;
    if (!facts)
        return search;
    search.best = Proposal{facts->architecture, facts->metaLr};
    search.bestNumber = best->number;
    search.bestValue = best->value.value_or(search.bestValue);
    return search;
}

PlanVariant variantOf(const VariantResult& result, int seeds)
{
    PlanVariant variant;
    variant.name = result.name();
    variant.resolved = true;
    variant.hash = result.hash;
    variant.result = result;
    variant.missing = std::max(0, seeds - result.ended());
    return variant;
}

} // namespace

Result<std::unique_ptr<StudyAsPlan>> studyAsPlan(const StudySnapshot& study)
{
    Result<ExperimentConfig> settings = study.settings();
    if (!settings)
        return settings.error();
    auto made = std::make_unique<StudyAsPlan>();
    PlanCell cell{.name = "all", .settings = nlohmann::json::object()};
    cell.config = std::move(settings).value();
    cell.config.search.variantSeeds = seedsOf(study, cell.config);
    cell.config.search.study = study.file.string();
    cell.config.outDir = study.file.parent_path().string();
    made->plan.name = study.name;
    made->plan.folder = study.file.parent_path();
    made->plan.cells.push_back(std::move(cell));

    CellState state;
    state.cell = &made->plan.cells.front();
    state.begun = true;
    state.fingerprintCode = study.facts->fingerprintCode;
    for (const VariantResult& result : study.variants)
        if (!result.earlier) {
            made->plan.variants.push_back(result.asked);
            state.variants.push_back(variantOf(result, state.cell->seeds()));
        }
    if (std::ranges::any_of(made->plan.variants, needsSearch))
        state.search = searchOf(study);
    made->state.plan = &made->plan;
    made->state.cells.push_back(std::move(state));
    return made;
}

} // namespace reweigh
