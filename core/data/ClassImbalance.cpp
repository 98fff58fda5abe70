// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ClassImbalance.h"

#include "core/base/Rng.h"
#include "core/base/NumberText.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace reweigh {
namespace {

/// Members of the class of rank `rank`. The nudge keeps a quotient that is whole in exact arithmetic from being
/// rounded to just below it, on any maths library.
std::size_t sizeAtRank(const DataOptions& options, std::size_t largest, std::size_t rank, std::size_t classes)
{
    double exponent = 0.0;
    if (options.imbalanceType == ImbalanceType::Exponential)
        exponent = double(rank) / double(classes - 1);
    else if (options.imbalanceType == ImbalanceType::Step)
        exponent = rank < classes / 2 ? 0.0 : 1.0;
    return static_cast<std::size_t>(double(largest) / std::pow(options.imbalanceFactor, exponent) * (1.0 + 1e-12));
}

} // namespace

Result<std::vector<std::size_t>> imbalancedQuota(const DataOptions& options, std::span<const std::size_t> available)
{
    const std::size_t classes = available.size();
    std::vector<std::size_t> classAtRank(classes);
    std::iota(classAtRank.begin(), classAtRank.end(), std::size_t(0));
    if (options.shuffleClasses)
        Rng(options.seed, "class-order").shuffle(std::span(classAtRank));

    const std::size_t largest = *std::max_element(available.begin(), available.end());
    std::vector<std::size_t> quota(classes);
    for (std::size_t rank = 0; rank < classes; ++rank) {
        const std::size_t c = classAtRank[rank];
        const std::size_t size = sizeAtRank(options, largest, rank, classes);
        if (size == 0)
            return Error{ErrorCode::ClassWouldBeEmpty, std::to_string(c), numberText(options.imbalanceFactor),
                         std::to_string(largest)};
        quota[c] = std::min(size, available[c]);
    }
    return quota;
}

} // namespace reweigh
