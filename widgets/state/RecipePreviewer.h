// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"

#include <memory>
#include <optional>

namespace reweigh {

/// The recipe carried out, as the Set up view shows it: either data, or why not.
struct RecipePreview {
    DataOptions options;
    PreparedData data; ///< source is there even where the recipe failed on it
    DataPlanInfo info;
    std::optional<Error> error;
    double milliseconds = 0.0; ///< recipe and description, without reading the set
};

/// The very recipe training uses, on a set that is read once and kept while it is asked for.
/// Thread: any.
std::shared_ptr<const RecipePreview> previewRecipe(const DataOptions& options);

} // namespace reweigh
