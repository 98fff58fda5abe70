// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training/BatchSource.h"
#include "core/progress/RunFigures.h"

#include <optional>
#include <span>
#include <stop_token>

namespace reweigh {

/// Loss and accuracies of a classifier on a split, with running batch statistics. `w` is in the compute type.
/// Nothing where `stop` is asked before the last batch: it is heeded between batches. Evaluation changes no state, so it can
/// be done again from its beginning.
std::optional<SplitFigures> evaluateSplit(const Network& network, const ParamSet& w, ParamSet& running, const BatchSource& batches,
                                          BatchSource::Split split, std::span<const int> sizeGroup, const std::stop_token& stop);

} // namespace reweigh
