// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"

#include <memory>
#include <optional>

namespace reweigh {

/// The result of carrying out a data recipe, as the Set up layout shows it: the prepared data, or the error.
struct RecipePreview {
    DataOptions options;
    PreparedData data; ///< its source is set even if the recipe failed on it
    DataPlanInfo info;
    std::optional<Error> error;
    double milliseconds = 0.0; ///< time of recipe and description, without reading the data set
};

/// Carries out the recipe with the same code as training does. The two data sets used last stay in memory, so that each is read
/// from disk once.
/// Thread: any.
std::shared_ptr<const RecipePreview> previewRecipe(const DataOptions& options);

} // namespace reweigh
