// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/Kernels.h"

#include "core/search/tpe/Constants.h"
#include "core/search/tpe/NumpyArgsort.h"
#include "core/search/tpe/NumpySum.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace reweigh {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// The mus in one section of the axis that is no longer than half the least width. Gaps inside a section are too small to
/// matter, so that only the kernels at its smallest and largest mu can be wider than the least width.
struct Stretch {
    double smallest = infinity, largest = -infinity;
    double before = 0.0, after = 0.0;            ///< gaps to the neighbouring stretches, 0 if not above the least width
    std::uint32_t first = nobody, last = nobody; ///< the kernels next to these gaps
    bool firstTied = false, lastTied = false;

    bool empty() const { return smallest > largest; }
};

class Stretches {
public:
    Stretches(std::span<const double> mus, double low, double least, double range)
        : m_mus(mus)
        , m_low(low)
        , m_perUnit(2.0 / least)
        , m_stretches(static_cast<std::size_t>(range * m_perUnit) + 2)
    {
        for (const double mu : mus) {
            Stretch& stretch = of(mu);
            stretch.smallest = std::min(stretch.smallest, mu);
            stretch.largest = std::max(stretch.largest, mu);
        }
        Stretch* previous = nullptr;
        for (Stretch& stretch : m_stretches) {
            if (stretch.empty())
                continue;
            if (const double gap = previous ? stretch.smallest - previous->largest : 0.0; gap > least)
                stretch.before = previous->after = gap;
            previous = &stretch;
        }
    }

    /// Finds the kernels next to gaps. Called once per kernel, for equal mus in NumPy's order if that is known.
    void visit(std::uint32_t kernel)
    {
        const double mu = m_mus[kernel];
        Stretch& stretch = of(mu);
        if (stretch.before > 0.0 && mu == stretch.smallest) {
            if (stretch.first == nobody)
                stretch.first = kernel;
            else
                stretch.firstTied = true;
        }
        if (stretch.after > 0.0 && mu == stretch.largest) {
            stretch.lastTied = stretch.lastTied || stretch.last != nobody;
            stretch.last = kernel;
        }
    }

    /// The mus next to gaps that several kernels have, so that their order matters; ascending.
    std::vector<double> tied() const
    {
        std::vector<double> values;
        for (const Stretch& stretch : m_stretches) {
            if (stretch.firstTied)
                values.push_back(stretch.smallest);
            if (stretch.lastTied)
                values.push_back(stretch.largest);
        }
        return values;
    }

    void forgetVisits()
    {
        for (Stretch& stretch : m_stretches)
            stretch.first = stretch.last = nobody;
    }

    void widen(std::vector<double>& widths) const
    {
        for (const Stretch& stretch : m_stretches) {
            if (stretch.first != nobody)
                widths[stretch.first] = std::max(widths[stretch.first], stretch.before);
            if (stretch.last != nobody)
                widths[stretch.last] = std::max(widths[stretch.last], stretch.after);
        }
    }

private:
    Stretch& of(double mu)
    {
        const auto place = static_cast<std::ptrdiff_t>((mu - m_low) * m_perUnit);
        return m_stretches[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, std::ssize(m_stretches) - 1))];
    }

    std::span<const double> m_mus;
    double m_low, m_perUnit;
    std::vector<Stretch> m_stretches;
};

/// The least width of `count` kernels on an axis of length `range` (Optuna's "magic clip"): range / min(100, count + 2).
double leastWidth(std::size_t count, double range)
{
    return range / std::min(100.0, static_cast<double>(count) + 2.0);
}

/// The width (sigma) of each kernel, one per entry of `mus`: the larger of the distances to its two neighbours in sorted order,
/// limited to leastWidth()..(high - low). The neighbours of a single kernel are the ends of the axis. Among equal mus, NumPy's
/// sort order decides which kernel is first or last. Empty for no mus.
std::vector<double> kernelWidths(std::span<const double> mus, double low, double high)
{
    const double range = high - low, least = leastWidth(mus.size(), range);
    std::vector<double> widths(mus.size(), least);
    if (mus.size() == 1)
        widths.front() = std::clamp(std::max(mus.front() - low, high - mus.front()), least, range);
    if (mus.size() < 2)
        return widths;

    Stretches stretches(mus, low, least, range);
    for (std::uint32_t kernel = 0; kernel < mus.size(); ++kernel)
        stretches.visit(kernel);
    if (const std::vector<double> tied = stretches.tied(); !tied.empty()) {
        stretches.forgetVisits();
        for (const std::uint32_t kernel : numpyArgsort(mus, tied))
            stretches.visit(kernel);
    }
    stretches.widen(widths);
    for (double& width : widths)
        width = std::min(width, range);
    return widths;
}

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

    Kernels operator()(const CategoricalDistribution& d) const { return CategoricalKernels(d.choices.size(), observations); }
    template <typename Numeric> Kernels operator()(const Numeric& d) const { return NumericKernels(NumericAxis::of(d), observations); }
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
        return step >= 0.0 && step < static_cast<double>(onStep.size()) && observations[kernel] == axis.lowest + step * axis.step
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
