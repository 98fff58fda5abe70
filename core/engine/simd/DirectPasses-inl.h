// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by DirectConvolution.cpp, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_DIRECT_PASSES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_DIRECT_PASSES_INL
#undef REWEIGH_DIRECT_PASSES_INL
#else
#define REWEIGH_DIRECT_PASSES_INL
#endif

#include "core/engine/simd/DirectConvolution.h"
#include "core/engine/simd/DirectGrid-inl.h"
#include "core/engine/simd/PaddedImage-inl.h"
#include "core/engine/simd/Scratch.h"

#include <vector>

HWY_BEFORE_NAMESPACE();
namespace reweigh::direct::HWY_NAMESPACE {

/// Appends a run for each row of the filter and each block of channels, over the copy x of an image.
inline void appendRuns(const ConvShape& shape, const PaddedImage& image, const float* x, const float* packed, std::vector<Run>& runs)
{
    const int length = shape.kernel * image.depth;
    int depth = 0;
    for (int block = 0; block < image.blocks; ++block)
        for (int row = 0; row < shape.kernel; ++row, depth += length)
            runs.push_back({x + block * image.blockStep + row * image.rowStep, packed, depth, length});
}

inline void Convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<float> scratch[2], rowScratch;
    const PaddedImage plan(shape.height, shape.width, shape.in, shape.padding());
    const Source* const sources[2] = {&first, &second};
    float* const row = rowScratch.sized(plan.rowSize());
    float* copies[2] = {};
    std::vector<Run> runs;
    for (int i = 0; i < 2; ++i)
        if (sources[i]->pixels) {
            copies[i] = scratch[i].sized(plan.size());
            plan.clear(copies[i]);
            appendRuns(shape, plan, copies[i], sources[i]->packed, runs);
        }
    const std::ptrdiff_t out = shape.out;
    Grid grid{shape.outHeight(),
              shape.outWidth(),
              shape.stride * plan.rowStep,
              std::ptrdiff_t(shape.stride) * plan.depth,
              y + begin * shape.outPixels() * out,
              shape.outWidth() * out,
              out};
    for (std::int64_t image = begin; image < end; ++image, grid.y += shape.outPixels() * out) {
        for (int i = 0; i < 2; ++i)
            if (copies[i])
                plan.fill(*sources[i]->pixels, image, row, copies[i]);
        convolveGrid(runs, shape.depth(), grid, shape.out);
    }
}

/// The input pixels whose row and column leave given remainders when divided by the stride. All of them are multiplied with the same
/// taps of the filter, so that their derivatives are one convolution.
struct Phase {
    Phase(const ConvShape& shape, const PaddedImage& dy, const float* copy, const float* turned, int row, int column)
        : rows((shape.height - row + shape.stride - 1) / shape.stride)
        , columns((shape.width - column + shape.stride - 1) / shape.stride)
        , offset((std::ptrdiff_t(row) * shape.width + column) * shape.in)
    {
        const int p = shape.padding(), s = shape.stride;
        int depth = 0;
        for (int block = 0; block < dy.blocks; ++block)
            for (int a = 0; a < shape.kernel; ++a)
                for (int b = 0; b < shape.kernel; ++b, depth += dy.depth)
                    if ((row + p - a) % s == 0 && (column + p - b) % s == 0)
                        runs.push_back({copy + dy.at(block, (row + p - a) / s, (column + p - b) / s), turned, depth, dy.depth});
    }

    int rows, columns;
    std::ptrdiff_t offset; ///< of the first pixel in an image
    std::vector<Run> runs;
};

/// Adds the weight gradient of one image to `sums`, from the copies of the image and of its dy.
inline void addGradient(const ConvShape& shape, const PaddedImage& image, const float* x, const PaddedImage& derivative, const float* dy,
                        float* sums)
{
    const int length = shape.kernel * image.depth;
    forVectors(shape.out, [&](int first, auto vectors) {
        constexpr int v = decltype(vectors)::value;
        static constexpr auto kernels = gradientsOf<v>(std::make_integer_sequence<int, most<v>>());
        const WeightColumns columns = columnsAt(first, shape.out, shape.depth());
        GradientSource from{x,
                            dy + derivative.at(first / 16, 0, 0) + first % 16,
                            shape.stride * image.rowStep,
                            std::ptrdiff_t(shape.stride) * image.depth,
                            derivative.rowStep,
                            derivative.depth,
                            lanes == 16 ? derivative.blockStep : lanes,
                            shape.outHeight(),
                            shape.outWidth()};
        float* to = sums + columns.offset;
        for (int block = 0; block < image.blocks; ++block)
            for (int row = 0; row < shape.kernel; ++row)
                inParts(length, most<v>, [&](int k, int size) {
                    from.x = x + block * image.blockStep + row * image.rowStep + k;
                    kernels[static_cast<std::size_t>(size - 1)](from, to, columns.outputs);
                    to += std::ptrdiff_t(size) * columns.outputs;
                });
    });
}

inline void Differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives,
                          std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<float> xScratch, dyScratch, rowScratch;
    const PaddedImage image(shape.height, shape.width, shape.in, shape.padding());
    const PaddedImage derivative(shape.outHeight(), shape.outWidth(), shape.out, shape.padding());
    float* const row = rowScratch.sized(std::max(image.rowSize(), derivative.rowSize()));
    float* const xCopy = xScratch.sized(image.size());
    float* const dyCopy = dyScratch.sized(derivative.size());
    image.clear(xCopy);
    derivative.clear(dyCopy);
    std::vector<Phase> phases;
    if (derivatives.input)
        for (int phase = 0; phase < shape.stride * shape.stride; ++phase)
            phases.emplace_back(shape, derivative, dyCopy, derivatives.turned, phase / shape.stride, phase % shape.stride);
    const std::ptrdiff_t in = shape.in;
    for (std::int64_t i = begin; i < end; ++i) {
        derivative.fill(dy, i, row, dyCopy);
        for (const Phase& phase : phases)
            convolveGrid(phase.runs, shape.turnedDepth(),
                         {phase.rows, phase.columns, derivative.rowStep, derivative.depth,
                          derivatives.input + i * shape.inPixels() * in + phase.offset, shape.stride * shape.width * in, shape.stride * in},
                         shape.in);
        image.fill(x, i, row, xCopy);
        addGradient(shape, image, xCopy, derivative, dyCopy, derivatives.weights);
    }
}

} // namespace reweigh::direct::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
