// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Hypotheses.h"

#include "core/base/Choice.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/CellValues.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

bool isPaired(const Hypothesis& hypothesis)
{
    return hypothesis.kind == ClaimKind::Better || hypothesis.kind == ClaimKind::Equal;
}

/// The values that differenceName() is about, in one cell; no second ones where a limit is in their place.
ComparableValues valuesIn(const CellState& cell, const Hypothesis& hypothesis)
{
    if (isPaired(hypothesis))
        return cellValues(cell, hypothesis.first, hypothesis.second, hypothesis.metric);
    return {cellValues(cell, hypothesis.first, hypothesis.metric), {}};
}

/// What differenceName() says, by seed. `scale` grows to the largest magnitude of the values.
SeedValues differencesOf(const ComparableValues& values, const Hypothesis& hypothesis, double& scale)
{
    const bool paired = isPaired(hypothesis), turned = isTurned(hypothesis);
    SeedValues differences;
    for (const auto& [seed, value] : values.first) {
        const auto partner = values.second.find(seed);
        if (paired && partner == values.second.end())
            continue;
        const double other = paired ? partner->second : hypothesis.bound;
        scale = std::max({scale, std::abs(value), std::abs(other)});
        differences.emplace(seed, turned ? other - value : value - other);
    }
    return differences;
}

/// The mean over the cells for each seed that all of them have.
std::vector<double> seedMeans(const std::vector<SeedValues>& cells)
{
    std::vector<double> means;
    if (cells.empty())
        return means;
    for (const auto& [seed, value] : cells.front()) {
        double sum = value;
        std::size_t having = 1;
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (const auto found = cells[i].find(seed); found != cells[i].end()) {
                sum += found->second;
                ++having;
            }
        if (having == cells.size())
            means.push_back(sum / double(having));
    }
    return means;
}

MeanInterval intervalOf(const SeedValues& values)
{
    std::vector<double> list;
    for (const auto& [seed, value] : values)
        list.push_back(value);
    return meanInterval(list);
}

struct ClaimTest {
    double p = std::numeric_limits<double>::quiet_NaN();
    ClaimStatus direction = ClaimStatus::CannotTell; ///< what a small p says
};

/// The test of Hypotheses.h. `tolerance`: differences up to it are rounding.
ClaimTest testClaim(const Hypothesis& hypothesis, const MeanInterval& estimate, double tolerance)
{
    if (estimate.n < 2)
        return {};
    // The one-sided p value of: the true value of `excess` is above 0.
    const auto above = [&](double excess) {
        if (std::abs(excess) <= tolerance)
            excess = 0.0;
        if (estimate.deviation == 0.0) // the sign test's, but what is the same training is certainly equal
            return excess <= 0.0 ? 1.0 : std::abs(estimate.mean) <= tolerance ? 0.0 : std::pow(2.0, -estimate.n);
        const double t = excess / (estimate.deviation / std::sqrt(double(estimate.n)));
        return boost::math::cdf(boost::math::complement(boost::math::students_t(estimate.n - 1), t));
    };
    const double mean = estimate.mean, bound = hypothesis.bound;
    double supports = 1.0, refutes = 1.0;
    switch (hypothesis.kind) {
    case ClaimKind::Better:
        supports = above(mean - bound);
        refutes = above(bound - mean);
        break;
    case ClaimKind::Equal:
        supports = std::max(above(mean + bound), above(bound - mean));
        refutes = std::min(above(mean - bound), above(-bound - mean));
        break;
    case ClaimKind::Above:
        supports = above(mean);
        refutes = above(-mean);
        break;
    case ClaimKind::Below:
        supports = above(-mean);
        refutes = above(mean);
        break;
    }
    return {.p = std::min(1.0, 2.0 * std::min(supports, refutes)),
            .direction = supports < refutes ? ClaimStatus::Supported : ClaimStatus::Refuted};
}

/// Counts the runs of the hypothesis's variants in a cell, each training once.
void countRuns(HypothesisRow& row, const CellState& cell)
{
    const Hypothesis& hypothesis = *row.hypothesis;
    const int seeds = cell.cell->seeds();
    std::vector<std::string> names = {hypothesis.first};
    if (isPaired(hypothesis) && !isSameTraining(cell, hypothesis.first, hypothesis.second))
        names.push_back(hypothesis.second);
    for (const std::string& name : names) {
        row.needed += seeds;
        const PlanVariant* variant = cell.variant(name);
        if (!variant)
            continue;
        const VariantResult& result = resultOf(cell, *variant);
        const auto isPlanned = [&](const auto& run) { return run.seed <= seeds; }; // a plan may have had more seeds before
        const int failed = int(std::ranges::count_if(
            result.failed, [&](const FailedRun& run) { return isPlanned(run) && isDecided(run); })); // others are tried again
        row.had += int(std::ranges::count_if(result.runs, isPlanned)) + failed;
        row.failed += failed;
    }
}

} // namespace

bool isTurned(const Hypothesis& hypothesis)
{
    return hypothesis.kind == ClaimKind::Better && isLessBetter(hypothesis.metric);
}

const char* differenceName(const Hypothesis& hypothesis)
{
    if (!isPaired(hypothesis))
        return "first - limit";
    return isTurned(hypothesis) ? "second - first" : "first - second";
}

const char* nameOf(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::Supported: return QT_TRANSLATE_NOOP("Variants", "supported");
    case ClaimStatus::Refuted: return QT_TRANSLATE_NOOP("Variants", "refuted");
    case ClaimStatus::CannotTell: return QT_TRANSLATE_NOOP("Variants", "cannot tell");
    }
    return "";
}

const char* markOf(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::Supported: return "✓";
    case ClaimStatus::Refuted: return "✕";
    case ClaimStatus::CannotTell: return "?";
    }
    return "";
}

std::vector<HypothesisRow> judgeHypotheses(const PlanState& state)
{
    std::vector<HypothesisRow> rows;
    std::vector<ClaimStatus> directions;
    std::vector<double> p;
    for (const Hypothesis& hypothesis : state.plan->hypotheses) {
        HypothesisRow row;
        row.hypothesis = &hypothesis;
        std::vector<SeedValues> cells;
        double scale = std::abs(hypothesis.bound);
        for (const CellState& cell : state.cells) {
            if (!selects(hypothesis.cells, *cell.cell))
                continue;
            row.cells.push_back(&cell);
            countRuns(row, cell);
            const ComparableValues values = valuesIn(cell, hypothesis);
            cells.push_back(differencesOf(values, hypothesis, scale));
            row.otherClasses += values.otherClasses > 0;
            row.withoutValue += cells.back().empty() && values.otherClasses == 0
                                && hasCommonSeed(cell, hypothesis.first, isPaired(hypothesis) ? hypothesis.second : hypothesis.first);
            row.byCell.push_back(intervalOf(cells.back()));
        }
        row.estimate = meanInterval(seedMeans(cells));
        const double tolerance = roundingShare * scale;
        if (row.estimate.deviation <= tolerance) // false for NaN
            row.estimate.deviation = row.estimate.halfWidth = 0.0;
        const ClaimTest test = testClaim(hypothesis, row.estimate, tolerance);
        row.p = test.p;
        p.push_back(test.p);
        directions.push_back(test.direction);
        rows.push_back(std::move(row));
    }
    const std::vector<double> adjusted = holm(p);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].adjustedP = adjusted[i];
        if (adjusted[i] < judgedLevel) // false for NaN
            rows[i].status = directions[i];
    }
    return rows;
}

} // namespace reweigh
