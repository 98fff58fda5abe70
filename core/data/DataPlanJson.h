// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataPlan.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace reweigh {

/// What `reweigh data --json` prints of a plan: sizes of the splits, one object per class (name, true, observed and
/// right counts, purity, shot group), the transition matrix asked for and obtained as lists of rows, the actual noise
/// rate, both imbalance factors, and the stamp as an object beside its code. What is undefined (the purity of
/// an empty class) or infinite is null. `classNames` holds one name a class.
nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames);

} // namespace reweigh
