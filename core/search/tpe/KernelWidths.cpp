// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/KernelWidths.h"

#include "core/search/tpe/NumpyArgsort.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace reweigh {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// The mus of a stretch of the axis no longer than half the least width: gaps within it do not count, so
/// only its outermost mus may have wide kernels.
struct Stretch {
    double smallest = infinity, largest = -infinity;
    double before = 0.0, after = 0.0;             ///< gaps to the stretches beside it, 0 if too small to count
    std::uint32_t first = nobody, last = nobody;  ///< kernels that have these gaps
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

    /// Sees kernels one after another, equal mus in NumPy's order if that is known.
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

    /// Mus for which it matters who came first or last, ascending.
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

} // namespace

double leastWidth(std::size_t count, double range)
{
    return range / std::min(100.0, static_cast<double>(count) + 2.0);
}

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

} // namespace reweigh
