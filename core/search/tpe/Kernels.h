// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace reweigh {

/// Least width of `count` kernels on an axis of length `range` ("magic clip"): range / min(100, count + 2).
double leastWidth(std::size_t count, double range);

/// Width of each kernel: the larger gap to its neighbours in order, the axis' ends being neighbours of a kernel
/// that is alone, between leastWidth and the range. Of equal mus, which have no gap between them, NumPy's order
/// decides who is first and last.
std::vector<double> kernelWidths(std::span<const double> mus, double low, double high);


/// The interval of a numeric distribution in which kernels live: logarithms where it is logarithmic, and
/// widened by half a step where it has one, so that each value owns an interval of its own.
struct NumericAxis {
    double lowest = 0.0, highest = 1.0; ///< the distribution's own ends
    double step = 0.0;                  ///< 0: continuous
    bool log = false;
    double low = 0.0, high = 1.0; ///< of the axis

    static NumericAxis of(const FloatDistribution& distribution);
    static NumericAxis of(const IntDistribution& distribution);

    double toAxis(double value) const;
};

/// One truncated normal for each observation, as wide as kernelWidths says, and last the prior: mid-range, as
/// wide as the range.
struct NumericKernels {
    NumericAxis axis;
    std::vector<double> mu, sigma;
    /// Kernels of equal mu and least sigma share a shape where values have a step: its index by kernel, and a
    /// kernel of each shape. Thousands of observations have few, and what a shape needs is computed once.
    std::vector<std::uint32_t> shape, shapes;
    /// By shape: the step its mu stands on, counted from the lowest; `nowhere` for other mus and widths.
    std::vector<std::uint32_t> place;
    static constexpr std::uint32_t nowhere = ~std::uint32_t(0);

    NumericKernels(const NumericAxis& axis, std::span<const double> observations);

private:
    void findShapes(std::span<const double> observations);
};

/// One distribution over the choices for each observation (1 / kernels for every choice, 1 more for the
/// one observed, normalised), and last the uniform prior.
struct CategoricalKernels {
    std::size_t choices = 1;
    std::vector<std::uint32_t> observed; ///< one fewer than kernels
    std::vector<double> seen, unseen; ///< by the choice observed: its probability, and that of any other
    double prior = 1.0;               ///< probability of any choice in the prior

    CategoricalKernels(std::size_t choices, std::span<const double> observations);

    double probability(std::size_t kernel, std::size_t choice) const;
};

using Kernels = std::variant<NumericKernels, CategoricalKernels>;

Kernels kernelsFor(const Distribution& distribution, std::span<const double> observations);

} // namespace reweigh
