// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"

#include <string>

namespace reweigh {

/// Whether `dataset` holds a user's own images under labels of their own ("folder"). The others are benchmark sets: their
/// labels are known, and experiments make them wrong on purpose.
bool hasOwnLabels(const std::string& dataset);

/// Makes `options` those of `dataset`. A switch from a benchmark set to data with labels of their own sets noise and
/// imbalance to none, so that nothing is changed or left out unless it is asked for. The switch back sets both to the
/// benchmark sets' defaults again, unless either was changed in between. Rate and factor stay as they are.
void switchDataSet(DataOptions& options, const std::string& dataset);

} // namespace reweigh
