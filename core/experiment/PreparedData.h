// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"

#include <memory>

namespace reweigh {

/// A data set and the recipe carried out on it, shared by all runs that use them.
struct PreparedData {
    std::shared_ptr<const DataSource> source;
    std::shared_ptr<const DataPlan> plan;
};

/// Whether the same images are read for `a` and `b`, so that only their recipes may differ.
bool sameSource(const DataOptions& a, const DataOptions& b);

/// Reads the data set and carries out the recipe. Errors: those of loadDataSet and makeDataPlan.
Result<PreparedData> prepareData(const DataOptions& options);

/// Carries out the recipe `options` on a data set that has been read already. Errors: those of makeDataPlan.
Result<PreparedData> prepareData(const DataOptions& options, std::shared_ptr<const DataSource> source);

} // namespace reweigh
