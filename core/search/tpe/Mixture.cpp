// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Mixture.h"

#include "core/search/tpe/Constants.h"
#include "core/search/tpe/KernelDensity.h"
#include "core/search/tpe/NumpySum.h"
#include "core/search/tpe/TruncNormal.h"
#include "core/search/tpe/WideVectors.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

std::vector<double> sampleCategories(const CategoricalKernels& kernels, const std::vector<std::size_t>& active, NumpyRandom& random)
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

std::vector<double> sampleNumbers(const NumericKernels& kernels, const std::vector<std::size_t>& active, NumpyRandom& random)
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
            value = std::clamp(axis.lowest + std::nearbyint((value - axis.lowest) / axis.step) * axis.step, axis.lowest, axis.highest);
        drawn.push_back(value);
    }
    return drawn;
}

REWEIGH_WIDE_VECTORS
void addBoth(double* sums, const double* second, const double* third, std::size_t size)
{
    for (std::size_t k = 0; k < size; ++k)
        sums[k] = sums[k] + second[k] + third[k];
}

/// The largest value; NaNs are ignored. It keeps eight independent maxima, which the CPU can compute at the same time.
REWEIGH_WIDE_VECTORS
double largestOf(const double* values, std::size_t size)
{
    constexpr std::size_t width = 8;
    double best[width];
    std::fill(best, best + width, -infinity);
    std::size_t k = 0;
    for (; k + width <= size; k += width)
        for (std::size_t i = 0; i < width; ++i)
            best[i] = values[k + i] > best[i] ? values[k + i] : best[i];
    for (; k < size; ++k)
        best[0] = values[k] > best[0] ? values[k] : best[0];
    return *std::max_element(best, best + width);
}

/// Terms this far below the largest are set to 0: even ten thousand times e^-50 does not change the last bit of a sum above 1.
constexpr double negligible = -50.0;

/// log(sum(exp(terms))); it overwrites `terms`.
double logSumExp(std::vector<double>& terms)
{
    const double largest = largestOf(terms.data(), terms.size());
    if (largest == -infinity)
        return largest;
    for (double& term : terms)
        term = term - largest < negligible ? 0.0 : std::exp(term - largest);
    return std::log(numpySum(terms)) + largest;
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

std::vector<double> Mixture::logDensity(const Points& points, StepMasses* kept) const
{
    assert(points.size() == m_parameters.size());
    std::vector<KernelDensity> parameters;
    for (const Kernels& kernels : m_parameters)
        parameters.push_back(KernelDensity(kernels, kept));
    std::vector<double> logWeights(m_weights.size());
    std::transform(m_weights.begin(), m_weights.end(), logWeights.begin(), [](double weight) { return std::log(weight); });

    // Terms are added in Optuna's order: parameters with probabilities, continuous parameters, weights.
    std::vector<double> densities;
    std::vector<double> sums(m_weights.size()), continuous(m_weights.size());
    densities.reserve(points.front().size());
    for (std::size_t point = 0; point < points.front().size(); ++point) {
        std::fill(sums.begin(), sums.end(), 0.0);
        std::fill(continuous.begin(), continuous.end(), 0.0);
        for (std::size_t i = 0; i < parameters.size(); ++i)
            parameters[i].add(points[i][point], parameters[i].isContinuous() ? continuous : sums);
        addBoth(sums.data(), continuous.data(), logWeights.data(), sums.size());
        densities.push_back(logSumExp(sums));
    }
    return densities;
}

} // namespace reweigh
