// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/NumpyArgsort.h"

#include "core/search/tpe/Constants.h"
#include "core/search/tpe/WideVectors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace reweigh {
namespace {

using Index = std::uint32_t;

constexpr std::size_t lanes = 8;    ///< doubles in a register
constexpr std::size_t unrolled = 4; ///< registers that NumPy processes together in a long range
constexpr std::size_t networkSize = 256;

/// Puts two keys and their indices in order. It has no branches and all words have one width, so that the compiler vectorises it.
[[gnu::always_inline]] inline void exchange(double& lowKey, double& highKey, std::uint64_t& low, std::uint64_t& high)
{
    const bool swap = lowKey > highKey;
    const double smaller = swap ? highKey : lowKey, larger = swap ? lowKey : highKey;
    const std::uint64_t first = swap ? high : low, second = swap ? low : high;
    lowKey = smaller;
    highKey = larger;
    low = first;
    high = second;
}

/// Sorts by Batcher's bitonic network, whose merges begin with mirrored pairs. `size` is a power of two; keys that
/// fill up the array are +inf and stay at its end.
REWEIGH_WIDE_VECTORS
void bitonicSort(double* keys, std::uint64_t* order, std::size_t size)
{
    for (std::size_t block = 2; block <= size; block *= 2) {
        for (std::size_t start = 0; start < size; start += block)
            for (std::size_t i = 0; i < block / 2; ++i) {
                const std::size_t low = start + i, high = start + block - 1 - i;
                exchange(keys[low], keys[high], order[low], order[high]);
            }
        for (std::size_t gap = block / 4; gap >= 1; gap /= 2)
            for (std::size_t start = 0; start < size; start += 2 * gap) {
#pragma GCC ivdep
                for (std::size_t i = start; i < start + gap; ++i)
                    exchange(keys[i], keys[i + gap], order[i], order[i + gap]);
            }
    }
}

/// Sorts keys and moves their original indices along.
class Sorter {
public:
    /// `wanted` (ascending): sort only the parts that hold one of these values; none: sort everything.
    Sorter(std::span<const double> values, std::optional<std::span<const double>> wanted)
        : m_wanted(wanted)
        , m_keys(values.begin(), values.end())
        , m_order(values.size())
    {
        std::iota(m_order.begin(), m_order.end(), Index(0));
    }

    void sort()
    {
        const int mostDepth = 2 * static_cast<int>(std::bit_width(m_keys.size()) - 1);
        if (!std::is_sorted(m_keys.begin(), m_keys.end()))
            sort({0, m_keys.size(), -infinity, infinity}, mostDepth);
    }

    const std::vector<Index>& order() const { return m_order; }

private:
    /// The places [first, last), whose keys are in [low, high].
    struct Range {
        std::size_t first, last;
        double low, high;
    };

    bool isWanted(const Range& range) const
    {
        if (!m_wanted)
            return true;
        const auto next = std::lower_bound(m_wanted->begin(), m_wanted->end(), range.low);
        return next != m_wanted->end() && *next <= range.high;
    }

    void sort(const Range& range, int depthLeft)
    {
        const auto [first, last, low, high] = range;
        if (!isWanted(range))
            return;
        if (depthLeft <= 0)
            return plainSort(first, last);
        if (last - first <= networkSize)
            return network(first, last - first);
        const double pivot = pivotOf(first, last - 1);
        const auto [middle, largest] = partition(first, last, pivot);
        if (middle > first)
            sort({first, middle, low, pivot}, depthLeft - 1);
        if (pivot != largest)
            sort({middle, last, pivot, high}, depthLeft - 1);
    }

    struct Parts {
        std::size_t middle; ///< first place of the keys >= pivot
        double largest;
    };

    /// Sorts with std::sort, as NumPy does too if quicksort makes no progress.
    void plainSort(std::size_t first, std::size_t last)
    {
        std::vector<std::pair<double, Index>> pairs;
        for (std::size_t i = first; i < last; ++i)
            pairs.emplace_back(m_keys[i], m_order[i]);
        std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = first; i < last; ++i)
            std::tie(m_keys[i], m_order[i]) = pairs[i - first];
    }

