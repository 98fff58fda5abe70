// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/AmxConvolution.h"

#include "core/engine/simd/AmxBlocks-inl.h"

namespace reweigh::amx {
namespace {

/// How many images are copied one after another into a buffer and convolved together. The more, the fewer border positions and
/// partly filled tiles; the buffer must stay small enough for the cache.
int imagesInChain(const ConvShape& shape)
{
    return std::max(1, 256 / ((shape.height + 1) * (shape.width + 1)));
}

} // namespace

void convolve(const ConvShape& shape, const Source& first, const Source& second, std::uint16_t* y, const PixelSums& pixelSums,
              std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<std::uint16_t> scratch[2];
    thread_local Scratch<std::int32_t> targetScratch;
    const TileConfig config = configFor(shape);
    const FlatPlan plan(shape, imagesInChain(shape));
    const std::size_t values = plan.total() * static_cast<std::size_t>(shape.in);
    const Source* const sources[2] = {&first, &second};
    std::uint16_t* flat[2] = {};
    for (int i = 0; i < 2; ++i)
        if (sources[i]->pixels) {
            flat[i] = scratch[i].sized(values);
            clearBorders(shape, plan, shape.in, flat[i]);
        }
    std::int32_t* const targets = targetScratch.sized(static_cast<std::size_t>(plan.positions));
    fillTargets(shape, plan, targets);
    _tile_loadconfig(&config);
    for (std::int64_t image = begin; image < end; image += plan.images) {
        const int count = static_cast<int>(std::min<std::int64_t>(plan.images, end - image));
        for (int i = 0; i < 2; ++i)
            if (flat[i])
                copyPixels(shape, plan, shape.in, *sources[i]->pixels, image, count, flat[i]);
        asm volatile("" ::: "memory"); // the compiler does not know what memory tile loads read
        const std::int64_t offset = image * static_cast<std::int64_t>(shape.pixels()) * shape.out;
        PixelSums sums = pixelSums;
        if (sums.partner)
            sums.partner += offset;
        // The last chain may be shorter.
        convolveChain(shape, FlatPlan(shape, count), {flat[0], first.packed}, {flat[1], second.packed}, targets, y + offset, sums);
    }
    _tile_release();
}

} // namespace reweigh::amx
