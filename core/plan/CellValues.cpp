// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/CellValues.h"

#include <algorithm>

namespace reweigh {

const VariantResult& resultOf(const CellState& cell, const PlanVariant& variant)
{
    const PlanVariant* same = variant.sameAs.empty() ? nullptr : cell.variant(variant.sameAs);
    return same ? same->result : variant.result;
}

SeedValues cellValues(const CellState& cell, const std::string& variant, const std::string& metric)
{
    const PlanVariant* found = cell.variant(variant);
    return found ? seedValues(resultOf(cell, *found), metric) : SeedValues();
}

ComparableValues cellValues(const CellState& cell, const std::string& first, const std::string& second, const std::string& metric)
{
    const PlanVariant *one = cell.variant(first), *other = cell.variant(second);
    if (!one || !other)
        return {cellValues(cell, first, metric), cellValues(cell, second, metric)};
    return comparableValues(resultOf(cell, *one), resultOf(cell, *other), metric);
}

bool hasCommonSeed(const CellState& cell, const std::string& first, const std::string& second)
{
    const PlanVariant *one = cell.variant(first), *other = cell.variant(second);
    return one && other && std::ranges::any_of(resultOf(cell, *one).runs, [&](const VariantRun& run) {
               return resultOf(cell, *other).run(run.seed) != nullptr;
           });
}

bool isSameTraining(const CellState& cell, const std::string& first, const std::string& second)
{
    const PlanVariant *one = cell.variant(first), *other = cell.variant(second);
    return one && other && isSameTraining(cell, *one, *other);
}

bool isSameTraining(const CellState& cell, const PlanVariant& first, const PlanVariant& second)
{
    return &resultOf(cell, first) == &resultOf(cell, second) || (!first.hash.empty() && first.hash == second.hash);
}

} // namespace reweigh
