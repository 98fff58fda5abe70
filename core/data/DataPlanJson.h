// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataPlan.h"
#include "core/data/DataSource.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace reweigh {

/// What `reweigh data --json` prints of a plan: sizes of the splits, what was changed ("data", DataChanges.h), one object per class
/// (name, true, observed and right counts, purity, shot group; "true" and "right" by the labels that came with the images), the
/// transition matrix asked for and obtained as lists of rows, the actual noise rate, both imbalance factors, and the fingerprint as an
/// object beside its code. What is undefined (the purity of an empty class) or infinite is null. `classNames`: one name per class.
nlohmann::json dataPlanJson(const DataPlan& plan, const std::vector<std::string>& classNames);

/// What a data set holds, whatever a recipe makes of it: name, note, image size, where its test images are from ("given", or "fifth"
/// where a fifth of each class was kept), and of each class the name and how many training and test images it has.
nlohmann::json dataSetJson(const DataSource& source);

} // namespace reweigh
