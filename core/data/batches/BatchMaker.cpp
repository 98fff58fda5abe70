// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batches/BatchMaker.h"

#include "core/base/Rng.h"

#include <cassert>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace reweigh {
namespace {

/// Mean and standard deviation per channel over all pixels, in units where 255 is 1. The integer sums are exact: they stay far below 2^64.
Normalisation measured(const ImageSet& images)
{
    Normalisation result;
    const std::size_t channels = static_cast<std::size_t>(images.channels);
    for (std::size_t c = 0; c < channels; ++c) {
        std::uint64_t count = 0, sum = 0, squares = 0;
        for (std::size_t i = c; i < images.pixels.size(); i += channels, ++count) {
            const std::uint64_t x = images.pixels[i];
            sum += x;
            squares += x * x;
        }
        if (count == 0)
            continue;
        const double mean = double(sum) / double(count);
        const double variance = double(squares) / double(count) - mean * mean;
        result.mean[c] = mean / 255.0;
        result.std[c] = variance > 0.0 ? std::sqrt(variance) / 255.0 : 1.0; // a constant channel is only centred
    }
    return result;
}

} // namespace

Normalisation normalisationFor(const DataSource& source)
{
    const DataSetRow* row = dataSetRow(source.name);
    return row && row->normalisation ? *row->normalisation : measured(source.train);
}

bool mayFlip(const DataSource& source)
{
    const DataSetRow* row = dataSetRow(source.name);
    return !row || row->mirrors;
}

std::vector<std::uint32_t> batchOrder(std::size_t n, std::uint64_t seed, int epoch)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    Rng(deriveSeed(seed, static_cast<std::uint64_t>(epoch)), "batch-order").shuffle(std::span(order));
    return order;
}

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
    : m_images(images)
    , m_flip(flip)
    , m_value(static_cast<std::size_t>(images.channels))
{
    if (images.height <= cropPadding || images.width <= cropPadding || (images.channels != 1 && images.channels != 3))
        throw std::invalid_argument("BatchMaker: images must be larger than 4x4 and have 1 or 3 channels");
    for (std::size_t c = 0; c < m_value.size(); ++c)
        for (std::size_t x = 0; x < 256; ++x)
            m_value[c][x] = static_cast<float>((double(x) / 255.0 - normalisation.mean[c]) / normalisation.std[c]);
}

/// One random 64-bit word gives all three values: 31 bits for each offset and one bit for mirroring.
CropPlacement BatchMaker::placement(std::uint64_t seed, std::uint64_t position) const
{
    constexpr std::uint64_t places = 2 * cropPadding + 1;
    const std::uint64_t word = deriveSeed(seed, position);
    return {static_cast<int>(((word >> 33) * places) >> 31), static_cast<int>((((word >> 1) & 0x7fffffffu) * places) >> 31),
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
        copy(m_images.pixels.data() + indices[position] * bytes, m_images.height, m_images.width, at, columns, m_value.data(),
             out + position * bytes);
    }
}

} // namespace reweigh
