// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/BatchMaker.h"

#include "core/base/Rng.h"

#include <cassert>
#include <stdexcept>

namespace reweigh {
namespace {

template <int Channels>
void copyImage(const std::uint8_t* image, int height, int width, const CropPlacement& at, std::span<int> columns,
               const std::array<float, 256>* value, float* out)
{
    for (int x = 0; x < width; ++x)
        columns[static_cast<std::size_t>(x)] = Channels * sourceColumn(at, x, width);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = image + std::ptrdiff_t(sourceRow(at, y, height)) * width * Channels;
        for (const int column : columns)
            for (int c = 0; c < Channels; ++c)
                *out++ = value[c][row[column + c]];
    }
}

} // namespace

BatchMaker::BatchMaker(const ImageSet& images, const Normalisation& normalisation, bool flip)
    : m_images(images), m_flip(flip), m_value(static_cast<std::size_t>(images.channels))
{
    if (images.height <= cropPadding || images.width <= cropPadding || (images.channels != 1 && images.channels != 3))
        throw std::invalid_argument("BatchMaker: images must be larger than 4x4 and have 1 or 3 channels");
    for (std::size_t c = 0; c < m_value.size(); ++c)
        for (std::size_t x = 0; x < 256; ++x)
            m_value[c][x] = static_cast<float>((double(x) / 255.0 - normalisation.mean[c]) / normalisation.std[c]);
}

/// One mixed word gives all three: 31 bits each for the offsets, one for the mirror.
CropPlacement BatchMaker::placement(std::uint64_t seed, std::uint64_t position) const
{
    constexpr std::uint64_t places = 2 * cropPadding + 1;
    const std::uint64_t word = deriveSeed(seed, position);
    return {static_cast<int>(((word >> 33) * places) >> 31),
            static_cast<int>((((word >> 1) & 0x7fffffffu) * places) >> 31),
            m_flip && (word & 1u) != 0};
}

void BatchMaker::make(std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment, float* out) const
{
    const std::size_t bytes = m_images.imageBytes();
    const auto copy = m_images.channels == 1 ? copyImage<1> : copyImage<3>;
    std::vector<int> columns(static_cast<std::size_t>(m_images.width));
    for (std::size_t position = 0; position < indices.size(); ++position) {
        assert(indices[position] < m_images.size());
        const CropPlacement at = augment ? placement(seed, position) : CropPlacement{};
        copy(m_images.pixels.data() + indices[position] * bytes, m_images.height, m_images.width, at, columns,
             m_value.data(), out + position * bytes);
    }
}

} // namespace reweigh
