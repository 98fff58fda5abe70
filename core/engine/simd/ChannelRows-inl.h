// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by ChannelRows.cpp, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_CHANNEL_ROWS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_CHANNEL_ROWS_INL
#undef REWEIGH_CHANNEL_ROWS_INL
#else
#define REWEIGH_CHANNEL_ROWS_INL
#endif

#include "core/engine/simd/ChannelRows.h"

#include <hwy/highway.h>

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace reweigh::rows::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <class D> HWY_INLINE hn::Vec<D> load([[maybe_unused]] D d, const float* p)
{
    return hn::LoadU(d, p);
}

template <class D> HWY_INLINE void store([[maybe_unused]] D d, hn::Vec<D> v, float* p)
{
    hn::StoreU(v, d, p);
}

template <class D> HWY_INLINE hn::Vec<D> load([[maybe_unused]] D d, const std::uint16_t* p)
{
    const hn::Rebind<std::uint16_t, D> narrow;
    const hn::RebindToUnsigned<D> wide;
    return hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(wide, hn::LoadU(narrow, p))));
}

/// Rounds to the nearest bfloat16, ties to even; NaN stays NaN.
template <class D> HWY_INLINE void store([[maybe_unused]] D d, hn::Vec<D> v, std::uint16_t* p)
{
    const hn::Rebind<std::uint16_t, D> narrow;
    const hn::RebindToUnsigned<D> wide;
    const hn::RebindToSigned<D> wideSigned;
    const auto bits = hn::BitCast(wide, v);
    const auto even = hn::And(hn::ShiftRight<16>(bits), hn::Set(wide, 1));
    const auto rounded = hn::ShiftRight<16>(hn::Add(bits, hn::Add(even, hn::Set(wide, 0x7FFF))));
    const auto kept = hn::IfThenElse(hn::RebindMask(wide, hn::IsNaN(v)), hn::Set(wide, 0x7FC0), rounded);
    hn::StoreU(hn::DemoteTo(narrow, hn::BitCast(wideSigned, kept)), narrow, p);
}

/// The number of rows in a block. A block stays in the core's nearest caches while its channels are worked on.
inline std::int64_t blockRows(std::int64_t channels)
{
    return std::max<std::int64_t>(8, 8192 / channels);
}

/// Calls work(d, channel, first row, row after the last) for every vector of channels of every block of rows. Channels that do not
/// fill a vector are done one at a time.
template <class Work> HWY_INLINE void forTiles(std::int64_t channels, std::int64_t begin, std::int64_t end, const Work& work)
{
    const hn::ScalableTag<float> full;
    const hn::CappedTag<float, 1> single;
    const std::int64_t lanes = static_cast<std::int64_t>(hn::Lanes(full));
    for (std::int64_t first = begin; first < end; first += blockRows(channels)) {
        const std::int64_t last = std::min(end, first + blockRows(channels));
        std::int64_t c = 0;
        for (; c + lanes <= channels; c += lanes)
            work(full, c, first, last);
        for (; c < channels; ++c)
            work(single, c, first, last);
    }
}

template <class D> struct Map {
    hn::Vec<D> mean, scale, shift;
};

template <class D, typename T> HWY_INLINE Map<D> mapOf(D d, const Primal<T>& primal, std::int64_t c)
{
    return {hn::LoadU(d, primal.mean + c), hn::LoadU(d, primal.scale + c), hn::LoadU(d, primal.shift + c)};
}

/// v where the ReLU is open, else 0. A NaN counts as open, so that it is passed on rather than hidden.
template <class D, typename T>
HWY_INLINE hn::Vec<D> masked(D d, const Primal<T>& primal, const Map<D>& map, std::int64_t at, hn::Vec<D> centred, hn::Vec<D> v)
{
    if (primal.mask == Mask::Input)
        return hn::IfThenZeroElse(hn::Le(hn::MulAdd(map.scale, centred, map.shift), hn::Zero(d)), v);
    if (primal.mask == Mask::Output)
        return hn::IfThenZeroElse(hn::Le(load(d, primal.y + at), hn::Zero(d)), v);
    return v;
}

