// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Kernels.h"

#include "core/search/tpe/KernelWidths.h"
#include "core/search/tpe/NumpySum.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

NumericAxis axisOf(double lowest, double highest, double step, bool log)
{
    NumericAxis axis{lowest, highest, step, log, lowest - step / 2, highest + step / 2};
    if (log) {
        axis.low = std::log(axis.low);
        axis.high = std::log(axis.high);
    }
    return axis;
}

struct MakeKernels {
    std::span<const double> observations;

    Kernels operator()(const CategoricalDistribution& d) const
    {
        return CategoricalKernels(d.choices.size(), observations);
    }
    template <typename Numeric>
    Kernels operator()(const Numeric& d) const
    {
        return NumericKernels(NumericAxis::of(d), observations);
    }
};

} // namespace

NumericAxis NumericAxis::of(const FloatDistribution& d)
{
    return axisOf(d.low, d.high, d.step.value_or(0.0), d.log);
}

NumericAxis NumericAxis::of(const IntDistribution& d)
{
    return axisOf(static_cast<double>(d.low), static_cast<double>(d.high), static_cast<double>(d.step), d.log);
}

double NumericAxis::toAxis(double value) const
{
    return log ? std::log(value) : value;
}

NumericKernels::NumericKernels(const NumericAxis& where, std::span<const double> observations)
    : axis(where)
{
    mu.reserve(observations.size() + 1);
    for (const double value : observations)
        mu.push_back(axis.toAxis(value));
    sigma = kernelWidths(mu, axis.low, axis.high);
    mu.push_back(0.5 * (axis.low + axis.high));
    sigma.push_back(axis.high - axis.low);
    findShapes(observations);
}

void NumericKernels::findShapes(std::span<const double> observations)
{
    constexpr double mostSteps = 65536.0;
    const double least = leastWidth(observations.size(), axis.high - axis.low);
    const double steps = axis.step > 0.0 ? std::floor((axis.highest - axis.lowest) / axis.step + 1.5) : 0.0;
    std::vector<std::uint32_t> onStep(steps < mostSteps ? static_cast<std::size_t>(steps) : 0, nowhere);

    const auto stepOf = [&](std::uint32_t kernel) {
        if (kernel >= observations.size() || sigma[kernel] != least)
            return nowhere;
        const double step = std::nearbyint((observations[kernel] - axis.lowest) / axis.step);
        return step >= 0.0 && step < static_cast<double>(onStep.size())
                && observations[kernel] == axis.lowest + step * axis.step
            ? static_cast<std::uint32_t>(step)
            : nowhere;
    };
    shape.reserve(mu.size());
    for (std::uint32_t kernel = 0; kernel < mu.size(); ++kernel) {
        auto own = static_cast<std::uint32_t>(shapes.size());
        const std::uint32_t step = stepOf(kernel);
        if (step != nowhere && onStep[step] != nowhere)
            own = onStep[step];
        shape.push_back(own);
        if (own < shapes.size())
            continue;
        shapes.push_back(kernel);
        place.push_back(step);
        if (step != nowhere)
            onStep[step] = own;
    }
}

CategoricalKernels::CategoricalKernels(std::size_t choiceCount, std::span<const double> observations)
    : choices(choiceCount)
    , observed(observations.begin(), observations.end())
{
    const double share = 1.0 / static_cast<double>(observations.size() + 1);
    std::vector<double> row(choices, share);
    prior = share / numpySum(row);
    for (double& value : row) {
        value += 1.0;
        const double sum = numpySum(row);
        seen.push_back(value / sum);
        unseen.push_back(share / sum);
        value = share;
    }
}

double CategoricalKernels::probability(std::size_t kernel, std::size_t choice) const
{
    if (kernel == observed.size())
        return prior;
    return observed[kernel] == choice ? seen[choice] : unseen[observed[kernel]];
}

Kernels kernelsFor(const Distribution& distribution, std::span<const double> observations)
{
    return std::visit(MakeKernels{observations}, distribution);
}

} // namespace reweigh
