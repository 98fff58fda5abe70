// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by WinogradConvolution.cpp, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_WINOGRAD_WEIGHTS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_WINOGRAD_WEIGHTS_INL
#undef REWEIGH_WINOGRAD_WEIGHTS_INL
#else
#define REWEIGH_WINOGRAD_WEIGHTS_INL
#endif

#include "core/engine/simd/WinogradConvolution.h"
#include "core/engine/simd/WinogradTiles-inl.h"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace reweigh::winograd::HWY_NAMESPACE {

/// Calls use(row, first column, number of columns, offset) for the rows [begin, end) of weights that are stored as
/// [group of columns][row][column].
template <class Use> void forColumns(int begin, int end, int rowCount, int columnCount, const Use& use)
{
    for (int first = 0; first < columnCount; first += direct::outputGroup) {
        const int columns = std::min(direct::outputGroup, columnCount - first);
        for (int row = begin; row < end; ++row)
            use(row, first, columns, std::ptrdiff_t(first) * rowCount + std::ptrdiff_t(row) * columns);
    }
}

/// Transforms the filters of `columns` neighbouring channels, [3][3][channel] with taps `step` values apart, and writes them to `to`,
/// positions `positionStep` values apart. `turned` rotates them by 180 degrees.
inline void packColumns(const float* filters, std::ptrdiff_t step, bool turned, int columns, std::ptrdiff_t positionStep, float* to)
{
    const Lanes d;
    for (int c = 0; c < columns; c += lanes)
        transform<OfFilter>([&](int i, int j) HWY_ATTR { return hn::LoadU(d, filters + (turned ? 8 - 3 * i - j : 3 * i + j) * step + c); },
                            [&](int i, int j, Vector v) HWY_ATTR { hn::StoreU(v, d, to + (4 * i + j) * positionStep + c); });
}

inline void PackWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    const std::ptrdiff_t in = shape.in, positionStep = in * shape.out;
    forColumns(begin, end, shape.in, shape.out, [&](int input, int first, int outputs, std::ptrdiff_t at) {
        float filters[9][direct::outputGroup];
        for (int o = 0; o < outputs; ++o)
            for (int tap = 0; tap < 9; ++tap)
                filters[tap][o] = weights[((first + o) * 9 + tap) * in + input];
        packColumns(filters[0], direct::outputGroup, false, outputs, positionStep, packed + at);
    });
}

inline void PackTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    const std::ptrdiff_t in = shape.in, positionStep = in * shape.out;
    forColumns(begin, end, shape.out, shape.in, [&](int output, int first, int inputs, std::ptrdiff_t at) {
        packColumns(weights + output * 9 * in + first, in, true, inputs, positionStep, packed + at);
    });
}

/// Adds Gᵀ u G to `gradient`, in direct::packWeights()'s order, for the sums u at each position.
inline void addFilters(const ConvShape& shape, const float* sums, float* gradient)
{
    const Lanes d;
    const std::ptrdiff_t positionStep = std::ptrdiff_t(shape.in) * shape.out;
    forColumns(0, shape.in, shape.in, shape.out, [&](int input, int first, int outputs, std::ptrdiff_t at) {
        float* const filters =
            gradient + std::ptrdiff_t(first) * shape.depth() + std::ptrdiff_t(input / 16 * 9 * 16 + input % 16) * outputs;
        for (int c = 0; c < outputs; c += lanes)
            transform<OfGradient>([&](int i, int j) HWY_ATTR { return hn::LoadU(d, sums + (4 * i + j) * positionStep + at + c); },
                                  [&](int i, int j, Vector v) HWY_ATTR {
                                      float* const to = filters + (3 * i + j) * 16 * outputs + c;
                                      hn::StoreU(hn::Add(hn::LoadU(d, to), v), d, to);
                                  });
    });
}

} // namespace reweigh::winograd::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
