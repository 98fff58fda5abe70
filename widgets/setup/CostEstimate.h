// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/CostProbe.h"
#include "widgets/state/RecipePreviewer.h"

#include <QString>

#include <optional>

namespace reweigh {

/// Does a measurement made with `then` hold for `now`? Epochs and trials may differ: they only multiply.
bool sameCost(const ExperimentConfig& then, const ExperimentConfig& now);

/// Bytes the study will take on disk, from the sizes of what a trial writes: its checkpoint, its figures by epoch, its
/// samples. None without a data set.
std::optional<double> diskEstimate(const ExperimentConfig& config, const RecipePreview* preview);

/// "46 ms", "6.6 s", "2 min 12 s", "1 h 5 min".
QString costTimeText(double seconds);
/// "0.9 GiB"
QString bytesText(double bytes);

} // namespace reweigh
