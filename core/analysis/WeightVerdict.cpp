// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightVerdict.h"

#include "core/analysis/WeightDensity.h"
#include "core/base/Stats.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace reweigh {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double normal95 = 1.959963984540054; // 97.5 %

/// The standard error of an AUROC whose true value is `value`, in (0, 1).
double standardError(double value, double positives, double negatives)
{
    const double others = (positives + negatives) / 2.0 - 1.0;
    const double factor = 1.0 + others * ((1.0 - value) / (2.0 - value) + value / (1.0 + value));
    return std::sqrt(value * (1.0 - value) * factor / (positives * negatives));
}

/// The least value that the test does not reject, at most `auroc`.
double lowerEnd(double auroc, double positives, double negatives)
{
    double rejected = 0.0, kept = auroc;
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = 0.5 * (rejected + kept);
        (auroc - middle > normal95 * standardError(middle, positives, negatives) ? rejected : kept) = middle;
    }
    return kept;
}

/// The bin in which the weight of this rank lies, from 0.
std::size_t binOf(const std::vector<double>& counts, double rank)
{
    std::size_t bin = 0;
    for (double seen = counts[0]; seen <= rank && bin + 1 < counts.size(); seen += counts[bin])
        ++bin;
    return bin;
}

/// weightSpread() from the bins. What lies in the lowest bin may be 0 or its whole width, so its spread is not known.
double binnedSpread(const WeightDistribution& distribution)
{
    const auto [right, wrong] = overallCounts(distribution);
    std::vector<double> counts;
    double n = 0.0, mean = 0.0;
    for (std::size_t bin = 0; bin < std::min(right.size(), wrong.size()); ++bin) {
        counts.push_back(double(right[bin] + wrong[bin]));
        n += counts.back();
        mean += counts.back() * (double(bin) + 0.5);
    }
    if (n <= 0.0)
        return unknown;
    const std::size_t low = binOf(counts, std::floor(0.01 * (n - 1.0))), high = binOf(counts, std::ceil(0.99 * (n - 1.0)));
    return high == 0 ? unknown : double(high - low) / (mean / n);
}

WeightVerdict judged(double auroc, const Interval& interval, double spread, int runs)
{
    WeightVerdict verdict{.effect = WeightEffect::Weak, .auroc = auroc, .interval = interval, .runs = runs};
    if (spread <= flatSpread) // false for NaN
        verdict.effect = WeightEffect::Flat;
    else if (std::isnan(auroc))
        verdict.effect = WeightEffect::Unknown;
    else if (auroc >= separatingAuroc && verdict.direction() > 0)
        verdict.effect = WeightEffect::Separates;
    else if (auroc <= 1.0 - separatingAuroc && verdict.direction() < 0)
        verdict.effect = WeightEffect::WrongWeighMore;
    return verdict;
}

WeightVerdict judged(const WeightEvidence& run)
{
    const bool counted = run.wrong > 0.0 && run.right > 0.0; // false for NaN
    const Interval interval = std::isnan(run.auroc) ? Interval{}
                              : counted             ? aurocInterval(run.auroc, run.wrong, run.right)
                                                    : Interval{0.0, 1.0};
    return judged(run.auroc, interval, run.spread, std::isnan(run.auroc) ? 0 : 1);
}

} // namespace

const char* nameOf(WeightEffect effect)
{
    switch (effect) {
    case WeightEffect::NoWeights: return "no weights";
    case WeightEffect::Flat: return "flat";
    case WeightEffect::Unknown: return "unknown";
    case WeightEffect::WrongWeighMore: return "wrong weigh more";
    case WeightEffect::Weak: return "weak";
    case WeightEffect::Separates: return "separates";
    }
    return "";
}

Interval aurocInterval(double auroc, double positives, double negatives)
{
    return {lowerEnd(auroc, positives, negatives), 1.0 - lowerEnd(1.0 - auroc, positives, negatives)};
}

double weightSpread(const WeightDistribution& distribution)
{
    if (std::isnan(distribution.mean))
        return binnedSpread(distribution);
    return distribution.mean > 0.0 ? (distribution.high - distribution.low) / distribution.mean : unknown;
}

WeightEvidence weightEvidence(const EpochFigures& epoch)
{
    if (epoch.curve.weight.empty())
        return {};
    WeightEvidence evidence{.weighted = true, .auroc = epoch.detection.auroc, .spread = weightSpread(epoch.distribution)};
    const auto [right, wrong] = overallCounts(epoch.distribution);
    // Runs made before there was a weight distribution may have counted samples beside the curve.
    evidence.wrong = wrong.empty() ? epoch.curve.wrong : std::accumulate(wrong.begin(), wrong.end(), 0.0);
    evidence.right = right.empty() ? epoch.curve.right : std::accumulate(right.begin(), right.end(), 0.0);
    return evidence;
}

int WeightVerdict::direction() const
{
    return interval.low > 0.5 ? 1 : interval.high < 0.5 ? -1 : 0;
}

WeightVerdict weightVerdict(const EpochFigures& epoch)
{
    const WeightEvidence evidence = weightEvidence(epoch);
    return weightVerdict(std::span<const WeightEvidence>(&evidence, 1));
}

WeightVerdict weightVerdict(std::span<const WeightEvidence> runs)
{
    if (std::ranges::none_of(runs, &WeightEvidence::weighted))
        return {};
    if (runs.size() == 1)
        return judged(runs.front());
    std::vector<double> aurocs, spreads;
    const WeightEvidence* single = nullptr;
    for (const WeightEvidence& run : runs) {
        if (std::isfinite(run.spread))
            spreads.push_back(run.spread);
        if (!std::isfinite(run.auroc))
            continue;
        aurocs.push_back(run.auroc);
        single = &run;
    }
    const double spread = meanInterval(spreads).mean;
    if (aurocs.size() == 1) {
        WeightEvidence one = *single;
        one.spread = spread;
        return judged(one);
    }
    const MeanInterval mean = meanInterval(aurocs);
    const Interval interval =
        mean.n == 0 ? Interval{} : Interval{std::max(0.0, mean.mean - mean.halfWidth), std::min(1.0, mean.mean + mean.halfWidth)};
    return judged(mean.mean, interval, spread, mean.n);
}

} // namespace reweigh
