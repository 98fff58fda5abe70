// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Kernels.h"

#include "core/search/tpe/NumpyArgsort.h"
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
    , mu(observations.size())
    , sigma(observations.size())
{
    const std::size_t count = observations.size();
    std::transform(observations.begin(), observations.end(), mu.begin(), [this](double v) { return axis.toAxis(v); });
    const std::vector<std::uint32_t> order = numpyArgsort(mu);
    const double range = axis.high - axis.low;
    const double narrowest = range / std::min(100.0, static_cast<double>(count) + 2.0);
    for (std::size_t i = 0; i < count; ++i) {
        const double here = mu[order[i]];
        const double before = i > 0 ? mu[order[i - 1]] : axis.low;
        const double after = i + 1 < count ? mu[order[i + 1]] : axis.high;
        double gap = std::max(here - before, after - here);
        if (count >= 2 && i == 0)
            gap = after - here;
        if (count >= 2 && i + 1 == count)
            gap = here - before;
        sigma[order[i]] = std::clamp(gap, narrowest, range);
    }
    mu.push_back(0.5 * (axis.low + axis.high));
    sigma.push_back(range);
    findShapes(order);
}

void NumericKernels::findShapes(const std::vector<std::uint32_t>& order)
{
    shape.resize(mu.size());
    std::size_t run = 0; // where the shapes of this mu begin
    const auto place = [&](std::uint32_t kernel) {
        if (!shapes.empty() && mu[shapes.back()] != mu[kernel])
            run = shapes.size();
        const auto known = std::find_if(shapes.begin() + std::ptrdiff_t(run), shapes.end(),
                                        [&](std::uint32_t other) { return sigma[other] == sigma[kernel]; });
        shape[kernel] = static_cast<std::uint32_t>(known - shapes.begin());
        if (known == shapes.end())
            shapes.push_back(kernel);
    };
    for (const std::uint32_t kernel : order)
        place(kernel);
    place(static_cast<std::uint32_t>(mu.size() - 1));
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
