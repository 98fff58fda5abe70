// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/NumpyRandom.h"
#include "core/search/tpe/Kernels.h"

namespace reweigh {

class StepMasses;

/// Values of several parameters at once: [parameter][point].
using Points = std::vector<std::vector<double>>;

/// A weighted sum of kernels, each a product over parameters.
class Mixture {
public:
    /// `weights` sum to 1; every parameter has as many kernels as there are weights.
    Mixture(std::vector<double> weights, std::vector<Kernels> parameters);

    /// `count` points: a kernel by weight for each, then categories, then numbers, in the order in which
    /// Optuna draws them.
    Points sample(NumpyRandom& random, std::size_t count) const;

    /// log density at each point (for stepped numbers and categories: log probability).
    /// `kept`: what earlier mixtures computed, and this adds to.
    std::vector<double> logDensity(const Points& points, StepMasses* kept = nullptr) const;

    const std::vector<double>& weights() const { return m_weights; }
    const std::vector<Kernels>& parameters() const { return m_parameters; }

private:
    std::vector<double> m_weights;
    std::vector<Kernels> m_parameters;
};

} // namespace reweigh
