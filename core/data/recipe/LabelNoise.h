// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/recipe/DataPlan.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// Computes the transition matrix of `options` (K x K row-major, row = true class, column = observed class, rows sum to 1); NoiseType
/// has the formulas. `counts`: K entries, images per true class when noise is applied; only `Prior` uses them.
/// `Flip` and `Flip2` draw their target classes from the seed; with equal seeds the target of `Flip` is the first one of `Flip2`.
/// Errors: RecipeNotApplicable where the noise type does not fit the data set; that of labels from a file never does, for they have no
/// formula (countedTransition).
Result<std::vector<double>> transitionMatrix(const DataOptions& options, const LabelView& labels, std::span<const std::size_t> counts);

/// Counts the transition matrix of labels that no formula gave: entry (i, j) is the share of the images in `images` with true class i whose
/// observed class is j (K x K row-major, K = `classes`, rows sum to 1). A class without images has the row of no noise. `trueLabel` and
/// `observed` are indexed by image.
std::vector<double> countedTransition(std::span<const std::uint32_t> images, std::span<const std::uint16_t> trueLabel,
                                      std::span<const std::uint16_t> observed, int classes);

/// Draws the observed label of every image of the set from the row of its true class in `transition` (K x K, K = `classes`). The result
/// has the size of `trueLabel`. Each image has its own uniform number, which depends on the seed and the image's index only, and keeps
/// its label if the number is below the diagonal entry. So an image's label does not depend on which other images are kept, and
/// the labels that a higher noise rate changes include those that a lower one changes.
std::vector<std::uint16_t> drawObserved(std::span<const std::uint16_t> trueLabel, std::span<const double> transition, int classes,
                                        std::uint64_t seed);

} // namespace reweigh
