// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by DirectConvolution.cpp and WinogradConvolution.cpp, hence a guard per target in place of
// #pragma once.
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

/// How many sums per vector of outputs a block keeps in registers, which must hold its operands too.
template <int vectors> constexpr int most = vectors == 1 ? (manyRegisters ? 16 : 12) : (manyRegisters ? 14 : 6);

/// `length` neighbouring values of x, and the rows of the weight matrix that they are multiplied with.
struct Run {
    const float* x;
    const float* packed;  ///< packed weights
    std::ptrdiff_t depth; ///< first row of the weights
    int length;           ///< of x, and rows of the weights
};

/// The columns of the weights that a block works on: they begin at `offset`, and a row of their group has `outputs` values.
struct WeightColumns {
    std::ptrdiff_t offset, outputs;
};

/// Writes y[p] = sum over the runs of x[at + p step + k] weights[k], for `pixels` pixels p, yStep values apart, and `vectors` vectors of
/// outputs. `fixedStep` is `step` if that is known at compile time, else 0.
template <int vectors, int fixedStep, int pixels>
void products(const Run* runs, int count, const WeightColumns& columns, std::ptrdiff_t at, std::ptrdiff_t step, float* y,
              std::ptrdiff_t yStep)
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

/// What a block of a weight gradient reads: pixels (r, p) of x and dy, r < rows and p < columns, at r xRow + p xStep and r dyRow +
/// p dyStep. Vectors of a pixel of dy are `vectorStep` values apart.
struct GradientSource {
    const float *x, *dy;
    std::ptrdiff_t xRow, xStep, dyRow, dyStep, vectorStep;
    int rows, columns;
};

/// Adds to sums[k] the sum over the pixels of x[k] dy, for `values` values k of x and `vectors` vectors of dy. A row of `sums` has
/// `outputs` values.
template <int vectors, int values> void gradients(const GradientSource& from, float* sums, std::ptrdiff_t outputs)
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

/// Tables of the kernels above for 1, 2, ... pixels or values.
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

/// Splits 0 .. total into parts of nearly equal size, at most `most`, and calls use(first, size) for each.
template <class Use> HWY_INLINE void inParts(int total, int most, const Use& use)
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
