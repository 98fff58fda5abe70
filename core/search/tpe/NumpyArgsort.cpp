// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/NumpyArgsort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

using Index = std::uint32_t;

constexpr std::size_t lanes = 8;       ///< doubles in a register
constexpr std::size_t unrolled = 4;    ///< registers taken at once from a long range
constexpr std::size_t networkSize = 256;

class Sorter {
public:
    Sorter(std::span<const double> values, std::vector<Index>& order)
        : m_values(values)
        , m_order(order)
    {
    }

    /// Sorts [first, last).
    void sort(std::size_t first, std::size_t last, int depthLeft)
    {
        if (depthLeft <= 0) {
            std::sort(m_order.begin() + std::ptrdiff_t(first), m_order.begin() + std::ptrdiff_t(last),
                      [this](Index a, Index b) { return m_values[a] < m_values[b]; });
            return;
        }
        if (last - first <= networkSize) {
            network(first, last - first);
            return;
        }
        const double pivot = pivotOf(first, last - 1);
        const auto [middle, smallest, largest] = partition(first, last, pivot);
        if (pivot != smallest)
            sort(first, middle, depthLeft - 1);
        if (pivot != largest)
            sort(middle, last, depthLeft - 1);
    }

private:
    struct Parts {
        std::size_t middle; ///< first place of the values >= pivot
        double smallest, largest;
    };

    double at(std::size_t place) const { return m_values[m_order[place]]; }

    /// Exchanges without branches, so that the compiler makes vectors of them.
    static void exchange(double& lowKey, double& highKey, Index& low, Index& high)
    {
        const bool swap = lowKey > highKey;
        const double key = swap ? highKey : lowKey;
        const Index place = swap ? high : low;
        highKey = swap ? lowKey : highKey;
        high = swap ? low : high;
        lowKey = key;
        low = place;
    }

    /// Batcher's bitonic network whose merges begin with mirrored pairs. Places past the end hold +inf and so
    /// stay there.
    void network(std::size_t first, std::size_t size)
    {
        std::array<double, networkSize> keys;
        std::array<Index, networkSize> order;
        const std::size_t padded = std::bit_ceil(size);
        std::copy_n(m_order.begin() + std::ptrdiff_t(first), size, order.begin());
        std::transform(order.begin(), order.begin() + std::ptrdiff_t(size), keys.begin(),
                       [this](Index index) { return m_values[index]; });
        std::fill(keys.begin() + std::ptrdiff_t(size), keys.begin() + std::ptrdiff_t(padded),
                  std::numeric_limits<double>::infinity());
        std::fill(order.begin() + std::ptrdiff_t(size), order.begin() + std::ptrdiff_t(padded), Index(0));

        for (std::size_t block = 2; block <= padded; block *= 2) {
            for (std::size_t start = 0; start < padded; start += block)
                for (std::size_t i = 0; i < block / 2; ++i) {
                    const std::size_t low = start + i, high = start + block - 1 - i;
                    exchange(keys[low], keys[high], order[low], order[high]);
                }
            for (std::size_t gap = block / 4; gap >= 1; gap /= 2)
                for (std::size_t start = 0; start < padded; start += 2 * gap)
                    for (std::size_t i = start; i < start + gap; ++i)
                        exchange(keys[i], keys[i + gap], order[i], order[i + gap]);
        }
        std::copy_n(order.begin(), size, m_order.begin() + std::ptrdiff_t(first));
    }

    /// Fifth smallest of eight values spread over the range.
    double pivotOf(std::size_t first, std::size_t lastIncluded) const
    {
        const std::size_t stride = (lastIncluded - first) / lanes;
        std::array<double, lanes> sample;
        for (std::size_t i = 0; i < lanes; ++i)
            sample[i] = at(first + (i + 1) * stride);
        std::nth_element(sample.begin(), sample.begin() + 4, sample.end());
        return sample[4];
    }

    /// Puts a register of places at both ends of the free stretch [low, high): what is below the pivot at
    /// its left end, the rest at its right end, each in order.
    void store(const Index* block, double pivot, std::size_t& low, std::size_t& high)
    {
        std::array<Index, lanes> rest;
        std::size_t kept = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const bool isBelow = m_values[block[lane]] < pivot;
            rest[kept] = block[lane];
            if (isBelow)
                m_order[low] = block[lane];
            low += isBelow;
            kept += !isBelow;
        }
        high -= kept;
        std::copy_n(rest.begin(), kept, m_order.begin() + std::ptrdiff_t(high));
    }

    Parts partition(std::size_t first, std::size_t last, double pivot)
    {
        const auto [smallest, largest] = std::minmax_element(
            m_order.begin() + std::ptrdiff_t(first), m_order.begin() + std::ptrdiff_t(last),
            [this](Index a, Index b) { return m_values[a] < m_values[b]; });
        const Parts bounds{0, m_values[*smallest], m_values[*largest]};

        const std::size_t width = last - first <= 8 * unrolled * lanes ? lanes : unrolled * lanes;
        for (std::size_t odd = (last - first) % width; odd > 0; --odd) {
            if (at(first) < pivot)
                ++first;
            else
                std::swap(m_order[first], m_order[--last]);
        }

        // The outermost blocks wait, so that there is room to store into while the others are read.
        std::array<Index, 2 * unrolled * lanes> waiting;
        std::copy_n(m_order.begin() + std::ptrdiff_t(first), width, waiting.begin());
        std::copy_n(m_order.begin() + std::ptrdiff_t(last - width), width, waiting.begin() + std::ptrdiff_t(width));
        std::size_t low = first, high = last;
        std::size_t left = first + width, right = last - width;
        std::array<Index, unrolled * lanes> block;
        while (left != right) {
            std::size_t from = left;
            if (high - right < left - low)
                from = right -= width;
            else
                left += width;
            std::copy_n(m_order.begin() + std::ptrdiff_t(from), width, block.begin());
            for (std::size_t i = 0; i < width; i += lanes)
                store(block.data() + i, pivot, low, high);
        }
        for (std::size_t i = 0; i < 2 * width; i += lanes)
            store(waiting.data() + i, pivot, low, high);
        return {low, bounds.smallest, bounds.largest};
    }

    std::span<const double> m_values;
    std::vector<Index>& m_order;
};

} // namespace

std::vector<Index> numpyArgsort(std::span<const double> values)
{
    std::vector<Index> order(values.size());
    std::iota(order.begin(), order.end(), Index(0));
    if (!std::is_sorted(values.begin(), values.end()))
        Sorter(values, order).sort(0, values.size(), 2 * static_cast<int>(std::bit_width(values.size()) - 1));
    return order;
}

} // namespace reweigh
