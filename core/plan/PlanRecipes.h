// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "core/plan/PlanState.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace reweigh {

/// What comes of a cell's recipe, without training: its sizes, or why it cannot be carried out.
struct CellRecipe {
    const CellState* cell = nullptr;
    std::size_t trainImages = 0;     ///< with the study's own seed; fresh seeds may differ by a few
    std::size_t evaluatedImages = 0; ///< meta, validation and test images, on which each epoch ends
    std::optional<Error> error;      ///< of prepareData or checkCellData
};

struct PlanRecipes {
    std::vector<CellRecipe> cells;     ///< in the plan's order
    std::optional<PreparedData> first; ///< the data of the first cell whose recipe can be carried out

    const CellRecipe* firstError() const;    ///< null if there is none
    const CellRecipe* firstPossible() const; ///< the cell of `first`; null if there is none
};

/// Checks that every variant of a cell whose data is `data` may learn from its meta set, and that the lists of images that variants leave
/// out can be read. Errors: MetaSetUnchecked, those of resolveVariant and checkOwnLists.
Status checkCellData(const PlanCell& cell, const std::vector<Variant>& variants, const PreparedData& data);

/// Carries out the recipes of the cells of `state` that lack something which can be made, at most the first `most` of them, so that what is
/// impossible is known before hours of training. Nothing is written; one data set is in memory at a time, beside that of the first cell.
/// `state` must outlive the result. Errors: Interrupted.
Result<PlanRecipes> planRecipes(const PlanState& state, const std::stop_token& stop, std::size_t most = 50);

} // namespace reweigh
