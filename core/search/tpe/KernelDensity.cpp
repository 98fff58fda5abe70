// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/KernelDensity.h"

#include "core/search/tpe/Constants.h"
#include "core/search/tpe/TruncNormal.h"
#include "core/search/tpe/WideVectors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {

std::vector<double>* StepMasses::row(const NumericKernels& kernels, double value)
{
    constexpr std::size_t observationsForLeast = 98;
    constexpr double mostSteps = 1024.0; // at most 8 MB per axis
    const NumericAxis& axis = kernels.axis;
    const double steps = std::floor((axis.highest - axis.lowest) / axis.step + 1.5);
    if (kernels.mu.size() <= observationsForLeast || steps > mostSteps)
        return nullptr;
    Rows& rows = m_rows[{axis.lowest, axis.highest, axis.step, axis.log}];
    return &rows.try_emplace(value, static_cast<std::size_t>(steps), std::numeric_limits<double>::quiet_NaN()).first->second;
}

namespace {

/// A step more than this many sigmas from a kernel has less than e^-84 of its mass. The prior kernel covers every step, so
/// that such a mass never changes a mixture and an approximation is enough.
constexpr double outOfSight = 13.0;

double steppedLogMass(double a, double b)
{
    if (a > outOfSight)
        return -0.5 * a * a;
    if (b < -outOfSight)
        return -0.5 * b * b;
    return logNormalMass(a, b);
}

REWEIGH_WIDE_VECTORS
void addByShape(double* sums, const double* masses, const std::uint32_t* shape, const double* truncated, std::size_t size)
{
    for (std::size_t k = 0; k < size; ++k)
        sums[k] = (sums[k] + masses[shape[k]]) - truncated[k];
}

REWEIGH_WIDE_VECTORS
void addNormal(double* sums, double at, const double* mu, const double* sigma, const double* truncated, const double* logSigma,
               std::size_t size)
{
    const double constant = logRootTwoPi;
    for (std::size_t k = 0; k < size; ++k) {
        const double z = (at - mu[k]) / sigma[k];
        sums[k] += -(z * z) / 2.0 - constant - truncated[k] - logSigma[k];
    }
}

} // namespace

KernelDensity::KernelDensity(const Kernels& kernels, StepMasses* kept)
    : m_numeric(std::get_if<NumericKernels>(&kernels))
    , m_categorical(std::get_if<CategoricalKernels>(&kernels))
    , m_kept(kept)
{
    if (!m_numeric)
        return;
    const NumericAxis& axis = m_numeric->axis;
    std::vector<double> byShape, logSigma;
    double newest = 0.0, newestLog = -infinity; // avoids most logarithms: most kernels have the least sigma
    for (const std::uint32_t kernel : m_numeric->shapes) {
        const double mu = m_numeric->mu[kernel], sigma = m_numeric->sigma[kernel];
        byShape.push_back(logNormalMass((axis.low - mu) / sigma, (axis.high - mu) / sigma));
        if (sigma != newest) {
            newest = sigma;
            newestLog = std::log(sigma);
        }
        logSigma.push_back(newestLog);
    }
    m_truncated.reserve(m_numeric->shape.size());
    m_logSigma.reserve(m_numeric->shape.size());
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
    std::vector<double>* known = m_kept ? m_kept->row(*m_numeric, value) : nullptr;
    std::vector<double> masses;
    masses.reserve(m_numeric->shapes.size());
    for (std::size_t shape = 0; shape < m_numeric->shapes.size(); ++shape) {
        const std::uint32_t kernel = m_numeric->shapes[shape], place = m_numeric->place[shape];
        const double mu = m_numeric->mu[kernel], sigma = m_numeric->sigma[kernel];
        double unknown = std::numeric_limits<double>::quiet_NaN();
        double& mass = known && place != NumericKernels::nowhere ? (*known)[place] : unknown;
        if (std::isnan(mass))
            mass = steppedLogMass((left - mu) / sigma, (right - mu) / sigma);
        masses.push_back(mass);
    }
    return masses;
}

void KernelDensity::addStepped(double value, std::vector<double>& sums)
{
    auto known = m_masses.find(value);
    if (known == m_masses.end())
        known = m_masses.emplace(value, steppedMasses(value)).first;
    const std::vector<double>& masses = known->second;
    addByShape(sums.data(), masses.data(), m_numeric->shape.data(), m_truncated.data(), sums.size());
}

void KernelDensity::addContinuous(double value, std::vector<double>& sums) const
{
    const NumericAxis& axis = m_numeric->axis;
    const double at = axis.toAxis(value);
    if (at < axis.low || at > axis.high) {
        std::fill(sums.begin(), sums.end(), -infinity);
        return;
    }
    addNormal(sums.data(), at, m_numeric->mu.data(), m_numeric->sigma.data(), m_truncated.data(), m_logSigma.data(), sums.size());
}

} // namespace reweigh
