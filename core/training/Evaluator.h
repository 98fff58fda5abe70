// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"
#include "core/training/DataFeed.h"

#include <span>

namespace reweigh {

/// Loss and accuracies of a classifier on a split, with running batch statistics. `w` is in the compute type.
SplitFigures evaluateSplit(const Network& network, const ParamSet& w, ParamSet& running, const DataFeed& feed,
                           DataFeed::Split split, std::span<const int> shotGroup);

} // namespace reweigh
