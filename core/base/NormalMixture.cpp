// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NormalMixture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

namespace reweigh {
namespace {

/// The logarithm of a part's density times its share.
class LogDensity {
public:
    explicit LogDensity(const NormalPart& part)
        : m_top(std::log(part.share) - 0.5 * std::log(2.0 * std::numbers::pi * part.variance))
        , m_mean(part.mean)
        , m_factor(-0.5 / part.variance)
    {
    }

    double operator()(double x) const { return m_top + m_factor * (x - m_mean) * (x - m_mean); }

private:
    double m_top, m_mean, m_factor;
};

/// exp(a) / (exp(a) + exp(b)).
double shareOf(double a, double b)
{
    return 1.0 / (1.0 + std::exp(b - a));
}

/// How many of the `sorted` values are in the lower of two parts with the least sum of squared distances to the parts' means. Equal values
/// are in one part. 0: all values are equal.
std::size_t lowerCount(const std::vector<double>& sorted)
{
    const double centre = std::accumulate(sorted.begin(), sorted.end(), 0.0) / double(sorted.size());
    double sum = 0.0, most = -1.0;
    std::size_t count = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        sum += sorted[i - 1] - centre;
        if (sorted[i] == sorted[i - 1])
            continue;
        // By how much two parts are better than one; sums about the centre are opposite.
        const double gain = sum * sum * (1.0 / double(i) + 1.0 / double(sorted.size() - i));
        if (gain > most) {
            most = gain;
            count = i;
        }
    }
    return count;
}

/// The part of all values to which values[i] belongs with probability belonging(i).
template <typename Belonging> NormalPart partOf(const std::vector<double>& values, const Belonging& belonging, double addedVariance)
{
    double count = 10.0 * std::numeric_limits<double>::epsilon(); // nothing is divided by 0, as in scikit-learn
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        count += belonging(i);
        sum += belonging(i) * values[i];
    }
    const double mean = sum / count;
    for (std::size_t i = 0; i < values.size(); ++i)
        squares += belonging(i) * (values[i] - mean) * (values[i] - mean);
    return {.share = count / double(values.size()), .mean = mean, .variance = squares / count + addedVariance};
}

} // namespace

double TwoNormals::lowProbability(double x) const
{
    return shareOf(LogDensity(low)(x), LogDensity(high)(x));
}

std::optional<TwoNormals> fitTwoNormals(std::span<const double> values, const MixtureOptions& options)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t lower = lowerCount(sorted);
    if (lower == 0)
        return std::nullopt;
    std::vector<double> low(sorted.size(), 0.0); // the probability that a value is of the first part
    std::fill_n(low.begin(), lower, 1.0);
    TwoNormals fit;
    const auto maximise = [&] {
        fit.low = partOf(
            sorted, [&](std::size_t i) { return low[i]; }, options.addedVariance);
        fit.high = partOf(
            sorted, [&](std::size_t i) { return 1.0 - low[i]; }, options.addedVariance);
    };
    maximise();
    double before = -std::numeric_limits<double>::infinity();
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        const LogDensity first(fit.low), second(fit.high);
        double likelihood = 0.0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const double a = first(sorted[i]), b = second(sorted[i]);
            low[i] = shareOf(a, b);
            likelihood += std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
        }
        maximise();
        likelihood /= double(sorted.size());
        if (std::abs(likelihood - before) < options.tolerance)
            break;
        before = likelihood;
    }
    if (fit.low.mean > fit.high.mean)
        std::swap(fit.low, fit.high);
    return fit;
}

} // namespace reweigh
