// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PairedTest.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

/// A policy for distributions that return NaN instead of throwing if their series does not converge.
using Quiet = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;
using NonCentralT = boost::math::non_central_t_distribution<double, Quiet>;

double below(double t, int degrees, double noncentrality)
{
    return boost::math::cdf(NonCentralT(degrees, noncentrality), t);
}

/// Hedges' exact correction: gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)).
double smallSampleFactor(int degrees)
{
    const double half = 0.5 * degrees;
    return std::exp(std::lgamma(half) - std::lgamma(half - 0.5)) / std::sqrt(half);
}

double normalQuantile(double share)
{
    return boost::math::quantile(boost::math::normal(), share);
}

/// The noncentrality at which the probability of a t value of at most `t` is `share`; NaN if none is found. The probability falls
/// as the noncentrality grows. The search begins at the normal approximation of Johnson and Welch (1940), since each probability is a
/// series, and tables of plans have very many rows.
double noncentralityAt(double t, int degrees, double share)
{
    const auto excess = [&](double noncentrality) { return below(t, degrees, noncentrality) - share; };
    const double spread = std::sqrt(1.0 + t * t / (2.0 * degrees)), guess = t - normalQuantile(share) * spread;
    double low = guess, high = guess, atLow = excess(guess), atHigh = atLow;
    for (double step = 0.25 * spread; atLow < 0.0 && step < 1e9 * spread; step *= 2.0) {
        high = low;
        atHigh = atLow;
        low -= step;
        atLow = excess(low);
    }
    for (double step = 0.25 * spread; atHigh > 0.0 && step < 1e9 * spread; step *= 2.0) {
        low = high;
        atLow = atHigh;
        high += step;
        atHigh = excess(high);
    }
    if (!(atLow >= 0.0 && atHigh <= 0.0))
        return notKnown;
    if (low == high)
        return low;
    std::uintmax_t iterations = 200;
    const auto root =
        boost::math::tools::toms748_solve(excess, low, high, atLow, atHigh, boost::math::tools::eps_tolerance<double>(50), iterations);
    return 0.5 * (root.first + root.second);
}

} // namespace

EffectSize effectSize(const MeanInterval& interval)
{
    if (interval.n < 3 || !std::isfinite(interval.mean) || !(interval.deviation > 0.0))
        return {notKnown, notKnown, notKnown};
    const int degrees = interval.n - 1;
    const double root = std::sqrt(double(interval.n));
    const double factor = smallSampleFactor(degrees);
    const double t = std::abs(interval.mean) / interval.deviation * root;
    const double sign = interval.mean < 0.0 ? -1.0 : 1.0;
    EffectSize effect{.g = sign * factor * t / root};
    const double least = factor * noncentralityAt(t, degrees, 0.975) / root, most = factor * noncentralityAt(t, degrees, 0.025) / root;
    effect.low = sign > 0 ? least : -most;
    effect.high = sign > 0 ? most : -least;
    return effect;
}

double pairedPower(double effect, int pairs, double level)
{
    const int degrees = pairs - 1;
    const double critical = studentQuantile(1.0 - 0.5 * level, degrees), noncentrality = std::abs(effect) * std::sqrt(double(pairs));
    if (noncentrality > 1e5 * std::max(1.0, critical)) // the series does not reach as far; the rest of 1 is below any number here
        return 1.0;
    return boost::math::cdf(boost::math::complement(NonCentralT(degrees, noncentrality), critical))
           + below(-critical, degrees, noncentrality);
}

