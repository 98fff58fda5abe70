// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

namespace reweigh::tiles {

/// The pixels a convolution reads, row by row of an image, as bits of bfloat16: either they lie in memory, or they are
/// computed where they are needed, which saves a pass over memory.
class PixelRows {
public:
    virtual ~PixelRows() = default;
    /// Writes `count` pixels from pixel `first` of the batch on.
    virtual void write(std::int64_t first, std::int64_t count, std::uint16_t* to) const = 0;
};

class StoredPixels : public PixelRows {
public:
    StoredPixels(const std::uint16_t* pixels, std::int64_t channels) : m_pixels(pixels), m_channels(channels) {}

    void write(std::int64_t first, std::int64_t count, std::uint16_t* to) const override
    {
        std::memcpy(to, m_pixels + first * m_channels, static_cast<std::size_t>(count * m_channels) * sizeof(std::uint16_t));
    }

private:
    const std::uint16_t* m_pixels;
    std::int64_t m_channels;
};

} // namespace reweigh::tiles
