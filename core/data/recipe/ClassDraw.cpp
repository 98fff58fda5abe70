// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/ClassDraw.h"

#include "core/base/NumberText.h"
#include "core/base/Rng.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace reweigh {
namespace {

/// Number of images that the class of rank `rank` keeps. The factor 1 + 1e-12 makes up for rounding: a quotient that is a whole number in
/// exact arithmetic must not be floored to the number below, whatever maths library computes the power.
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
            return Error{ErrorCode::ClassWouldBeEmpty, std::to_string(c), numberText(options.imbalanceFactor), std::to_string(largest)};
        quota[c] = std::min(size, available[c]);
    }
    return quota;
}

ImagesByClass drawByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes, std::uint64_t seed,
                          std::string_view stream)
{
    std::vector<std::uint32_t> order(label.size());
    std::iota(order.begin(), order.end(), 0u);
    Rng(seed, stream).shuffle(std::span(order));

    std::vector<bool> inPool(label.size(), false);
    for (const std::uint32_t image : pool)
        inPool[image] = true;
    ImagesByClass byClass(static_cast<std::size_t>(classes));
    for (const std::uint32_t image : order)
        if (inPool[image])
            byClass[label[image]].push_back(image);
    return byClass;
}

std::vector<std::uint32_t> takeFront(const ImagesByClass& byClass, std::span<const std::size_t> quota)
{
    std::vector<std::uint32_t> taken;
    for (std::size_t c = 0; c < byClass.size(); ++c) {
        const std::size_t count = std::min(quota[c], byClass[c].size());
        taken.insert(taken.end(), byClass[c].begin(), byClass[c].begin() + std::ptrdiff_t(count));
    }
    std::sort(taken.begin(), taken.end());
    return taken;
}

std::vector<std::size_t> countByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes)
{
    std::vector<std::size_t> count(static_cast<std::size_t>(classes), 0);
    for (const std::uint32_t image : pool)
        ++count[label[image]];
    return count;
}

std::vector<std::size_t> evenQuota(std::span<const std::size_t> available, std::size_t limit)
{
    std::vector<std::size_t> quota(available.size(), 0);
    while (limit > 0) {
        std::size_t open = 0; // classes with images that are not taken yet
        for (std::size_t c = 0; c < quota.size(); ++c)
            open += quota[c] < available[c];
        if (open == 0)
            break;
        const std::size_t share = std::max<std::size_t>(1, limit / open);
        for (std::size_t c = 0; c < quota.size(); ++c) {
            const std::size_t more = std::min({share, available[c] - quota[c], limit});
            quota[c] += more;
            limit -= more;
        }
    }
    return quota;
}

} // namespace reweigh
