// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/ParzenEstimator.h"

#include "core/search/tpe/NumpySum.h"

#include <algorithm>
#include <cassert>

namespace reweigh {

std::vector<double> observationWeights(std::size_t count)
{
    constexpr std::size_t newest = 25;
    std::vector<double> weights(count, 1.0);
    if (count <= newest)
        return weights;
    const std::size_t ramp = count - newest;
    const double start = 1.0 / static_cast<double>(count);
    const double slope = ramp > 1 ? (1.0 - start) / static_cast<double>(ramp - 1) : 0.0;
    for (std::size_t i = 0; i + 1 < ramp || i == 0; ++i)
        weights[i] = start + static_cast<double>(i) * slope;
    return weights;
}

std::size_t goodCount(std::size_t finished)
{
    return std::min<std::size_t>((finished + 9) / 10, 25);
}

Mixture parzenEstimator(const SearchSpace& space, const Points& observations)
{
    assert(space.size() == observations.size() && !space.empty());
    std::vector<double> weights = observationWeights(observations.front().size());
    weights.push_back(1.0); // of the prior
    const double sum = numpySum(weights);
    for (double& weight : weights)
        weight /= sum;

    std::vector<Kernels> parameters;
    auto row = observations.begin();
    for (const auto& entry : space)
        parameters.push_back(kernelsFor(entry.second, *row++));
    return Mixture(std::move(weights), std::move(parameters));
}

} // namespace reweigh
