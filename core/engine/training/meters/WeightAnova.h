// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TwoWayAnova.h"
#include "core/engine/training/meters/WeightMeter.h"
#include "core/progress/RunFigures.h"

namespace reweigh {

/// Two-way analysis of variance of the samples' weights: rows are right and wrong labels, columns the groups many, medium and few of the
/// observed label's class. What is analysed is the logit of the weight, clipped to [1e-6, 1 - 1e-6], which is what goes into the sigmoid
/// of a network of weights. Where a weight exceeds 1, as those of L2RW and class-balanced ones do, it is the logarithm of the weight,
/// clipped from below at 1e-6: the logit of w / (1 + w). Without wrong labels, or with groups that are empty: as twoWayAnova().
TwoWayAnova weightAnova(const WeightSamples& samples);

/// The shares that an epoch's figures keep of it.
WeightShares weightShares(const TwoWayAnova& table);

} // namespace reweigh
