// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace reweigh {

/// The scale on which the kernels of a numeric distribution are placed: logarithms for a log distribution, and with a step
/// extended by half a step at both ends, so that every value has an interval of its own.
struct NumericAxis {
    double lowest = 0.0, highest = 1.0; ///< the distribution's own ends
    double step = 0.0;                  ///< 0: continuous
    bool log = false;
    double low = 0.0, high = 1.0; ///< the ends of the axis, on its scale

    static NumericAxis of(const FloatDistribution& distribution);
    static NumericAxis of(const IntDistribution& distribution);

    double toAxis(double value) const;
};

/// The kernels of a numeric parameter: one truncated normal per observation, as wide as the farther of its two neighbours is away (within
/// limits, as Optuna's), and last the prior, whose mu is the middle of the axis and whose sigma is the length of the axis.
struct NumericKernels {
    NumericAxis axis;
    std::vector<double> mu, sigma; ///< per kernel, on the scale of the axis
    /// Kernels with the same mu and the least sigma have the same shape if values have a step, and what depends on the shape is
    /// computed once: thousands of observations have few shapes. `shape` is the index of each kernel's shape; `shapes` holds one
    /// kernel of each shape.
    std::vector<std::uint32_t> shape, shapes;
    /// Per shape: the index of the step on which its mu is, counted from `lowest`; `nowhere` for other mus and for wider kernels.
    std::vector<std::uint32_t> place;
    static constexpr std::uint32_t nowhere = ~std::uint32_t(0);

    /// `observations` are values of the parameter, not on the axis' scale; there may be none.
    NumericKernels(const NumericAxis& axis, std::span<const double> observations);

private:
    void findShapes(std::span<const double> observations);
};

/// The kernels of a categorical parameter: one distribution over the choices per observation (proportional to 1 / kernels for
/// every choice, plus 1 for the observed one), and last the uniform prior.
struct CategoricalKernels {
    std::size_t choices = 1;
    std::vector<std::uint32_t> observed; ///< the choice observed, per kernel but the prior
    std::vector<double> seen, unseen;    ///< per observed choice: the probability of that choice, and of any other choice
    double prior = 1.0;                  ///< probability of each choice under the prior

    CategoricalKernels(std::size_t choices, std::span<const double> observations);

    double probability(std::size_t kernel, std::size_t choice) const;
};

using Kernels = std::variant<NumericKernels, CategoricalKernels>;

/// The kernels of a parameter with this distribution, one more than there are observations. `observations` are internal values.
Kernels kernelsFor(const Distribution& distribution, std::span<const double> observations);

} // namespace reweigh
