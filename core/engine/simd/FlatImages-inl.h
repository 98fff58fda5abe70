// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/AmxConvolution.h"
#include "core/engine/simd/AmxTarget.h"
#include "core/engine/simd/Scratch.h"

namespace reweigh::amx {

/// Where the pixels of a few images lie in a buffer with borders (see AmxConvolution.h). Two neighbouring images share the row of
/// zeros between them.
struct FlatPlan {
    FlatPlan(const ConvShape& shape, int imageCount)
        : pitch(shape.width + 1)
        , imagePositions((shape.height + 1) * pitch)
        , images(imageCount)
        , positions(imageCount * imagePositions - pitch)
        , lead(pitch + 1)
    {
    }

    int pitch;          ///< positions per row
    int imagePositions; ///< positions from one image to the next
    int images;
    int positions; ///< positions that are computed
    int lead;      ///< zero positions before the first pixel; as many follow the last, and slack for whole tiles

    std::size_t total() const { return static_cast<std::size_t>(positions + 2 * lead + 3 * tileSlack); } ///< positions of the buffer
    static constexpr int tileSlack = 64;
};

/// Writes zeros to the border positions of the buffer `flat` [plan.total()][channels]; copyPixels() writes the pixels.
inline void clearBorders(const ConvShape& shape, const FlatPlan& plan, int channels, std::uint16_t* flat)
{
    const std::size_t pixel = static_cast<std::size_t>(channels);
    std::memset(flat, 0, static_cast<std::size_t>(plan.lead) * pixel * 2);
    std::uint16_t* at = flat + static_cast<std::size_t>(plan.lead) * pixel;
    for (int image = 0; image < plan.images; ++image, at += static_cast<std::size_t>(plan.imagePositions) * pixel) {
        for (int y = 0; y < shape.height; ++y)
            std::memset(at + static_cast<std::size_t>(y * plan.pitch + shape.width) * pixel, 0, pixel * 2);
        if (image + 1 < plan.images)
            std::memset(at + static_cast<std::size_t>(shape.height * plan.pitch) * pixel, 0,
                        static_cast<std::size_t>(plan.pitch) * pixel * 2);
    }
    const std::size_t end = static_cast<std::size_t>(plan.lead + plan.positions) * pixel;
    std::memset(flat + end, 0, plan.total() * pixel * 2 - end * 2);
}

/// Copies the pixels of `count` images of the batch, from image `image` on, into the buffer `flat`.
inline void copyPixels(const ConvShape& shape, const FlatPlan& plan, int channels, const PixelRows& pixels, std::int64_t image, int count,
                       std::uint16_t* flat)
{
    for (int i = 0; i < count; ++i)
        pixels.write((image + i) * static_cast<std::int64_t>(shape.pixels()), shape.width, shape.height,
                     flat + static_cast<std::ptrdiff_t>(plan.lead + i * plan.imagePositions) * channels,
                     static_cast<std::ptrdiff_t>(plan.pitch) * channels * std::ptrdiff_t(sizeof(std::uint16_t)));
}

} // namespace reweigh::amx
