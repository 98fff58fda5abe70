// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/MetaSet.h"

#include "core/config/Methods.h"

namespace reweigh {

Status checkMetaSet(const DataPlan& plan, const std::string& weighting)
{
    const MethodRow* row = weightingRow(weighting);
    if (!row || !row->needsMetaSet || plan.changes.labels.meta != label_origin::unchecked)
        return {};
    return Error{ErrorCode::MetaSetUnchecked, weighting, {}, {}};
}

} // namespace reweigh
