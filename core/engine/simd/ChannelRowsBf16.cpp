// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/ChannelRowsBf16.h"

#include "core/engine/simd/AmxTarget.h"

namespace reweigh::rows::bf16 {
namespace {

constexpr std::int64_t lanes = 16;

inline __m512 load(const Bits* p)
{
    return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))), 16));
}

inline void store(__m512 v, Bits* p)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), (__m256i)_mm512_cvtneps_pbh(v));
}

/// v where `decider` > 0 or NaN, else 0.
inline __m512 open(__m512 decider, __m512 v)
{
    return _mm512_mask_mov_ps(v, _mm512_cmp_ps_mask(decider, _mm512_setzero_ps(), _CMP_LE_OQ), _mm512_setzero_ps());
}

/// One vector of channels of the map y = scale (x - mean) + shift.
struct Map {
    Map(const Primal<Bits>& primal, std::int64_t c)
        : mean(_mm512_loadu_ps(primal.mean + c))
        , scale(_mm512_loadu_ps(primal.scale + c))
        , shift(_mm512_loadu_ps(primal.shift + c))
    {
    }
    __m512 mean, scale, shift;
};

template <Mask mask> inline __m512 masked(const Primal<Bits>& primal, const Map& map, std::int64_t at, __m512 centred, __m512 v)
{
    if constexpr (mask == Mask::Input)
        return open(_mm512_fmadd_ps(map.scale, centred, map.shift), v);
    else if constexpr (mask == Mask::Output)
        return open(load(primal.y + at), v);
    else
        return v;
}

/// Calls use() with the mask as a compile-time constant.
template <typename Use> void withMask(Mask mask, const Use& use)
{
    switch (mask) {
    case Mask::None: return use(std::integral_constant<Mask, Mask::None>());
    case Mask::Output: return use(std::integral_constant<Mask, Mask::Output>());
    case Mask::Input: return use(std::integral_constant<Mask, Mask::Input>());
    }
}

template <typename Use> void withFlag(bool flag, const Use& use)
{
    flag ? use(std::true_type()) : use(std::false_type());
}

/// Calls work(first channel, first row, row after the last) for every 16 channels of every block of rows. A block stays in the
/// first-level cache while its channels are worked on.
template <typename Work> void forTiles(std::int64_t channels, std::int64_t begin, std::int64_t end, const Work& work)
{
    const std::int64_t rows = std::max<std::int64_t>(8, 4096 / channels);
    for (std::int64_t first = begin; first < end; first += rows)
        for (std::int64_t c = 0; c < channels; c += lanes)
            work(c, first, std::min(end, first + rows));
}

/// Adds four partial sums, kept apart to hide the latency of an addition, to fp64 sums, lane by lane.
void addTo(const __m512 (&parts)[4], double* sums)
{
    const __m512 all = _mm512_add_ps(_mm512_add_ps(parts[0], parts[1]), _mm512_add_ps(parts[2], parts[3]));
    for (std::int64_t i = 0; i < lanes; i += 8) {
        const __m256 half = i == 0 ? _mm512_castps512_ps256(all) : _mm512_extractf32x8_ps(all, 1);
        _mm512_storeu_pd(sums + i, _mm512_add_pd(_mm512_loadu_pd(sums + i), _mm512_cvtps_pd(half)));
    }
}

} // namespace

bool fits(std::int64_t channels)
{
    static const bool able = __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512bw")
                             && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
    return able && channels % lanes == 0;
}

void normalise(const Primal<Bits>& primal, const Bits* residual, bool relu, Bits* y, std::int64_t begin, std::int64_t end)
{
    const std::int64_t channels = primal.channels;
    withFlag(residual != nullptr, [&](auto added) {
        withFlag(relu, [&](auto rectified) {
            forTiles(channels, begin, end, [&](std::int64_t c, std::int64_t first, std::int64_t last) {
                const Map map(primal, c);
                for (std::int64_t at = first * channels + c, stop = last * channels; at < stop; at += channels) {
                    __m512 v = _mm512_fmadd_ps(map.scale, _mm512_sub_ps(load(primal.x + at), map.mean), map.shift);
                    if constexpr (added.value)
                        v = _mm512_add_ps(v, load(residual + at));
                    store(rectified.value ? open(v, v) : v, y + at);
                }
            });
        });
    });
}

