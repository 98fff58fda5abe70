// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by WinogradConvolution.cpp, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_WINOGRAD_PASSES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_WINOGRAD_PASSES_INL
#undef REWEIGH_WINOGRAD_PASSES_INL
#else
#define REWEIGH_WINOGRAD_PASSES_INL
#endif

#include "core/engine/simd/DirectGrid-inl.h"
#include "core/engine/simd/Scratch.h"
#include "core/engine/simd/TiledImage-inl.h"
#include "core/engine/simd/WinogradConvolution.h"
#include "core/engine/simd/WinogradTiles-inl.h"
#include "core/engine/simd/WinogradWeights-inl.h"

#include <algorithm>
#include <utility>
#include <vector>

HWY_BEFORE_NAMESPACE();
namespace reweigh::winograd::HWY_NAMESPACE {

namespace blocks = direct::HWY_NAMESPACE;

/// The layout of the transformed values of some tiles, [position][tile][channel]; a plane is all values of one position. Planes lie 16
/// values further apart than they are long: at distances that are a power of two they would compete for the same lines of the cache.
struct Planes {
    Planes(int tiles, int channelCount)
        : channels(channelCount)
        , step(std::ptrdiff_t(tiles) * channelCount + 16)
    {
    }

    std::size_t size() const { return static_cast<std::size_t>(positions * step); }

    std::ptrdiff_t channels, step;
};

/// How many rows of tiles are worked on together: as many as fit with their planes in a core's second-level cache, but so many that
/// reading the weights of a position pays off.
inline int rowsTogether(const TiledImage& image, int channels)
{
    constexpr int fewest = 32, values = 4096; // tiles, values of a plane
    return std::max({1, fewest / image.across, static_cast<int>(values / (std::int64_t(image.across) * channels))});
}

/// Transforms the tiles of one row by T and writes them to planes. `from` points to the first value of the first tile.
template <class T> void intoPlanes(const float* from, const TiledImage& image, const Planes& planes, float* to)
{
    const Lanes d;
    const std::ptrdiff_t channels = planes.channels;
    for (int tile = 0; tile < image.across; ++tile, from += 2 * channels, to += channels)
        for (std::ptrdiff_t c = 0; c < channels; c += lanes)
            transform<T>([&](int i, int j) HWY_ATTR { return hn::LoadU(d, from + i * image.rowStep + j * channels + c); },
                         [&](int i, int j, Vector v) HWY_ATTR { hn::StoreU(v, d, to + (4 * i + j) * planes.step + c); });
}

/// Transforms a row of tiles back from planes and writes the outputs to the image `to`; outputs beyond the image are dropped.
inline void fromPlanes(const float* from, const Planes& planes, const TiledImage& image, int row, float* to)
{
    const Lanes d;
    const std::ptrdiff_t channels = planes.channels, toRow = image.width * channels;
    const int rows = std::min(2, image.height - 2 * row);
    to += 2 * row * toRow;
    for (int tile = 0; tile < image.across; ++tile, from += channels, to += 2 * channels) {
        const int columns = std::min(2, image.width - 2 * tile);
        for (std::ptrdiff_t c = 0; c < channels; c += lanes)
            transform<OfOutput>([&](int i, int j) HWY_ATTR { return hn::LoadU(d, from + (4 * i + j) * planes.step + c); },
                                [&](int i, int j, Vector v) HWY_ATTR {
                                    if (i < rows && j < columns)
                                        hn::StoreU(v, d, to + i * toRow + j * channels + c);
                                });
    }
}

/// Calls use(first row, number of rows) for the rows of tiles of the images [begin, end), in parts of nearly equal size, at most
/// rowsTogether().
template <class Use> void forRows(const TiledImage& image, int channels, std::int64_t begin, std::int64_t end, const Use& use)
{
    const std::int64_t first = begin * image.down, rows = end * image.down - first, most = rowsTogether(image, channels);
    const std::int64_t parts = (rows + most - 1) / most;
    for (std::int64_t part = 0; part < parts; ++part) {
        const std::int64_t from = part * rows / parts;
        use(first + from, static_cast<int>((part + 1) * rows / parts - from));
    }
}

/// A copy of one image of the batch, made when its first row of tiles is read.
struct Copy {
    Copy(const PixelRows& source, const TiledImage& shape, Scratch<float>& scratch)
        : pixels(source)
        , image(shape)
        , values(scratch.sized(shape.size()))
    {
        image.clear(values);
    }

    /// Where row `row` of tiles, counted over the batch, begins in the copy, border included.
    const float* at(std::int64_t row)
    {
        if (row / image.down != held) {
            held = row / image.down;
            image.fill(pixels, held, values);
        }
        return values + row % image.down * 2 * image.rowStep;
    }

