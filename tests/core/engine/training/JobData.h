// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"
#include "core/engine/face/Engine.h"

#include <memory>

namespace reweigh::test {

/// A job whose data set is read and whose recipe is carried out; its training has the default settings. Errors: those of loadDataSet
/// and makeDataPlan.
inline Result<TrainJob> jobWithData(const DataOptions& data)
{
    auto source = loadDataSet(data);
    if (!source)
        return source.error();
    auto plan = makeDataPlan(data, {source->name, source->classes(), source->train.labels, {}});
    if (!plan)
        return plan.error();
    TrainJob job;
    job.data = data;
    job.source = std::make_shared<const DataSource>(std::move(*source));
    job.plan = std::make_shared<const DataPlan>(std::move(*plan));
    return job;
}

} // namespace reweigh::test