void project(const Primal<Bits>& primal, const Bits* a, const Bits* b, Bits* stored, std::int64_t begin, std::int64_t end, double* sum,
             double* product)
{
    const std::int64_t channels = primal.channels;
    withMask(primal.mask, [&](auto mask) {
        withFlag(b != nullptr, [&](auto two) {
            withFlag(stored != nullptr, [&](auto kept) {
                forTiles(channels, begin, end, [&](std::int64_t c, std::int64_t first, std::int64_t last) {
                    const Map map(primal, c);
                    __m512 sums[4], products[4];
                    for (int i = 0; i < 4; ++i)
                        sums[i] = products[i] = _mm512_setzero_ps();
                    const auto step = [&](std::int64_t row, int i) {
                        const std::int64_t at = row * channels + c;
                        const __m512 centred = _mm512_sub_ps(load(primal.x + at), map.mean);
                        __m512 g = load(a + at);
                        if constexpr (two.value)
                            g = _mm512_add_ps(g, load(b + at));
                        g = masked<mask.value>(primal, map, at, centred, g);
                        if constexpr (kept.value)
                            store(g, stored + at);
                        sums[i] = _mm512_add_ps(sums[i], g);
                        products[i] = _mm512_fmadd_ps(g, centred, products[i]);
                    };
                    std::int64_t row = first;
                    for (; row + 4 <= last; row += 4)
                        for (int i = 0; i < 4; ++i)
                            step(row + i, i);
                    for (; row < last; ++row)
                        step(row, 0);
                    addTo(sums, sum + c);
                    addTo(products, product + c);
                });
            });
        });
    });
}

void combineMasked(const Primal<Bits>& primal, const Coefficients& k, const Bits* g, Bits* out, std::int64_t begin, std::int64_t end)
{
    const std::int64_t channels = primal.channels;
    withMask(primal.mask, [&](auto mask) {
        forTiles(channels, begin, end, [&](std::int64_t c, std::int64_t first, std::int64_t last) {
            const Map map(primal, c);
            const __m512 ofG = _mm512_loadu_ps(k.ofG + c), ofX = _mm512_loadu_ps(k.ofX + c), constant = _mm512_loadu_ps(k.constant + c);
            for (std::int64_t at = first * channels + c, stop = last * channels; at < stop; at += channels) {
                const __m512 centred = _mm512_sub_ps(load(primal.x + at), map.mean);
                const __m512 v = masked<mask.value>(primal, map, at, centred, load(g + at));
                store(_mm512_fmadd_ps(ofG, v, _mm512_fmadd_ps(ofX, centred, constant)), out + at);
            }
        });
    });
}

void combineThenMask(const Primal<Bits>& primal, const Coefficients& k, const Bits* g, const Bits* residual, Bits* out, std::int64_t begin,
                     std::int64_t end)
{
    const std::int64_t channels = primal.channels;
    withMask(primal.mask, [&](auto mask) {
        withFlag(residual != nullptr, [&](auto added) {
            forTiles(channels, begin, end, [&](std::int64_t c, std::int64_t first, std::int64_t last) {
                const Map map(primal, c);
                const __m512 ofG = _mm512_loadu_ps(k.ofG + c), ofX = _mm512_loadu_ps(k.ofX + c), constant = _mm512_loadu_ps(k.constant + c);
                for (std::int64_t at = first * channels + c, stop = last * channels; at < stop; at += channels) {
                    const __m512 centred = _mm512_sub_ps(load(primal.x + at), map.mean);
                    __m512 v = _mm512_fmadd_ps(ofG, load(g + at), _mm512_fmadd_ps(ofX, centred, constant));
                    if constexpr (added.value)
                        v = _mm512_add_ps(v, load(residual + at));
                    store(masked<mask.value>(primal, map, at, centred, v), out + at);
                }
            });
        });
    });
}

} // namespace reweigh::rows::bf16
