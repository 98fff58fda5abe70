// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_DIRECT_GRID_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_DIRECT_GRID_INL
#undef REWEIGH_DIRECT_GRID_INL
#else
#define REWEIGH_DIRECT_GRID_INL
#endif

#include "core/engine/simd/DirectBlocks-inl.h"
#include "core/engine/simd/DirectConvolution.h"

#include <algorithm>
#include <type_traits>
#include <vector>

HWY_BEFORE_NAMESPACE();
namespace reweigh::direct::HWY_NAMESPACE {

/// Output pixels in rows and columns. Pixel (r, p) reads the input's copy at r xRow + p xStep and is written to y + r yRow + p yStep.
struct Grid {
    int rows, columns;
    std::ptrdiff_t xRow, xStep;
    float* y;
    std::ptrdiff_t yRow, yStep;
};

/// Computes `vectors` vectors of outputs at all pixels of the grid. `fixedStep` is grid.xStep if that is known at compile time, else 0.
template <int vectors, int fixedStep> void productsOfVectors(const std::vector<Run>& runs, const WeightColumns& columns, const Grid& grid)
{
    // A step that is not known at compile time takes one more register per pixel.
    constexpr int atOnce = fixedStep > 0 ? most<vectors> : std::min(most<vectors>, 6);
    static constexpr auto kernels = productsOf<vectors, fixedStep>(std::make_integer_sequence<int, atOnce>());
    for (int row = 0; row < grid.rows; ++row)
        inParts(grid.columns, atOnce, [&](int first, int size) {
            kernels[static_cast<std::size_t>(size - 1)](runs.data(), static_cast<int>(runs.size()), columns,
                                                        row * grid.xRow + first * grid.xStep, grid.xStep,
                                                        grid.y + row * grid.yRow + first * grid.yStep, grid.yStep);
        });
}

/// Where the weights of the output channels from `first` on begin, in weights of `depth` rows and `outputs` columns.
inline WeightColumns columnsAt(int first, int outputs, std::ptrdiff_t depth)
{
    const int group = first / outputGroup * outputGroup;
    return {group * depth + first - group, std::min(outputGroup, outputs - group)};
}

/// Calls use(first output, number of vectors as a compile-time constant) for every one or two vectors of outputs. No call crosses from
/// one group of outputs into the next.
template <class Use> void forVectors(int outputs, const Use& use)
{
    for (int first = 0; first < outputs;) {
        const int left = std::min(outputGroup - first % outputGroup, outputs - first);
        if (left >= 2 * lanes) {
            use(first, std::integral_constant<int, 2>());
            first += 2 * lanes;
        } else {
            use(first, std::integral_constant<int, 1>());
            first += lanes;
        }
    }
}

/// Computes all outputs at the grid's pixels from the runs, for filters of `depth` values.
inline void convolveGrid(const std::vector<Run>& runs, std::ptrdiff_t depth, Grid grid, int outputs)
{
    forVectors(outputs, [&](int first, auto vectors) {
        constexpr int v = decltype(vectors)::value;
        const WeightColumns columns = columnsAt(first, outputs, depth);
        switch (grid.xStep) {
        case 16: productsOfVectors<v, 16>(runs, columns, grid); break;
        case 32: productsOfVectors<v, 32>(runs, columns, grid); break;
        case 64: productsOfVectors<v, 64>(runs, columns, grid); break;
        default: productsOfVectors<v, 0>(runs, columns, grid);
        }
        grid.y += v * lanes;
    });
}

} // namespace reweigh::direct::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
