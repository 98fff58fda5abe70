// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PlanRecipes.h"

#include "core/config/Variant.h"
#include "core/data/recipe/MetaSet.h"
#include "core/plan/PlanParts.h"

#include <algorithm>
#include <memory>

namespace reweigh {
namespace {

const DataOptions& dataOptionsOf(const CellRecipe& recipe)
{
    return recipe.cell->cell->config.data;
}

bool lacksWhatCanBeMade(const CellState& cell)
{
    return cell.missingTrials > 0 || cell.missingRuns() > cell.impossibleRuns();
}

/// Carries out a recipe on the images `source`, which are read if there are none yet, and keeps what comes of it. Its data; none if it is
/// impossible.
std::optional<PreparedData> carryOut(CellRecipe& recipe, const std::vector<Variant>& variants, std::shared_ptr<const DataSource>& source)
{
    const DataOptions& options = dataOptionsOf(recipe);
    const Result<PreparedData> data = source ? prepareData(options, source) : prepareData(options);
    if (data)
        source = data->source;
    if (const Status fits = data ? checkCellData(*recipe.cell->cell, variants, *data) : data.error(); !fits) {
        recipe.error = fits.error();
        return {};
    }
    recipe.trainImages = data->plan->train.size();
    recipe.evaluatedImages = data->plan->meta.size() + data->plan->validation.size() + source->test.size();
    return *data;
}

} // namespace

const CellRecipe* PlanRecipes::firstError() const
{
    const auto found = std::ranges::find_if(cells, [](const CellRecipe& recipe) { return recipe.error.has_value(); });
    return found == cells.end() ? nullptr : &*found;
}

const CellRecipe* PlanRecipes::firstPossible() const
{
    const auto found = std::ranges::find_if(cells, [](const CellRecipe& recipe) { return !recipe.error; });
    return found == cells.end() ? nullptr : &*found;
}

Status checkCellData(const PlanCell& cell, const std::vector<Variant>& variants, const PreparedData& data)
{
    std::vector<ResolvedVariant> resolved;
    for (const Variant& variant : variants) {
        Result<ResolvedVariant> one = triedVariant(variant, cell.config);
        if (!one)
            return one.error();
        const bool searched = needsSearch(variant) || needsRandomSearch(variant);
        if (const Status meta = checkMetaSet(*data.plan, searched ? "mwnet" : one->config.training.weighting); !meta)
            return meta;
        resolved.push_back(std::move(one).value());
    }
    return checkOwnLists(resolved, cell.config.data, data);
}

Result<PlanRecipes> planRecipes(const PlanState& state, const std::stop_token& stop, std::size_t most)
{
    PlanRecipes recipes;
    for (const CellState& cell : state.cells)
        if (recipes.cells.size() < most && lacksWhatCanBeMade(cell))
            recipes.cells.push_back({.cell = &cell});
    std::vector<CellRecipe*> todo;
    for (CellRecipe& recipe : recipes.cells)
        todo.push_back(&recipe);
    std::size_t firstPossible = recipes.cells.size();
    while (!todo.empty()) { // the cells that share the images of the first one that is left
        const DataOptions shared = dataOptionsOf(*todo.front());
        std::shared_ptr<const DataSource> source;
        std::vector<CellRecipe*> others;
        for (CellRecipe* recipe : todo) {
            if (!sameSource(dataOptionsOf(*recipe), shared)) {
                others.push_back(recipe);
                continue;
            }
            if (stop.stop_requested())
                return interruptedPlan(*state.plan);
            std::optional<PreparedData> data = carryOut(*recipe, state.plan->variants, source);
            const std::size_t place = std::size_t(recipe - recipes.cells.data());
            if (data && place < firstPossible) {
                firstPossible = place;
                recipes.first = std::move(data);
            }
        }
        todo = std::move(others);
    }
    return recipes;
}

} // namespace reweigh
