// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace reweigh {

/// A source of the pixels that a convolution reads, in the convolution's element type (fp32 or bfloat16), all channels of a pixel
/// together. Pixels either lie in memory, or they are computed when they are read, which saves a pass over memory. Pixels are numbered
/// over images, rows and columns of the batch. Immutable; may be used on any thread.
class PixelRows {
public:
    virtual ~PixelRows() = default;
    /// Writes `rows` times `width` consecutive pixels, from pixel number `first` of the batch on. In `to`, the pixels of a row lie
    /// together and rows begin `step` bytes apart.
    virtual void write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const = 0;
};

/// Pixels that lie in memory one after another, of `bytesOfPixel` bytes each. The memory must outlive the object.
class StoredPixels : public PixelRows {
public:
    StoredPixels(const void* pixels, std::int64_t bytesOfPixel)
        : m_pixels(static_cast<const char*>(pixels))
        , m_bytes(bytesOfPixel)
    {
    }

    void write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const override
    {
        const char* from = m_pixels + first * m_bytes;
        for (int row = 0; row < rows; ++row, from += width * m_bytes)
            std::memcpy(static_cast<char*>(to) + row * step, from, static_cast<std::size_t>(width * m_bytes));
    }

private:
    const char* m_pixels;
    std::int64_t m_bytes;
};

} // namespace reweigh
