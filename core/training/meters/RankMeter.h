// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reweigh {

/// How well a score ranks positives above negatives.
struct RankFigures {
    double auroc = 0.0;            ///< Mann-Whitney, ties count half; NaN without both kinds
    double averagePrecision = 0.0; ///< sum of precision times recall step, ties taken together; NaN without positives
};

/// `positive[i]` is not 0 for a positive. Sizes are equal.
RankFigures rankFigures(std::span<const float> scores, std::span<const unsigned char> positive);

} // namespace reweigh