int pairsForPower(double effect, double level, double power, int most)
{
    if (effect == 0.0 || !std::isfinite(effect))
        return 0;
    const auto areEnough = [&](int pairs) { return pairedPower(effect, pairs, level) >= power; };
    // Near the number that the normal distribution gives, low pairs are too few (1 always is) and high are enough.
    const double z = normalQuantile(1.0 - 0.5 * level), both = (z + normalQuantile(power)) / effect;
    const int guess = int(std::clamp(both * both + 0.5 * z * z, 2.0, double(most)));
    int low = guess, high = guess;
    if (areEnough(guess)) {
        for (int step = 1; low > 1 && (low == guess || areEnough(low)); step *= 2) {
            high = low;
            low = std::max(1, low - step);
        }
    } else {
        for (int step = 1; high == guess || !areEnough(high); step *= 2) {
            if (high == most)
                return 0;
            low = high;
            high = std::min(most, high + step);
        }
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (areEnough(middle) ? high : low) = middle;
    }
    return high;
}

namespace {

bool allFinite(std::span<const double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Twice the rank of each value's magnitude, so that the mean ranks of ties are whole numbers. All values must be finite.
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

SeedValues finiteOf(const SeedValues& values)
{
    SeedValues finite = values;
    std::erase_if(finite, [](const auto& entry) { return !std::isfinite(entry.second); });
    return finite;
}

} // namespace

double studentP(double mean, double deviation, int n)
{
    if (n < 2 || !std::isfinite(mean) || !std::isfinite(deviation))
        return notKnown;
    if (deviation == 0.0)
        return mean == 0.0 ? 1.0 : std::pow(2.0, 1.0 - n); // t would be infinite, and its p 0, for two pairs as for fifty
    const double t = std::abs(mean) / (deviation / std::sqrt(double(n)));
    return 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(n - 1), t));
}

double signedRankP(std::span<const double> differences)
{
    if (differences.empty() || differences.size() > std::size_t(mostRanked) || !allFinite(differences))
        return notKnown;
    std::vector<double> values(differences.begin(), differences.end());
    std::erase(values, 0.0);
    const std::vector<int> ranks = doubledRanks(values);
    const int total = std::accumulate(ranks.begin(), ranks.end(), 0);
    int positive = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        positive += values[i] > 0 ? ranks[i] : 0;
    // ways[s]: the number of sign combinations in which the ranks with a positive sign sum to s.
    std::vector<double> ways(std::size_t(total) + 1, 0.0);
    ways[0] = 1.0;
    for (const int rank : ranks)
        for (int sum = total; sum >= rank; --sum)
            ways[std::size_t(sum)] += ways[std::size_t(sum - rank)];
    const int tail = std::min(positive, total - positive);
    const double below = std::accumulate(ways.begin(), ways.begin() + tail + 1, 0.0);
    return std::min(1.0, 2.0 * below / std::pow(2.0, double(ranks.size())));
}

PairedTest pairedTest(std::span<const double> differences, double scale)
{
    std::vector<double> values(differences.begin(), differences.end());
    for (double& value : values)
        if (std::abs(value) <= roundingShare * scale)
            value = 0.0;
    MeanInterval interval = meanInterval(values);
    if (!allFinite(values))
        interval = {.n = interval.n, .mean = notKnown, .deviation = notKnown, .halfWidth = notKnown};
    else if (interval.deviation <= roundingShare * std::max(scale, std::abs(interval.mean))) // false for NaN
        interval.deviation = interval.halfWidth = 0.0;
    return {.interval = interval,
            .p = studentP(interval.mean, interval.deviation, interval.n),
            .signedRankP = signedRankP(values),
            .leastRankP = std::min(1.0, std::pow(2.0, 1.0 - interval.n))};
}

SeedPairs pairBySeed(const SeedValues& first, const SeedValues& second)
{
    const SeedValues a = finiteOf(first), b = finiteOf(second);
    SeedPairs pairs;
    for (const auto& [seed, value] : a)
        if (const auto other = b.find(seed); other != b.end()) {
            pairs.differences.push_back(value - other->second);
            pairs.scale = std::max({pairs.scale, std::abs(value), std::abs(other->second)});
        }
    std::vector<std::uint64_t> all;
    for (const SeedValues* values : {&first, &second})
        for (const auto& [seed, value] : *values)
            all.push_back(seed);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    pairs.unpaired = int(all.size() - pairs.differences.size());
    return pairs;
}

} // namespace reweigh
