// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace reweigh {

/// The pixels a convolution reads, row by row of an image, in the convolution's element type: either they lie in memory,
/// or they are computed where they are needed, which saves a pass over memory.
class PixelRows {
public:
    virtual ~PixelRows() = default;
    /// Writes `count` pixels from pixel `first` of the batch on.
    virtual void write(std::int64_t first, std::int64_t count, void* to) const = 0;
};

class StoredPixels : public PixelRows {
public:
    StoredPixels(const void* pixels, std::int64_t bytesOfPixel) : m_pixels(static_cast<const char*>(pixels)), m_bytes(bytesOfPixel) {}

    void write(std::int64_t first, std::int64_t count, void* to) const override
    {
        std::memcpy(to, m_pixels + first * m_bytes, static_cast<std::size_t>(count * m_bytes));
    }

private:
    const char* m_pixels;
    std::int64_t m_bytes;
};

} // namespace reweigh
