// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace reweigh {

struct ResolvedVariant;

/// A data set and the recipe carried out on it, shared by all runs that use them.
struct PreparedData {
    std::shared_ptr<const DataSource> source;
    std::shared_ptr<const DataPlan> plan;
    std::shared_ptr<const LabelFile> labels = nullptr; ///< set where the recipe takes its labels from a file
};

/// Whether the same images are read for `a` and `b`, so that only their recipes may differ.
bool sameSource(const DataOptions& a, const DataOptions& b);

/// Reads the data set, and the files of labels and of images to leave out if there are such, and carries out the recipe. Errors: those of
/// loadDataSet, which `stop` ends, readLabelFile, readLeaveOutList and makeDataPlan.
Result<PreparedData> prepareData(const DataOptions& options, const std::stop_token& stop = {});

/// Carries out the recipe `options` on a data set that has been read already. `labels`: of the file that `options` names, if that has been
/// read already too; null: the file is read now, so that nobody works on what it held before. Errors: those of readLabelFile,
/// readLeaveOutList and makeDataPlan.
Result<PreparedData> prepareData(const DataOptions& options, std::shared_ptr<const DataSource> source,
                                 std::shared_ptr<const LabelFile> labels = nullptr);

/// Checks that the lists of images to leave out which variants of a study have of their own can be read, before anything is trained.
/// `study`: the options that `data` was made with. Errors: those of readLeaveOutList.
Status checkOwnLists(const std::vector<ResolvedVariant>& variants, const DataOptions& study, const PreparedData& data);

/// For measurements of time: the same data with a meta set that is there from the first step on. Where trainings choose theirs, it is made
/// of the first training images of each observed class, so that the dearer steps after the warm-up are measured; else the data as it is.
PreparedData withMetaSet(const PreparedData& data);

} // namespace reweigh
