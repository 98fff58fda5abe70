// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightDensity.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace reweigh {
namespace {

/// The centre of a bin, with the bins' range as the unit.
double centreOf(std::size_t bin, std::size_t bins)
{
    return (double(bin) + 0.5) / double(bins);
}

/// The bandwidth by Silverman's rule from deviation and quartiles, at least the width of a bin, which limits the resolution.
double bandwidth(const std::vector<int>& counts, double n)
{
    double mean = 0.0, squares = 0.0, seen = 0.0, lower = 0.0, upper = 0.0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin)
        mean += counts[bin] * centreOf(bin, counts.size()) / n;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        const double centre = centreOf(bin, counts.size());
        squares += counts[bin] * (centre - mean) * (centre - mean);
        if (seen < 0.25 * n)
            lower = centre;
        if (seen < 0.75 * n)
            upper = centre;
        seen += counts[bin];
    }
    const double spread = std::min(std::sqrt(squares / n), std::max(upper - lower, 1.0 / double(counts.size())) / 1.34);
    return std::clamp(0.9 * spread * std::pow(n, -0.2), 1.0 / double(counts.size()), 0.25);
}

} // namespace

WeightDensity weightDensity(const std::vector<int>& counts, double upper, int points)
{
    WeightDensity result;
    result.n = std::accumulate(counts.begin(), counts.end(), 0L);
    if (result.n == 0 || points < 2)
        return result;
    const double n = double(result.n), width = bandwidth(counts, n);
    for (int i = 0; i < points; ++i) {
        const double x = double(i) / (points - 1);
        double sum = 0.0;
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            if (counts[bin] == 0)
                continue;
            const double centre = centreOf(bin, counts.size());
            for (int mirror = -2; mirror <= 2; mirror += 2) // reflections at both ends; further ones are at least 8 widths away
                for (const double image : {mirror + centre, mirror - centre}) {
                    const double z = (x - image) / width;
                    sum += counts[bin] * std::exp(-0.5 * z * z);
                }
        }
        result.x.push_back(upper * x);
        result.density.push_back(sum / (upper * n * width * std::sqrt(2.0 * std::numbers::pi)));
    }
    return result;
}

std::array<WeightDistribution::Counts, 2> overallCounts(const WeightDistribution& distribution)
{
    std::array<WeightDistribution::Counts, 2> sums;
    for (const auto& group : distribution.counts)
        for (std::size_t wrong = 0; wrong < 2; ++wrong) {
            sums[wrong].resize(std::max(sums[wrong].size(), group[wrong].size()), 0);
            for (std::size_t bin = 0; bin < group[wrong].size(); ++bin)
                sums[wrong][bin] += group[wrong][bin];
        }
    return sums;
}

double largestWeight(const EpochList& epochs)
{
    double largest = 1.0;
    for (const EpochFigures& epoch : epochs) {
        largest = std::max(largest, epoch.distribution.upper);
        for (const float weight : epoch.curve.weight)
            if (std::isfinite(weight))
                largest = std::max(largest, std::ceil(double(weight) - 1e-5)); // whole numbers make good ends
    }
    return largest;
}

} // namespace reweigh
