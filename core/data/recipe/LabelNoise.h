// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/recipe/DataPlan.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// The transition matrix of `options` (K x K row-major, row = true class, rows sum to 1); see NoiseType for the
/// formulas. `counts`: members per true class at this point of the recipe, which `Prior` needs.
/// `Flip` and `Flip2` draw their targets from the seed, and share the first one.
/// Errors: RecipeNotApplicable.
Result<std::vector<double>> transitionMatrix(const DataOptions& options, const LabelView& labels,
                                             std::span<const std::size_t> counts);

/// The observed label of every image of the set, drawn from its true class's row of `transition`. Each image has a
/// uniform number of its own that depends on the seed only, compared with the chance to stay first: so an image's
/// fate does not depend on which others are kept, and a higher rate changes labels in addition to a lower one's.
std::vector<std::uint16_t> drawObserved(std::span<const std::uint16_t> trueLabel, std::span<const double> transition,
                                        int classes, std::uint64_t seed);

} // namespace reweigh