    void network(std::size_t first, std::size_t size)
    {
        std::array<double, networkSize> keys;
        std::array<std::uint64_t, networkSize> order;
        const std::size_t padded = std::bit_ceil(size);
        std::copy_n(m_keys.begin() + std::ptrdiff_t(first), size, keys.begin());
        std::copy_n(m_order.begin() + std::ptrdiff_t(first), size, order.begin());
        std::fill(keys.begin() + std::ptrdiff_t(size), keys.begin() + std::ptrdiff_t(padded), infinity);
        std::fill(order.begin() + std::ptrdiff_t(size), order.begin() + std::ptrdiff_t(padded), 0);
        bitonicSort(keys.data(), order.data(), padded);
        std::copy_n(keys.begin(), size, m_keys.begin() + std::ptrdiff_t(first));
        std::transform(order.begin(), order.begin() + std::ptrdiff_t(size), m_order.begin() + std::ptrdiff_t(first),
                       [](std::uint64_t index) { return static_cast<Index>(index); });
    }

    /// The fifth smallest of eight values spread over the range.
    double pivotOf(std::size_t first, std::size_t lastIncluded) const
    {
        const std::size_t stride = (lastIncluded - first) / lanes;
        std::array<double, lanes> sample;
        for (std::size_t i = 0; i < lanes; ++i)
            sample[i] = m_keys[first + (i + 1) * stride];
        std::nth_element(sample.begin(), sample.begin() + 4, sample.end());
        return sample[4];
    }

    /// Stores eight keys at the two ends of the free range [low, high): keys below the pivot at its left end, the
    /// others at its right end, each group in order. At least eight places are free, so that each key can be
    /// written to `low` before the comparison decides whether it stays there.
    void store(const double* keys, const Index* indices, double pivot, std::size_t& low, std::size_t& high)
    {
        std::array<double, lanes> restKeys;
        std::array<Index, lanes> restIndices;
        std::size_t rest = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const bool isBelow = keys[lane] < pivot;
            m_keys[low] = restKeys[rest] = keys[lane];
            m_order[low] = restIndices[rest] = indices[lane];
            low += isBelow;
            rest += !isBelow;
        }
        high -= rest;
        std::copy_n(restKeys.begin(), rest, m_keys.begin() + std::ptrdiff_t(high));
        std::copy_n(restIndices.begin(), rest, m_order.begin() + std::ptrdiff_t(high));
    }

    void swap(std::size_t a, std::size_t b)
    {
        std::swap(m_keys[a], m_keys[b]);
        std::swap(m_order[a], m_order[b]);
    }

    Parts partition(std::size_t first, std::size_t last, double pivot)
    {
        double largest = pivot;
        for (std::size_t i = first; i < last; ++i)
            largest = std::max(largest, m_keys[i]);

        const std::size_t width = last - first <= 8 * unrolled * lanes ? lanes : unrolled * lanes;
        for (std::size_t odd = (last - first) % width; odd > 0; --odd) {
            if (m_keys[first] < pivot)
                ++first;
            else
                swap(first, --last);
        }

        // The first and last block are set aside, so that there is free room for the keys of the other blocks.
        std::array<double, 2 * unrolled * lanes> waitingKeys, keys;
        std::array<Index, 2 * unrolled * lanes> waitingIndices, indices;
        const auto load = [&](std::size_t from, auto& intoKeys, auto& intoIndices, std::size_t at) {
            std::copy_n(m_keys.begin() + std::ptrdiff_t(from), width, intoKeys.begin() + std::ptrdiff_t(at));
            std::copy_n(m_order.begin() + std::ptrdiff_t(from), width, intoIndices.begin() + std::ptrdiff_t(at));
        };
        load(first, waitingKeys, waitingIndices, 0);
        load(last - width, waitingKeys, waitingIndices, width);
        std::size_t low = first, high = last;
        std::size_t left = first + width, right = last - width;
        while (left != right) {
            const bool fromRight = high - right < left - low;
            load(fromRight ? right - width : left, keys, indices, 0);
            fromRight ? right -= width : left += width;
            for (std::size_t i = 0; i < width; i += lanes)
                store(keys.data() + i, indices.data() + i, pivot, low, high);
        }
        for (std::size_t i = 0; i < 2 * width; i += lanes)
            store(waitingKeys.data() + i, waitingIndices.data() + i, pivot, low, high);
        return {low, largest};
    }

    std::optional<std::span<const double>> m_wanted;
    std::vector<double> m_keys;
    std::vector<Index> m_order;
};

} // namespace

std::vector<Index> numpyArgsort(std::span<const double> values, std::optional<std::span<const double>> wanted)
{
    Sorter sorter(values, wanted);
    sorter.sort();
    return sorter.order();
}

} // namespace reweigh
