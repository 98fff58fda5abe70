// SPDX-License-Identifier: GPL-3.0-or-later
// Included once an instruction set by DirectConvolution.cpp and WinogradConvolution.cpp: a per-target guard in place of #pragma once.
#if defined(REWEIGH_DIRECT_BLOCKS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_DIRECT_BLOCKS_INL
#undef REWEIGH_DIRECT_BLOCKS_INL
#else
#define REWEIGH_DIRECT_BLOCKS_INL
#endif

#include <hwy/highway.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

HWY_BEFORE_NAMESPACE();
namespace reweigh::direct::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::FixedTag<float, HWY_LANES(float) < 16 ? HWY_LANES(float) : 16>;
constexpr int lanes = static_cast<int>(hn::MaxLanes(Lanes()));
constexpr bool manyRegisters = lanes == 16;

/// What a block keeps in registers: so many sums a vector of outputs, beside the operands.
template <int vectors>
constexpr int most = vectors == 1 ? (manyRegisters ? 16 : 12) : (manyRegisters ? 14 : 6);

/// `length` values of x that neighbour each other for one pixel, and their rows of weights.
struct Run {
    const float* x;
    const float* packed;  ///< weights, of which rows `depth` and following
    std::ptrdiff_t depth;
    int length;
};

/// The columns of the weights that a block works on, from `offset` on, and how many lie together in a row.
struct WeightColumns {
    std::ptrdiff_t offset, outputs;
};

/// y[p] = sum over the runs of x[p step + k] weights[k], for `pixels` pixels and `vectors` vectors of outputs.
/// `fixedStep` is `step` where it is known, else 0.
template <int vectors, int fixedStep, int pixels>
void products(const Run* runs, int count, const WeightColumns& columns, std::ptrdiff_t at, std::ptrdiff_t step, float* y, std::ptrdiff_t yStep)
{
    const Lanes d;
    hn::Vec<Lanes> sum[pixels][vectors];
    HWY_UNROLL(16)
    for (int p = 0; p < pixels; ++p)
        HWY_UNROLL(2)
        for (int v = 0; v < vectors; ++v)
            sum[p][v] = hn::Zero(d);
    const std::ptrdiff_t pixelStep = fixedStep > 0 ? fixedStep : step;
    for (int run = 0; run < count; ++run) {
        const float* x = runs[run].x + at;
        const float* w = runs[run].packed + columns.offset + runs[run].depth * columns.outputs;
        for (const float* const end = x + runs[run].length; x != end; ++x, w += columns.outputs) {
            hn::Vec<Lanes> weight[vectors];
            HWY_UNROLL(2)
            for (int v = 0; v < vectors; ++v)
                weight[v] = hn::LoadU(d, w + v * lanes);
            HWY_UNROLL(16)
            for (int p = 0; p < pixels; ++p) {
                const auto value = hn::Set(d, x[p * pixelStep]);
                HWY_UNROLL(2)
                for (int v = 0; v < vectors; ++v)
                    sum[p][v] = hn::MulAdd(value, weight[v], sum[p][v]);
            }
        }
    }
    HWY_UNROLL(16)
    for (int p = 0; p < pixels; ++p)
        HWY_UNROLL(2)
        for (int v = 0; v < vectors; ++v)
            hn::StoreU(sum[p][v], d, y + p * yStep + v * lanes);
}

/// Where a weight gradient's block reads: pixel (r, p) of x and of dy, whose vectors are `vectorStep` apart.
struct GradientSource {
    const float *x, *dy;
    std::ptrdiff_t xRow, xStep, dyRow, dyStep, vectorStep;
    int rows, columns;
};

/// sums[k] += sum over the pixels of x[k] dy, for `values` values k of x and `vectors` vectors of dy.
template <int vectors, int values>
void gradients(const GradientSource& from, float* sums, std::ptrdiff_t outputs)
{
    const Lanes d;
    hn::Vec<Lanes> sum[values][vectors];
    HWY_UNROLL(16)
    for (int k = 0; k < values; ++k)
        HWY_UNROLL(2)
        for (int v = 0; v < vectors; ++v)
            sum[k][v] = hn::LoadU(d, sums + k * outputs + v * lanes);
    for (int row = 0; row < from.rows; ++row) {
        const float* x = from.x + row * from.xRow;
        const float* dy = from.dy + row * from.dyRow;
        for (int p = 0; p < from.columns; ++p, x += from.xStep, dy += from.dyStep) {
            hn::Vec<Lanes> derivative[vectors];
            HWY_UNROLL(2)
            for (int v = 0; v < vectors; ++v)
                derivative[v] = hn::LoadU(d, dy + v * from.vectorStep);
            HWY_UNROLL(16)
            for (int k = 0; k < values; ++k) {
                const auto value = hn::Set(d, x[k]);
                HWY_UNROLL(2)
                for (int v = 0; v < vectors; ++v)
                    sum[k][v] = hn::MulAdd(value, derivative[v], sum[k][v]);
            }
        }
    }
    HWY_UNROLL(16)
    for (int k = 0; k < values; ++k)
        HWY_UNROLL(2)
        for (int v = 0; v < vectors; ++v)
            hn::StoreU(sum[k][v], d, sums + k * outputs + v * lanes);
}

using Products = void (*)(const Run*, int, const WeightColumns&, std::ptrdiff_t, std::ptrdiff_t, float*, std::ptrdiff_t);
using Gradients = void (*)(const GradientSource&, float*, std::ptrdiff_t);

/// The kernels for 1, 2, ... pixels or values.
template <int vectors, int fixedStep, int... smaller>
constexpr std::array<Products, sizeof...(smaller)> productsOf(std::integer_sequence<int, smaller...>)
{
    return {products<vectors, fixedStep, smaller + 1>...};
}
template <int vectors, int... smaller>
constexpr std::array<Gradients, sizeof...(smaller)> gradientsOf(std::integer_sequence<int, smaller...>)
{
    return {gradients<vectors, smaller + 1>...};
}

/// Splits `total` into equal parts, as nearly as may be, of at most `most`: use(first, size).
template <class Use>
HWY_INLINE void inParts(int total, int most, const Use& use)
{
    const int parts = (total + most - 1) / most;
    for (int part = 0; part < parts; ++part) {
        const int first = static_cast<int>(std::int64_t(part) * total / parts);
        use(first, static_cast<int>((std::int64_t(part) + 1) * total / parts) - first);
    }
}

} // namespace reweigh::direct::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
