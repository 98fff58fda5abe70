// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ClaimInfo.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Two-sided p of a mean with this deviation over n values.
double studentP(double mean, double deviation, int n)
{
    if (n < 2)
        return unknown;
    if (deviation == 0.0)
        return mean == 0.0 ? 1.0 : 0.0;
    const double t = std::abs(mean) / (deviation / std::sqrt(double(n)));
    return 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(n - 1), t));
}

/// Twice the rank of each value's size, ties sharing their mean, so that all are whole numbers.
std::vector<int> doubledRanks(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::abs(values[i]); });
    std::vector<int> ranks(values.size());
    for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
        while (last < order.size() && std::abs(values[order[last]]) == std::abs(values[order[first]]))
            ++last;
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = int(first + 1 + last);
    }
    return ranks;
}

/// The factor by which Holm multiplies each p, before his running maximum.
std::vector<int> holmFactors(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i]))
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    std::vector<int> factors(p.size(), 0);
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        factors[order[rank]] = int(order.size() - rank);
    return factors;
}

int missingPairs(const MeanInterval& interval, int factor, double level)
{
    if (interval.n < 2 || interval.mean == 0.0)
        return -1;
    for (int n = interval.n + 1; n <= mostPairs; ++n)
        if (studentP(interval.mean, interval.deviation, n) * factor < level)
            return n - interval.n;
    return -1;
}

} // namespace

double signedRankP(std::span<const double> differences)
{
    if (differences.empty() || differences.size() > std::size_t(mostRanked))
        return unknown;
    std::vector<double> values(differences.begin(), differences.end());
    std::erase(values, 0.0);
    const std::vector<int> ranks = doubledRanks(values);
    const int total = std::accumulate(ranks.begin(), ranks.end(), 0);
    int positive = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        positive += values[i] > 0 ? ranks[i] : 0;
    // ways[s]: choices of signs whose positive ranks sum to s.
    std::vector<double> ways(std::size_t(total) + 1, 0.0);
    ways[0] = 1.0;
    for (const int rank : ranks)
        for (int sum = total; sum >= rank; --sum)
            ways[std::size_t(sum)] += ways[std::size_t(sum - rank)];
    const int tail = std::min(positive, total - positive);
    const double below = std::accumulate(ways.begin(), ways.begin() + tail + 1, 0.0);
    return std::min(1.0, 2.0 * below / std::pow(2.0, double(ranks.size())));
}

PairedTest pairedTest(std::span<const double> differences)
{
    const MeanInterval interval = meanInterval(differences);
    return {.interval = interval, .p = studentP(interval.mean, interval.deviation, interval.n),
            .signedRankP = signedRankP(differences), .leastRankP = std::min(1.0, std::pow(2.0, 1.0 - interval.n))};
}

std::vector<double> holm(std::span<const double> p)
{
    const std::vector<int> factors = holmFactors(p);
    std::vector<double> adjusted(p.size(), unknown);
    double least = 0.0;
    for (int factor = int(p.size()); factor > 0; --factor)
        for (std::size_t i = 0; i < p.size(); ++i)
            if (factors[i] == factor)
                adjusted[i] = least = std::max(least, std::min(1.0, factor * p[i]));
    return adjusted;
}

std::vector<ClaimInfo> judgeClaims(std::span<const std::vector<double>> differences, double level)
{
    std::vector<ClaimInfo> claims;
    std::vector<double> p;
    for (const std::vector<double>& values : differences) {
        claims.push_back({.test = pairedTest(values)});
        p.push_back(claims.back().test.p);
    }
    const std::vector<int> factors = holmFactors(p);
    const std::vector<double> adjusted = holm(p);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        ClaimInfo& claim = claims[i];
        claim.adjustedP = adjusted[i];
        if (claim.adjustedP < level) // never so for NaN
            claim.verdict = claim.test.interval.mean > 0 ? ClaimVerdict::Supported : ClaimVerdict::Refuted;
        else
            claim.pairsMissing = missingPairs(claim.test.interval, factors[i], level);
    }
    return claims;
}

} // namespace reweigh
