// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace reweigh::direct {

/// The layout of a copy of an image with `border` rows and columns of zeros around it: [block][row][column][channel], in blocks of 16
/// channels. Fewer than 16 channels are one block.
struct PaddedImage {
    static constexpr int depthOf(int channels) { return std::min(channels, 16); }

    PaddedImage(int rows, int columns, int channels, int zeros)
        : height(rows)
        , width(columns)
        , border(zeros)
        , depth(depthOf(channels))
        , blocks(channels / depth)
        , rowStep(std::ptrdiff_t(width + 2 * border) * depth)
        , blockStep((height + 2 * border) * rowStep)
    {
    }

    std::size_t size() const { return static_cast<std::size_t>(blocks * blockStep); }
    std::size_t rowSize() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(depth * blocks); }
    std::ptrdiff_t at(int block, int row, int column) const
    {
        return block * blockStep + (border + row) * rowStep + std::ptrdiff_t(border + column) * depth;
    }

    /// Writes size() zeros. fill() does not touch the border.
    void clear(float* to) const { std::fill_n(to, size(), 0.0f); }

    /// Copies image `image` of the batch to `to`. `row` is working memory for rowSize() values.
    void fill(const PixelRows& pixels, std::int64_t image, float* row, float* to) const
    {
        const std::int64_t first = image * height * width;
        if (blocks == 1) {
            pixels.write(first, width, height, to + at(0, 0, 0), rowStep * std::ptrdiff_t(sizeof(float)));
            return;
        }
        for (int y = 0; y < height; ++y) {
            pixels.write(first + std::int64_t(y) * width, width, 1, row, 0);
            for (int block = 0; block < blocks; ++block) {
                const float* from = row + block * depth;
                float* target = to + at(block, y, 0);
                for (int x = 0; x < width; ++x, from += blocks * depth, target += depth)
                    std::memcpy(target, from, 16 * sizeof(float));
            }
        }
    }

    int height, width, border;
    int depth, blocks;
    std::ptrdiff_t rowStep, blockStep;
};

} // namespace reweigh::direct
