// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <cstdint>
#include <span>
#include <vector>

namespace reweigh {

/// What a classifier said of each sample of a split, in the split's order.
struct SampleOutcomes {
    static constexpr std::int32_t unseen = -1;

    explicit SampleOutcomes(std::size_t samples = 0) : loss(samples), predicted(samples, unseen) {}

    std::vector<float> loss;             ///< cross entropy
    std::vector<std::int32_t> predicted; ///< class of the largest logit
};

/// Loss and accuracies over the samples seen. `labels` are the ones to be met, `shotGroup` gives every class its
/// third by training members (DataPlanInfo). Pure in its arguments, so that an epoch that was cut off and gone on
/// with yields the very figures of one that was not.
SplitFigures classFigures(const SampleOutcomes& outcomes, std::span<const std::uint16_t> labels, std::span<const int> shotGroup);

} // namespace reweigh
