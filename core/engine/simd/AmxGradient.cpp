// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/AmxConvolution.h"

#include "core/engine/simd/AmxBlocks-inl.h"
#include "core/engine/simd/Transpose-inl.h"

namespace reweigh::amx {
namespace {

constexpr std::size_t sumTile = 256;
constexpr int stepsAtOnce = 8;

// The sizes of the tile registers: 0..4 hold the sums of up to five taps, 5 input channels by positions, 6 and 7 pairs of positions by
// output channels.
TileConfig fullTiles()
{
    TileConfig config;
    for (int i = 0; i < 8; ++i) {
        config.rows[i] = tileRows;
        config.bytesInRow[i] = tileBytes;
    }
    return config;
}

/// How many of `images` images are summed at once: enough that loading and storing the sums costs little, and about equally many each
/// time.
int imagesAtOnce(const ConvShape& shape, std::int64_t images)
{
    const std::int64_t most = std::max(1, 1024 / ((shape.height + 1) * (shape.width + 1)));
    const std::int64_t rounds = std::max<std::int64_t>(1, (images + most - 1) / most);
    return static_cast<int>(std::max<std::int64_t>(1, (images + rounds - 1) / rounds));
}

/// Transposes `flat` [positions][channels] to `rows` [channels][positions], whose rows lie `stride` values apart. positions is a
/// multiple of 32.
void transposePositions(const std::uint16_t* flat, int channels, std::size_t positions, std::uint16_t* rows, std::size_t stride)
{
    const __m512i evens = _mm512_set_epi16(62, 60, 58, 56, 54, 52, 50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16,
                                           14, 12, 10, 8, 6, 4, 2, 0);
    const __m512i odds = _mm512_add_epi16(evens, _mm512_set1_epi16(1));
    const std::size_t pixel = static_cast<std::size_t>(channels);
    for (std::size_t position = 0; position < positions; position += 32)
        for (std::size_t channel = 0; channel < pixel; channel += 32) {
            const __mmask32 there = pixel - channel >= 32 ? ~__mmask32(0) : __mmask32(0xFFFF);
            __m512i early[16], late[16], pairsEarly[16], pairsLate[16];
            for (std::size_t i = 0; i < 16; ++i) {
                early[i] = _mm512_maskz_loadu_epi16(there, flat + (position + i) * pixel + channel);
                late[i] = _mm512_maskz_loadu_epi16(there, flat + (position + 16 + i) * pixel + channel);
            }
            transpose(early, pairsEarly);
            transpose(late, pairsLate);
            const std::size_t pairs = std::min<std::size_t>(pixel - channel, 32) / 2;
            for (std::size_t j = 0; j < pairs; ++j) {
                std::uint16_t* row = rows + (channel + 2 * j) * stride + position;
                _mm512_storeu_si512(row, _mm512_permutex2var_epi16(pairsEarly[j], evens, pairsLate[j]));
                _mm512_storeu_si512(row + stride, _mm512_permutex2var_epi16(pairsEarly[j], odds, pairsLate[j]));
            }
        }
}

/// Rearranges `flat` [positions][channels] to `pairs` [positions / 2][channels][2].
void pairPositions(const std::uint16_t* flat, int channels, std::size_t positions, std::uint16_t* pairs)
{
    for (std::size_t position = 0; position < positions; position += 2, flat += 2 * channels)
        for (int channel = 0; channel < channels; channel += 16, pairs += 32)
            _mm512_storeu_si512(pairs, interleave(load16(flat + channel), load16(flat + channels + channel)));
}

/// Adds the products of five or four taps to their sums, for 16 input channels and 16 output channels.
template <int taps>
void addTaps(const std::uint16_t* x, long xStride, const std::uint16_t* const (&dy)[5], long dyStride, int steps, float* sums)
{
#define REWEIGH_EACH(DO) DO(0, 6) DO(1, 7) DO(2, 6) DO(3, 7)
#define REWEIGH_LOAD(tap, b) _tile_loadd(tap, sums + tap * sumTile, tileBytes);
#define REWEIGH_STORE(tap, b) _tile_stored(tap, sums + tap * sumTile, tileBytes);
#define REWEIGH_ADD(tap, b)                                                                                                                \
    _tile_loadd(b, dy[tap] + ahead, dyStride);                                                                                             \
    _tile_dpbf16ps(tap, 5, b);
    REWEIGH_EACH(REWEIGH_LOAD)
    if constexpr (taps == 5) {
        REWEIGH_LOAD(4, 6)
    }
    long ahead = 0;
    for (int step = 0; step < steps; ++step, ahead += 8 * dyStride) { // a row of dy is a pair of positions: 16 rows a step
        _tile_loadd(5, x + step * tileDepth, xStride);
        REWEIGH_EACH(REWEIGH_ADD)
        if constexpr (taps == 5) {
            REWEIGH_ADD(4, 6)
        }
    }
    REWEIGH_EACH(REWEIGH_STORE)
    if constexpr (taps == 5) {
        REWEIGH_STORE(4, 6)
    }
#undef REWEIGH_EACH
#undef REWEIGH_LOAD
#undef REWEIGH_STORE
#undef REWEIGH_ADD
}

/// Adds the products of all taps and channels for `steps` steps of 32 positions; x and dy's pairs point to the first step.
void addProducts(const ConvShape& shape, const FlatPlan& plan, const std::uint16_t* x, std::size_t stride,
                 const std::uint16_t* const (&pairs)[2], int steps, float* sum)
{
    const std::size_t in = static_cast<std::size_t>(shape.in), out = static_cast<std::size_t>(shape.out);
    const long xStride = static_cast<long>(2 * stride), dyStride = static_cast<long>(4 * out);
    for (std::size_t i = 0; i < in; i += 16)
        for (std::size_t o = 0; o < out; o += 16, sum += 9 * sumTile) {
            // A tap's product of x at a position is with dy at the position before it by the tap's distance. So x is the same for
            // all taps and is read in whole cache lines.
            const std::uint16_t* tap[9];
            for (int k = 0; k < 9; ++k) {
                const int first = plan.lead - ((k / 3 - 1) * plan.pitch + k % 3 - 1);
                tap[k] = pairs[first % 2] + static_cast<std::size_t>(first / 2) * 2 * out + 2 * o;
            }
            addTaps<5>(x + i * stride, xStride, {tap[0], tap[1], tap[2], tap[3], tap[4]}, dyStride, steps, sum);
            addTaps<4>(x + i * stride, xStride, {tap[5], tap[6], tap[7], tap[8], nullptr}, dyStride, steps, sum + 5 * sumTile);
        }
}

} // namespace

void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end)
{
    thread_local Scratch<std::uint16_t> xScratch, dyScratch, rowScratch, pairScratch[2];
    thread_local Scratch<std::int32_t> targetScratch;
    const ConvShape turned = shape.transposed();
    const FlatPlan plan(shape, imagesAtOnce(shape, end - begin));
    const std::size_t in = static_cast<std::size_t>(shape.in), out = static_cast<std::size_t>(shape.out),
                      lead = static_cast<std::size_t>(plan.lead);
    const int steps = (plan.positions + tileDepth - 1) / tileDepth;
    const std::size_t summed = static_cast<std::size_t>(steps * tileDepth);
    const std::size_t shifted = (summed + 2 * lead + 1) / 2 * 2; // positions of dy that any tap reads
    const std::size_t stride = (summed / 32 | 1) * 32;           // an odd number of cache lines, so that rows fall in different cache sets
    const std::size_t total = plan.total();                      // larger than `shifted`, by tileSlack
    std::uint16_t* const xFlat = xScratch.sized(total * in);
    std::uint16_t* const dyFlat = dyScratch.sized(total * out);
    std::uint16_t* const rows = rowScratch.sized(stride * in);
    std::uint16_t* const pairs[2] = {pairScratch[0].sized(shifted * out), pairScratch[1].sized(shifted * out)};
    std::int32_t* const targets = targetScratch.sized(static_cast<std::size_t>(plan.positions));
    fillTargets(turned, plan, targets);
    clearBorders(shape, plan, shape.in, xFlat);
    clearBorders(shape, plan, shape.out, dyFlat);
    const TileConfig gradientConfig = fullTiles(), inputConfig = configFor(turned);
    for (std::int64_t image = begin; image < end; image += plan.images) {
        const int count = static_cast<int>(std::min<std::int64_t>(plan.images, end - image));
        if (count < plan.images) { // removes pixels of the images before
            std::memset(xFlat, 0, total * in * 2);
            std::memset(dyFlat, 0, total * out * 2);
        }
        copyPixels(shape, plan, shape.out, dy, image, count, dyFlat);
        if (derivatives.input) {
            _tile_loadconfig(&inputConfig);
            asm volatile("" ::: "memory"); // the compiler does not know what memory tile loads read
            convolveChain(turned, FlatPlan(shape, count), {dyFlat, derivatives.turned}, {nullptr, nullptr}, targets,
                          derivatives.input + image * static_cast<std::int64_t>(shape.pixels()) * shape.in, {});
        }
        copyPixels(shape, plan, shape.in, x, image, count, xFlat);
        _tile_loadconfig(&gradientConfig);
        // A few steps at a time are rearranged and then used at once, so that they are still in the first-level cache.
        std::size_t paired = 0;
        for (int first = 0; first < steps; first += stepsAtOnce) {
            const int some = std::min(stepsAtOnce, steps - first);
            const std::size_t position = static_cast<std::size_t>(first * tileDepth),
                              last = position + static_cast<std::size_t>(some * tileDepth);
            const std::size_t needed = std::min(shifted, (last + 2 * lead + 1) / 2 * 2);
            pairPositions(dyFlat + paired * out, shape.out, needed - paired, pairs[0] + paired * out);
            pairPositions(dyFlat + (paired + 1) * out, shape.out, needed - paired, pairs[1] + paired * out);
            paired = needed;
            transposePositions(xFlat + (lead + position) * in, shape.in, last - position, rows + position, stride);
            asm volatile("" ::: "memory");
            addProducts(shape, plan, rows + position, stride, {pairs[0] + position * out, pairs[1] + position * out}, some,
                        derivatives.weights);
        }
        asm volatile("" ::: "memory");
    }
    _tile_release();
}

void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int firstIn, int lastIn)
{
    for (int in = firstIn; in < lastIn; in += 16) {
        std::size_t at = static_cast<std::size_t>(in / 16) * static_cast<std::size_t>(shape.out / 16) * 9 * sumTile;
        for (int out = 0; out < shape.out; out += 16)
            for (int tap = 0; tap < 9; ++tap, at += sumTile) {
                __m512i rows[16], columns[16];
                for (std::size_t i = 0; i < 16; ++i) {
                    __m512 sum = _mm512_loadu_ps(parts[0] + at + 16 * i);
                    for (int part = 1; part < count; ++part)
                        sum = _mm512_add_ps(sum, _mm512_loadu_ps(parts[part] + at + 16 * i));
                    rows[i] = _mm512_castps_si512(sum);
                }
                transpose(rows, columns);
                for (int o = 0; o < 16; ++o)
                    _mm512_storeu_si512(gradient + static_cast<std::size_t>(((out + o) * 9 + tap) * shape.in + in), columns[o]);
            }
    }
}

} // namespace reweigh::amx