    const PixelRows& pixels;
    const TiledImage& image;
    float* values;
    std::int64_t held = -1;
};

/// Writes to y, for each position and tile, the sums over the channels of one or two sources of values times weights.
inline void multiply(const float* const* planes, const float* const* packed, int sources, const Planes& from, int tiles, const Planes& to,
                     float* y)
{
    const int in = static_cast<int>(from.channels), out = static_cast<int>(to.channels);
    std::vector<blocks::Run> runs(static_cast<std::size_t>(sources));
    for (int position = 0; position < positions; ++position) {
        for (int i = 0; i < sources; ++i)
            runs[static_cast<std::size_t>(i)] = {planes[i] + position * from.step, packed[i] + std::ptrdiff_t(position) * in * out, 0, in};
        blocks::convolveGrid(runs, in, {1, tiles, 0, from.channels, y + position * to.step, 0, to.channels}, out);
    }
}

inline void Convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<float> copyScratch[2], planeScratch[2], sumScratch;
    const TiledImage image(shape.height, shape.width, shape.in), outImage(shape.height, shape.width, shape.out);
    const int widest = std::max(shape.in, shape.out), mostTiles = rowsTogether(image, widest) * image.across;
    const Planes from(mostTiles, shape.in), to(mostTiles, shape.out);
    std::vector<Copy> copies;
    float* planes[2] = {};
    const float* packed[2] = {};
    for (const Source* source : {&first, &second})
        if (source->pixels) {
            const std::size_t i = copies.size();
            copies.emplace_back(*source->pixels, image, copyScratch[i]);
            planes[i] = planeScratch[i].sized(from.size());
            packed[i] = source->packed;
        }
    float* const sums = sumScratch.sized(to.size());
    forRows(image, widest, begin, end, [&](std::int64_t row, int rows) {
        for (std::size_t i = 0; i < copies.size(); ++i)
            for (int r = 0; r < rows; ++r)
                intoPlanes<OfInput>(copies[i].at(row + r), image, from, planes[i] + r * image.across * from.channels);
        multiply(planes, packed, static_cast<int>(copies.size()), from, rows * image.across, to, sums);
        for (int r = 0; r < rows; ++r)
            fromPlanes(sums + r * image.across * to.channels, to, outImage, static_cast<int>((row + r) % image.down),
                       y + (row + r) / image.down * shape.outPixels() * shape.out);
    });
}

/// Adds to `sums`, for each position, the products of every input channel with every output channel, summed over the tiles.
inline void addGradient(const ConvShape& shape, const float* x, const Planes& ofX, const float* dy, const Planes& ofDy, int tiles,
                        float* sums)
{
    for (int position = 0; position < positions; ++position)
        blocks::forVectors(shape.out, [&](int first, auto vectors) {
            constexpr int v = decltype(vectors)::value;
            static constexpr auto kernels = blocks::gradientsOf<v>(std::make_integer_sequence<int, blocks::most<v>>());
            const blocks::WeightColumns columns = blocks::columnsAt(first, shape.out, shape.in);
            blocks::GradientSource from{nullptr, dy + position * ofDy.step + first, 0, ofX.channels, 0, ofDy.channels, lanes, 1, tiles};
            float* const to = sums + std::ptrdiff_t(position) * shape.in * shape.out + columns.offset;
            blocks::inParts(shape.in, blocks::most<v>, [&](int k, int size) {
                from.x = x + position * ofX.step + k;
                kernels[static_cast<std::size_t>(size - 1)](from, to + k * columns.outputs, columns.outputs);
            });
        });
}

inline void Differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives,
                          std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<float> copyScratch[2], xScratch, dyScratch, planeScratch, sumScratch, gradientScratch;
    const TiledImage image(shape.height, shape.width, shape.in), outImage(shape.height, shape.width, shape.out);
    const int widest = std::max(shape.in, shape.out), mostTiles = rowsTogether(image, widest) * image.across;
    const Planes ofIn(mostTiles, shape.in), ofOut(mostTiles, shape.out);
    Copy xCopy(x, image, copyScratch[0]), dyCopy(dy, outImage, copyScratch[1]);
    float* const xPlanes = xScratch.sized(ofIn.size());
    float* const dyPlanes = dyScratch.sized(ofOut.size());
    float* const turnedPlanes = planeScratch.sized(ofOut.size());
    float* const sums = sumScratch.sized(ofIn.size());
    float* const gradient = gradientScratch.sized(winograd::packedSize(shape));
    std::fill_n(gradient, winograd::packedSize(shape), 0.0f);
    forRows(image, widest, begin, end, [&](std::int64_t row, int rows) {
        for (int r = 0; r < rows; ++r) {
            const std::ptrdiff_t in = r * image.across * ofIn.channels, out = r * image.across * ofOut.channels;
            intoPlanes<OfInput>(xCopy.at(row + r), image, ofIn, xPlanes + in);
            const float* const derivative = dyCopy.at(row + r);
            intoPlanes<OfDerivative>(derivative + outImage.rowStep + ofOut.channels, outImage, ofOut, dyPlanes + out);
            if (derivatives.input)
                intoPlanes<OfInput>(derivative, outImage, ofOut, turnedPlanes + out);
        }
        const int tiles = rows * image.across;
        addGradient(shape, xPlanes, ofIn, dyPlanes, ofOut, tiles, gradient);
        if (!derivatives.input)
            return;
        multiply(&turnedPlanes, &derivatives.turned, 1, ofOut, tiles, ofIn, sums);
        for (int r = 0; r < rows; ++r)
            fromPlanes(sums + r * image.across * ofIn.channels, ofIn, image, static_cast<int>((row + r) % image.down),
                       derivatives.input + (row + r) / image.down * shape.inPixels() * shape.in);
    });
    addFilters(shape, gradient, derivatives.weights);
}

} // namespace reweigh::winograd::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
