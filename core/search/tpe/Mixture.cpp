// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Mixture.h"

#include "core/search/tpe/TruncNormal.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

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

/// Adds log densities of every kernel at `value` to `sums`.
void addLogDensity(const CategoricalKernels& kernels, double value, std::vector<double>& sums)
{
    const auto choice = static_cast<std::uint32_t>(value);
    const double seen = std::log(kernels.seen), unseen = std::log(kernels.unseen);
    for (std::size_t k = 0; k < kernels.observed.size(); ++k)
        sums[k] += kernels.observed[k] == choice ? seen : unseen;
    sums.back() -= std::log(static_cast<double>(kernels.choices));
}

void addLogDensity(const NumericKernels& kernels, double value, std::vector<double>& sums)
{
    const NumericAxis& axis = kernels.axis;
    const double left = axis.toAxis(value - axis.step / 2), right = axis.toAxis(value + axis.step / 2);
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const double mu = kernels.mu[k], sigma = kernels.sigma[k];
        const double truncated = logNormalMass((axis.low - mu) / sigma, (axis.high - mu) / sigma);
        const double z = (left - mu) / sigma;
        if (axis.step > 0.0)
            sums[k] += logNormalMass(z, (right - mu) / sigma) - truncated;
        else if (left < axis.low || left > axis.high)
            sums[k] = -infinity;
        else
            sums[k] += -0.5 * z * z - 0.5 * std::log(2.0 * std::numbers::pi) - truncated - std::log(sigma);
    }
}

double logSumExp(const std::vector<double>& terms)
{
    const double largest = *std::max_element(terms.begin(), terms.end());
    if (largest == -infinity)
        return largest;
    double sum = 0.0;
    for (const double term : terms)
        sum += std::exp(term - largest);
    return std::log(sum) + largest;
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
    std::vector<double> logWeights(m_weights.size());
    std::transform(m_weights.begin(), m_weights.end(), logWeights.begin(), [](double w) { return std::log(w); });
    std::vector<double> densities;
    for (std::size_t point = 0; point < points.front().size(); ++point) {
        std::vector<double> sums = logWeights;
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            std::visit([&](const auto& kernels) { addLogDensity(kernels, points[i][point], sums); }, m_parameters[i]);
        densities.push_back(logSumExp(sums));
    }
    return densities;
}

} // namespace reweigh
