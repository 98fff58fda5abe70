// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/KernelDensity.h"

#include "core/search/tpe/TruncNormal.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const double logRootTwoPi = std::log(std::sqrt(2.0 * std::numbers::pi));

/// A step this many sigmas from a kernel has less than e^-128 of it. The prior kernel is everywhere, so
/// that never shows in a mixture, and its size is enough.
constexpr double outOfSight = 16.0;

double steppedLogMass(double a, double b)
{
    if (a > outOfSight)
        return -0.5 * a * a;
    return b < -outOfSight ? -0.5 * b * b : logNormalMass(a, b);
}

} // namespace

KernelDensity::KernelDensity(const Kernels& kernels)
    : m_numeric(std::get_if<NumericKernels>(&kernels))
    , m_categorical(std::get_if<CategoricalKernels>(&kernels))
{
    if (!m_numeric)
        return;
    const NumericAxis& axis = m_numeric->axis;
    std::vector<double> byShape, logSigma;
    double newest = 0.0, newestLog = -infinity; // most kernels have the least sigma
    for (const std::uint32_t kernel : m_numeric->shapes) {
        const double mu = m_numeric->mu[kernel], sigma = m_numeric->sigma[kernel];
        byShape.push_back(logNormalMass((axis.low - mu) / sigma, (axis.high - mu) / sigma));
        if (sigma != newest) {
            newest = sigma;
            newestLog = std::log(sigma);
        }
        logSigma.push_back(newestLog);
    }
    for (const std::uint32_t shape : m_numeric->shape) {
        m_truncated.push_back(byShape[shape]);
        m_logSigma.push_back(logSigma[shape]);
    }
}

void KernelDensity::add(double value, std::vector<double>& sums)
{
    if (m_categorical)
        addCategory(value, sums);
    else if (isContinuous())
        addContinuous(value, sums);
    else
        addStepped(value, sums);
}

void KernelDensity::addCategory(double value, std::vector<double>& sums) const
{
    const auto choice = static_cast<std::size_t>(value);
    std::vector<double> byObserved(m_categorical->choices);
    for (std::size_t seen = 0; seen < byObserved.size(); ++seen)
        byObserved[seen] = std::log(seen == choice ? m_categorical->seen[seen] : m_categorical->unseen[seen]);
    const std::vector<std::uint32_t>& observed = m_categorical->observed;
    for (std::size_t k = 0; k < observed.size(); ++k)
        sums[k] += byObserved[observed[k]];
    sums.back() += std::log(m_categorical->prior);
}

std::vector<double> KernelDensity::steppedMasses(double value) const
{
    const NumericAxis& axis = m_numeric->axis;
    const double left = axis.toAxis(value - axis.step / 2), right = axis.toAxis(value + axis.step / 2);
    std::vector<double> masses;
    masses.reserve(m_numeric->shapes.size());
    for (const std::uint32_t kernel : m_numeric->shapes) {
        const double mu = m_numeric->mu[kernel], sigma = m_numeric->sigma[kernel];
        masses.push_back(steppedLogMass((left - mu) / sigma, (right - mu) / sigma));
    }
    return masses;
}

void KernelDensity::addStepped(double value, std::vector<double>& sums)
{
    auto known = m_masses.find(value);
    if (known == m_masses.end())
        known = m_masses.emplace(value, steppedMasses(value)).first;
    const std::vector<double>& masses = known->second;
    for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] = (sums[k] + masses[m_numeric->shape[k]]) - m_truncated[k];
}

void KernelDensity::addContinuous(double value, std::vector<double>& sums) const
{
    const NumericAxis& axis = m_numeric->axis;
    const double at = axis.toAxis(value);
    if (at < axis.low || at > axis.high) {
        std::fill(sums.begin(), sums.end(), -infinity);
        return;
    }
    const double *mu = m_numeric->mu.data(), *sigma = m_numeric->sigma.data();
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const double z = (at - mu[k]) / sigma[k];
        sums[k] += -(z * z) / 2.0 - logRootTwoPi - m_truncated[k] - m_logSigma[k];
    }
}

} // namespace reweigh
