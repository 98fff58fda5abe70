// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestName.h"

#include "core/base/NameList.h"

#include <algorithm>
#include <numeric>

namespace reweigh {
namespace {

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::string nearestName(std::string_view given, std::span<const std::string> known)
{
    std::string best;
    constexpr std::size_t leastPrefix = 3;
    for (const std::string& name : known)
        if (given.size() >= leastPrefix && name.starts_with(given) && (best.empty() || name.size() < best.size()))
            best = name;
    if (!best.empty())
        return best;
    std::size_t bestDistance = std::string_view::npos;
    for (const std::string& name : known) {
        const std::size_t distance = editDistance(given, name);
        if (distance < bestDistance && 2 * distance <= std::max(given.size(), name.size())) {
            bestDistance = distance;
            best = name;
        }
    }
    return best;
}

std::string nearestOrAll(std::string_view given, const std::vector<std::string>& known)
{
    const std::string nearest = nearestName(given, known);
    return nearest.empty() ? listed(known) : nearest;
}

} // namespace reweigh
