// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/experiment/PreparedData.h"

#include <memory>
#include <optional>
#include <vector>

namespace reweigh {

/// The result of carrying out a data recipe, as the Set up layout shows it: the prepared data, or the error.
struct RecipePreview {
    DataOptions options;
    PreparedData data; ///< its source is set even if the recipe failed on it
    DataPlanInfo info;
    std::optional<Error> error;
    std::vector<UnreadableImage> unreadable; ///< of a folder: image files that cannot be read, whether they are left out or the error
    FileState labelFile;                     ///< the file of labels just before it was read; all zero if the recipe takes none
    FileState lists[2];                      ///< the lists of checked images and of images to leave out, likewise
    double milliseconds = 0.0;               ///< time of recipe and description, without reading the data set
};

/// Carries out the recipe with the same code as training does. The two data sets used last stay in memory, so that each is read
/// from disk once; a file of labels is read every time.
/// Thread: any.
std::shared_ptr<const RecipePreview> previewRecipe(const DataOptions& options);

/// Whether `preview` is what `options` give now: made with them, and their files of labels, of checked images and of images to leave out
/// are what they were.
bool isPresent(const RecipePreview& preview, const DataOptions& options);

} // namespace reweigh
