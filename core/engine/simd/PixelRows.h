// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace reweigh {

/// The pixels a convolution reads, rows of an image, in the convolution's element type: either they lie in memory,
/// or they are computed where they are needed, which saves a pass over memory.
class PixelRows {
public:
    virtual ~PixelRows() = default;
    /// Writes `rows` times `width` pixels, from pixel `first` of the batch on, whose rows then lie `step` bytes apart.
    virtual void write(std::int64_t first, int width, int rows, void* to, std::ptrdiff_t step) const = 0;
};

class StoredPixels : public PixelRows {
public:
    StoredPixels(const void* pixels, std::int64_t bytesOfPixel) : m_pixels(static_cast<const char*>(pixels)), m_bytes(bytesOfPixel) {}

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
