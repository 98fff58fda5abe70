// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Kernels.h"

#include "core/search/tpe/KernelWidths.h"
#include "core/search/tpe/NumpySum.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
    constexpr double mostValues = 65536.0;
    const double range = axis.high - axis.low, least = leastWidth(observations.size(), range);
    const double values = axis.step > 0.0 ? (axis.highest - axis.lowest) / axis.step + 2.0 : 0.0;
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> narrow(values < mostValues ? static_cast<std::size_t>(values) : 0, none);

    shape.reserve(mu.size());
    for (std::uint32_t kernel = 0; kernel < mu.size(); ++kernel) {
        std::uint32_t own = static_cast<std::uint32_t>(shapes.size());
        if (kernel < observations.size() && sigma[kernel] == least && !narrow.empty()) {
            const double place = (observations[kernel] - axis.lowest) / axis.step + 0.5;
            std::uint32_t& known = narrow[static_cast<std::size_t>(std::clamp(place, 0.0, values - 1.0))];
            // Observations from before the range was changed may lie off its grid: those stay alone.
            if (known == none)
                known = own;
            else if (mu[shapes[known]] == mu[kernel])
                own = known;
        }
        shape.push_back(own);
        if (own == shapes.size())
            shapes.push_back(kernel);
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