/// Adds the lanes of a vector to fp64 sums, one per lane.
template <class D> HWY_INLINE void addTo([[maybe_unused]] D d, hn::Vec<D> v, double* sums)
{
    HWY_ALIGN float lane[HWY_MAX_BYTES / sizeof(float)];
    hn::Store(v, d, lane);
    for (std::size_t i = 0; i < hn::Lanes(d); ++i)
        sums[i] += lane[i];
}

/// Calls step(row, sum, product) for the rows [first, last) with four independent pairs of sums in turn, which hides the latency of
/// additions, and joins the four.
template <class D, class Step>
HWY_INLINE void sumRows(D d, std::int64_t first, std::int64_t last, const Step& step, hn::Vec<D>& sum, hn::Vec<D>& product)
{
    auto s0 = hn::Zero(d), s1 = s0, s2 = s0, s3 = s0, p0 = s0, p1 = s0, p2 = s0, p3 = s0;
    std::int64_t row = first;
    for (; row + 4 <= last; row += 4) {
        step(row, s0, p0);
        step(row + 1, s1, p1);
        step(row + 2, s2, p2);
        step(row + 3, s3, p3);
    }
    for (; row < last; ++row)
        step(row, s0, p0);
    sum = hn::Add(hn::Add(s0, s1), hn::Add(s2, s3));
    product = hn::Add(hn::Add(p0, p1), hn::Add(p2, p3));
}

/// Each block subtracts its own first row before it sums, so that fp32 is exact enough even if the mean is far from zero. Blocks are
/// joined by the rule of Chan, Golub and LeVeque (1983).
template <typename T>
HWY_INLINE void momentsOf(const T* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares)
{
    std::fill_n(mean, channels, 0.0);
    std::fill_n(squares, channels, 0.0);
    forTiles(channels, begin, end, [&](auto d, std::int64_t c, std::int64_t first, std::int64_t last) HWY_ATTR {
        using D = decltype(d);
        const auto pivot = load(d, x + first * channels + c);
        hn::Vec<D> sum, square;
        sumRows(
            d, first, last,
            [&](std::int64_t row, hn::Vec<D>& s, hn::Vec<D>& q) HWY_ATTR {
                const auto v = hn::Sub(load(d, x + row * channels + c), pivot);
                s = hn::Add(s, v);
                q = hn::MulAdd(v, v, q);
            },
            sum, square);
        HWY_ALIGN float lanes[3][HWY_MAX_BYTES / sizeof(float)];
        hn::Store(pivot, d, lanes[0]);
        hn::Store(sum, d, lanes[1]);
        hn::Store(square, d, lanes[2]);
        const double before = static_cast<double>(first - begin), count = static_cast<double>(last - first);
        for (std::size_t i = 0; i < hn::Lanes(d); ++i) {
            const double offset = lanes[1][i] / count;
            const double delta = lanes[0][i] + offset - mean[c + i];
            mean[c + i] += delta * count / (before + count);
            squares[c + i] += lanes[2][i] - offset * lanes[1][i] + delta * delta * before * count / (before + count);
        }
    });
}

template <typename T>
HWY_INLINE void normaliseRows(const Primal<T>& primal, const T* residual, bool relu, T* y, std::int64_t begin, std::int64_t end)
{
    const std::int64_t channels = primal.channels;
    forTiles(channels, begin, end, [&](auto d, std::int64_t c, std::int64_t first, std::int64_t last) HWY_ATTR {
        const auto map = mapOf(d, primal, c);
        for (std::int64_t row = first; row < last; ++row) {
            const std::int64_t at = row * channels + c;
            auto v = hn::MulAdd(map.scale, hn::Sub(load(d, primal.x + at), map.mean), map.shift);
            if (residual)
                v = hn::Add(v, load(d, residual + at));
            if (relu)
                v = hn::IfThenZeroElse(hn::Le(v, hn::Zero(d)), v);
            store(d, v, y + at);
        }
    });
}

