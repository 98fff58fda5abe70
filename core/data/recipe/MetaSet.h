// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/recipe/DataPlan.h"

#include <string>

namespace reweigh {

/// Checks that the weighting `weighting` may learn from the meta set of `plan`: a weighting that learns from one is refused labels of the
/// user's own of which nobody has said that they are right, since it would learn from its meta set to trust wrong ones. To be called
/// before anything is written. Errors: MetaSetUnchecked.
Status checkMetaSet(const DataPlan& plan, const std::string& weighting);

} // namespace reweigh
