// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Mixture.h"

#include "core/search/tpe/NumpySum.h"
#include "core/search/tpe/TruncNormal.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double logRootTwoPi = std::log(std::sqrt(2.0 * std::numbers::pi));

std::vector<double> sampleCategories(const CategoricalKernels& kernels, const std::vector<std::size_t>& active,
                                     NumpyRandom& random)
{
    std::vector<double> drawn;
    for (const std::size_t kernel : active) {
        const double quantile = random.uniform();
        double cumulative = 0.0;
        std::size_t choice = 0;
        for (; choice + 1 < kernels.choices; ++choice) {
            cumulative += kernels.probability(kernel, choice);
            if (cumulative >= quantile)
                break;
        }
        drawn.push_back(static_cast<double>(choice));
    }
    return drawn;
}

std::vector<double> sampleNumbers(const NumericKernels& kernels, const std::vector<std::size_t>& active,
                                  NumpyRandom& random)
{
    const NumericAxis& axis = kernels.axis;
    std::vector<double> drawn;
    for (const std::size_t kernel : active) {
        const double mu = kernels.mu[kernel], sigma = kernels.sigma[kernel];
        const double a = (axis.low - mu) / sigma, b = (axis.high - mu) / sigma;
        double value = truncNormalQuantile(random.uniform(), a, b, logNormalMass(a, b)) * sigma + mu;
        if (axis.log)
            value = std::exp(value);
        if (axis.step > 0.0)
            value = std::clamp(axis.lowest + std::nearbyint((value - axis.lowest) / axis.step) * axis.step, axis.lowest,
                               axis.highest);
        drawn.push_back(value);
    }
    return drawn;
}

bool isContinuous(const CategoricalKernels&)
{
    return false;
}

bool isContinuous(const NumericKernels& kernels)
{
    return kernels.axis.step == 0.0;
}

/// Adds log densities of every kernel at `value` to `sums`.
void addLogDensity(const CategoricalKernels& kernels, double value, std::vector<double>& sums)
{
    const auto choice = static_cast<std::size_t>(value);
    std::vector<double> byObserved(kernels.choices);
    for (std::size_t seen = 0; seen < kernels.choices; ++seen)
        byObserved[seen] = std::log(seen == choice ? kernels.seen[seen] : kernels.unseen[seen]);
    for (std::size_t k = 0; k < kernels.observed.size(); ++k)
        sums[k] += byObserved[kernels.observed[k]];
    sums.back() += std::log(kernels.prior);
}

void addLogDensity(const NumericKernels& kernels, double value, std::vector<double>& sums)
{
    const NumericAxis& axis = kernels.axis;
    const double left = axis.toAxis(value - axis.step / 2), right = axis.toAxis(value + axis.step / 2);
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const double mu = kernels.mu[k], sigma = kernels.sigma[k];
        const double truncated = logNormalMass((axis.low - mu) / sigma, (axis.high - mu) / sigma);
        const double z = (left - mu) / sigma;
        if (axis.step > 0.0) {
            sums[k] += logNormalMass(z, (right - mu) / sigma);
            sums[k] -= truncated;
        } else if (left < axis.low || left > axis.high)
            sums[k] = -infinity;
        else
            sums[k] += -(z * z) / 2.0 - logRootTwoPi - truncated - std::log(sigma);
    }
}

double logSumExp(const std::vector<double>& terms)
{
    const double largest = *std::max_element(terms.begin(), terms.end());
    if (largest == -infinity)
        return largest;
    std::vector<double> shares(terms.size());
    std::transform(terms.begin(), terms.end(), shares.begin(), [largest](double term) { return std::exp(term - largest); });
    return std::log(numpySum(shares)) + largest;
}

} // namespace

Mixture::Mixture(std::vector<double> weights, std::vector<Kernels> parameters)
    : m_weights(std::move(weights))
    , m_parameters(std::move(parameters))
{
}

Points Mixture::sample(NumpyRandom& random, std::size_t count) const
{
    const std::vector<std::size_t> active = random.choice(m_weights, count);
    Points drawn(m_parameters.size());
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        if (const auto* categorical = std::get_if<CategoricalKernels>(&m_parameters[i]))
            drawn[i] = sampleCategories(*categorical, active, random);
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        if (const auto* numeric = std::get_if<NumericKernels>(&m_parameters[i]))
            drawn[i] = sampleNumbers(*numeric, active, random);
    return drawn;
}

std::vector<double> Mixture::logDensity(const Points& points) const
{
    assert(points.size() == m_parameters.size());
    std::vector<double> densities;
    std::vector<double> sums(m_weights.size()), continuous(m_weights.size());
    for (std::size_t point = 0; point < points.front().size(); ++point) {
        std::fill(sums.begin(), sums.end(), 0.0);
        std::fill(continuous.begin(), continuous.end(), 0.0);
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            std::visit([&](const auto& kernels) {
                addLogDensity(kernels, points[i][point], isContinuous(kernels) ? continuous : sums);
            }, m_parameters[i]);
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] = sums[k] + continuous[k] + std::log(m_weights[k]);
        densities.push_back(logSumExp(sums));
    }
    return densities;
}

} // namespace reweigh
