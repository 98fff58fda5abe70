// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <algorithm>
#include <cstddef>

namespace reweigh::winograd {

/// The layout of a copy of an image, [row][column][channel], with zeros around it: a border of one pixel, and at the bottom and right
/// the pixels that the last tiles of 2x2 outputs reach beyond the image.
struct TiledImage {
    TiledImage(int rows, int columns, int channelCount)
        : height(rows)
        , width(columns)
        , channels(channelCount)
        , down((rows + 1) / 2)
        , across((columns + 1) / 2)
        , rowStep(std::ptrdiff_t(2 * across + 2) * channelCount)
    {
    }

    std::size_t size() const { return static_cast<std::size_t>((2 * down + 2) * rowStep); }

    /// Writes size() zeros. fill() does not touch those around the image.
    void clear(float* to) const { std::fill_n(to, size(), 0.0f); }

    /// Copies image `image` of the batch to `to`.
    void fill(const PixelRows& pixels, std::int64_t image, float* to) const
    {
        pixels.write(image * height * width, width, height, to + rowStep + channels, rowStep * std::ptrdiff_t(sizeof(float)));
    }

    int height, width, channels;
    int down, across; ///< number of tiles per column and per row
    std::ptrdiff_t rowStep;
};

} // namespace reweigh::winograd