template <typename T>
HWY_INLINE void projectRows(const Primal<T>& primal, const T* a, const T* b, T* stored, std::int64_t begin, std::int64_t end, double* sum,
                            double* product)
{
    const std::int64_t channels = primal.channels;
    forTiles(channels, begin, end, [&](auto d, std::int64_t c, std::int64_t first, std::int64_t last) HWY_ATTR {
        using D = decltype(d);
        const auto map = mapOf(d, primal, c);
        hn::Vec<D> sums, products;
        sumRows(
            d, first, last,
            [&](std::int64_t row, hn::Vec<D>& s, hn::Vec<D>& p) HWY_ATTR {
                const std::int64_t at = row * channels + c;
                const auto centred = hn::Sub(load(d, primal.x + at), map.mean);
                auto g = load(d, a + at);
                if (b)
                    g = hn::Add(g, load(d, b + at));
                g = masked(d, primal, map, at, centred, g);
                if (stored)
                    store(d, g, stored + at);
                s = hn::Add(s, g);
                p = hn::MulAdd(g, centred, p);
            },
            sums, products);
        addTo(d, sums, sum + c);
        addTo(d, products, product + c);
    });
}

template <bool MaskLast, typename T>
HWY_INLINE void combineRows(const Primal<T>& primal, const Coefficients& k, const T* g, const T* residual, T* out, std::int64_t begin,
                            std::int64_t end)
{
    const std::int64_t channels = primal.channels;
    forTiles(channels, begin, end, [&](auto d, std::int64_t c, std::int64_t first, std::int64_t last) HWY_ATTR {
        const auto map = mapOf(d, primal, c);
        const auto ofG = hn::LoadU(d, k.ofG + c), ofX = hn::LoadU(d, k.ofX + c), constant = hn::LoadU(d, k.constant + c);
        for (std::int64_t row = first; row < last; ++row) {
            const std::int64_t at = row * channels + c;
            const auto centred = hn::Sub(load(d, primal.x + at), map.mean);
            auto v = load(d, g + at);
            if (!MaskLast)
                v = masked(d, primal, map, at, centred, v);
            v = hn::MulAdd(ofG, v, hn::MulAdd(ofX, centred, constant));
            if (residual)
                v = hn::Add(v, load(d, residual + at));
            if (MaskLast)
                v = masked(d, primal, map, at, centred, v);
            store(d, v, out + at);
        }
    });
}

#define REWEIGH_KERNELS(Name, T)                                                                                                           \
    void Moments##Name(const T* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares)             \
    {                                                                                                                                      \
        momentsOf(x, channels, begin, end, mean, squares);                                                                                 \
    }                                                                                                                                      \
    void Normalise##Name(const Primal<T>& primal, const T* residual, bool relu, T* y, std::int64_t begin, std::int64_t end)                \
    {                                                                                                                                      \
        normaliseRows(primal, residual, relu, y, begin, end);                                                                              \
    }                                                                                                                                      \
    void Project##Name(const Primal<T>& primal, const T* a, const T* b, T* stored, std::int64_t begin, std::int64_t end, double* sum,      \
                       double* product)                                                                                                    \
    {                                                                                                                                      \
        projectRows(primal, a, b, stored, begin, end, sum, product);                                                                       \
    }                                                                                                                                      \
    void CombineMasked##Name(const Primal<T>& primal, const Coefficients& k, const T* g, T* out, std::int64_t begin, std::int64_t end)     \
    {                                                                                                                                      \
        combineRows<false, T>(primal, k, g, nullptr, out, begin, end);                                                                     \
    }                                                                                                                                      \
    void CombineThenMask##Name(const Primal<T>& primal, const Coefficients& k, const T* g, const T* residual, T* out, std::int64_t begin,  \
                               std::int64_t end)                                                                                           \
    {                                                                                                                                      \
        combineRows<true, T>(primal, k, g, residual, out, begin, end);                                                                     \
    }
REWEIGH_KERNELS(Float, float)
REWEIGH_KERNELS(BFloat16, std::uint16_t)
#undef REWEIGH_KERNELS

} // namespace reweigh::rows::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
