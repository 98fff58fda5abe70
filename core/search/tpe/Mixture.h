// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/NumpyRandom.h"
#include "core/search/tpe/Kernels.h"

namespace reweigh {

class StepMasses;

/// Values of several parameters at once: [parameter][point].
using Points = std::vector<std::vector<double>>;

/// A density that is a weighted sum of kernels, each of which is a product over the parameters.
class Mixture {
public:
    /// `weights` sum to 1; every parameter has as many kernels as there are weights.
    Mixture(std::vector<double> weights, std::vector<Kernels> parameters);

    /// Draws `count` points, in the same order as Optuna: a kernel by weight for each point, then the categories, then the
    /// numbers. Returns values of the parameters, [parameter][point].
    Points sample(NumpyRandom& random, std::size_t count) const;

    /// The log density at each point of `points`, [parameter][point] (log probability for stepped numbers and categories).
    /// `kept` is a cache of values that earlier mixtures computed; this call uses it and adds to it.
    std::vector<double> logDensity(const Points& points, StepMasses* kept = nullptr) const;

    const std::vector<double>& weights() const { return m_weights; }
    const std::vector<Kernels>& parameters() const { return m_parameters; }

private:
    std::vector<double> m_weights;
    std::vector<Kernels> m_parameters;
};

} // namespace reweigh
