// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ArmStatistics.h"

#include "core/base/Stats.h"

#include <cmath>

namespace reweigh {
namespace {

constexpr int mostSeeds = 1000; ///< beyond this "cannot tell" is the honest word

/// Fewest seeds at which t(0.975, n - 1) deviation / sqrt(n) is below |mean|; 0 if more than mostSeeds.
int seedsForInterval(double mean, double deviation)
{
    for (int n = 2; n <= mostSeeds; ++n)
        if (studentQuantile(0.975, n - 1) * deviation / std::sqrt(double(n)) < std::abs(mean))
            return n;
    return 0;
}

} // namespace

std::vector<double> armValues(const ArmResult& arm, const std::string& metric)
{
    std::vector<double> values;
    for (const ArmRun& run : arm.runs)
        if (const auto found = run.metrics.find(metric); found != run.metrics.end())
            values.push_back(found->second.meanOfLast);
    return values;
}

ArmDifference difference(const ArmResult& arm, const ArmResult& other, const std::string& metric)
{
    const std::vector<double> a = armValues(arm, metric), b = armValues(other, metric);
    std::vector<double> pairs;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        pairs.push_back(a[i] - b[i]);
    const MeanInterval interval = meanInterval(pairs);
    ArmDifference result{.seeds = interval.n, .mean = interval.mean, .halfWidth = interval.halfWidth};
    if (interval.n < 2)
        return result;
    if (std::abs(interval.mean) > interval.halfWidth)
        result.verdict = interval.mean > 0 ? ArmVerdict::Better : ArmVerdict::Worse;
    result.seedsNeeded = seedsForInterval(interval.mean, interval.deviation);
    return result;
}

} // namespace reweigh
