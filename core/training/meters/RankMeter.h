// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <span>

namespace reweigh {

/// Area under the ROC curve of `score` as detector of the marked samples: the probability that a marked one scores
/// higher than an unmarked one, ties counting half (Mann and Whitney). NaN where either kind is missing.
double auroc(std::span<const float> score, std::span<const std::uint8_t> marked);

/// Average precision, sum of (R_k - R_{k-1}) P_k over the distinct scores from the highest down: samples that tie
/// enter together. NaN where no sample is marked.
double averagePrecision(std::span<const float> score, std::span<const std::uint8_t> marked);

/// (1 - weight) as detector of the samples whose label is wrong, overall and by `group` (0 head, 1 mid, 2 tail) of
/// the sample. Samples of NaN weight were not seen and do not count.
NoiseDetection noiseDetection(std::span<const float> weight, std::span<const std::uint8_t> wrong, std::span<const std::uint8_t> group);

} // namespace reweigh
