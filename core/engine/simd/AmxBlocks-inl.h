// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/AmxSteps.h"
#include "core/engine/simd/FlatImages-inl.h"

#include <type_traits>

namespace reweigh::amx {

// The sizes of the tile registers: 0..3 hold sums, 4 and 5 positions, 6 and 7 weights. With 16 input channels, 5 and 7 have half the
// depth.
inline TileConfig configFor(const ConvShape& shape)
{
    TileConfig config;
    for (int i = 0; i < 8; ++i) {
        config.rows[i] = tileRows;
        config.bytesInRow[i] = tileBytes;
    }
    if (shape.in == 16) {
        config.bytesInRow[5] = tileBytes / 2;
        config.rows[7] = tileRows / 2;
    }
    return config;
}

/// What a block of products reads of one source.
struct Operand {
    const std::uint16_t* positions; ///< input values at the block's first position
    const std::uint16_t* weights;   ///< packed weights of the block's output channels
};

constexpr std::size_t weightTile = 512; ///< values in a tile of weights

/// Multiplies 4 x 16 positions with 16 output channels, for 16 input channels. The first two taps of a filter row are one product, the
/// third is a product of half the depth. between() is called between products, so that its work overlaps with theirs.
template <typename Between> inline void multiplyNarrow(const Operand& operand, int pitch, const Between& between)
{
    const std::uint16_t* b = operand.weights;
    for (int y = -1; y <= 1; ++y) {
        const std::uint16_t* a = operand.positions + (y * pitch - 1) * 16;
        const std::uint16_t* last = a + 32;
        _tile_loadd(6, b, tileBytes);
        _tile_loadd(4, a, 32);
        _tile_dpbf16ps(0, 4, 6);
        _tile_loadd(4, a + 256, 32);
        _tile_dpbf16ps(1, 4, 6);
        between();
        _tile_loadd(4, a + 512, 32);
        _tile_dpbf16ps(2, 4, 6);
        _tile_loadd(4, a + 768, 32);
        _tile_dpbf16ps(3, 4, 6);
        between();
        _tile_loadd(7, b + weightTile, tileBytes);
        _tile_loadd(5, last, 32);
        _tile_dpbf16ps(0, 5, 7);
        _tile_loadd(5, last + 256, 32);
        _tile_dpbf16ps(1, 5, 7);
        between();
        _tile_loadd(5, last + 512, 32);
        _tile_dpbf16ps(2, 5, 7);
        _tile_loadd(5, last + 768, 32);
        _tile_dpbf16ps(3, 5, 7);
        between();
        b += weightTile + weightTile / 2;
    }
}

/// Multiplies 2 x 16 positions with 2 x 16 output channels (columns = 2), or 4 x 16 with 16 (columns = 1), for input channels that
/// are a multiple of 32. between() as above.
template <int columns, typename Between> inline void multiplyWide(const Operand& operand, int pitch, int channels, const Between& between)
{
    const std::uint16_t* b = operand.weights;
    const long stride = channels * 2;
    const int tile = tileRows * channels;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            const std::uint16_t* a = operand.positions + (y * pitch + x) * channels;
            for (int channel = 0; channel < channels; channel += tileDepth, a += tileDepth, b += columns * weightTile) {
                _tile_loadd(6, b, tileBytes);
                _tile_loadd(4, a, stride);
                _tile_dpbf16ps(0, 4, 6);
                if constexpr (columns == 2) {
                    _tile_loadd(7, b + weightTile, tileBytes);
                    _tile_dpbf16ps(1, 4, 7);
                    _tile_loadd(5, a + tile, stride);
                    _tile_dpbf16ps(2, 5, 6);
                    _tile_dpbf16ps(3, 5, 7);
                } else {
                    _tile_loadd(5, a + tile, stride);
                    _tile_dpbf16ps(1, 5, 6);
                    _tile_loadd(4, a + 2 * tile, stride);
                    _tile_dpbf16ps(2, 4, 6);
                    _tile_loadd(5, a + 3 * tile, stride);
                    _tile_dpbf16ps(3, 5, 6);
                }
                between();
            }
        }
}

/// Which sums over pixels a BlockWriter takes: none, of v and v v, or of v and v times the partner's value. See PixelSums.
enum class Sums { None, OfSquares, WithPartner };

/// Rounds the results of a block and stores them pixel by pixel, while the next block is computed.
template <int columns, Sums sums> class BlockWriter {
public:
    static constexpr int rows = columns == 2 ? 32 : 64;

    /// `targets` gives each position's offset in y, or a negative number on the border. `partner` is laid out as y; see PixelSums.
    /// `rowsAtOnce`: pixels that each call of some() stores.
    BlockWriter(const std::int32_t* targets, std::uint16_t* y, const std::uint16_t* partner, int rowsAtOnce)
        : m_targets(targets)
        , m_y(y)
        , m_partner(partner)
        , m_atOnce(rowsAtOnce)
    {
        for (int i = 0; i < columns; ++i)
            m_sum[i] = m_product[i] = _mm512_setzero_ps();
    }

    /// Reads the results of `count` positions, from `position` on, out of the tile registers.
    void take(int position, int count)
    {
        m_present ^= 1;
        float* block = m_block + m_present * 1024;
        constexpr long stride = columns * tileBytes;
        _tile_stored(0, block, stride);
        _tile_stored(1, columns == 2 ? block + 16 : block + 256, stride);
        _tile_stored(2, block + 512, stride);
        _tile_stored(3, columns == 2 ? block + 528 : block + 768, stride);
        m_next = 0;
        m_count = count;
        m_position = position;
    }

    void some() { write(std::min(m_count, m_next + m_atOnce)); } ///< stores the next few pixels
    void rest() { write(m_count); }                              ///< stores all pixels that are left

    /// Adds the sums over the pixels stored so far to sum and product, [16 columns] each.
    void addTo(double* sum, double* product) const
    {
        for (int i = 0; i < columns; ++i)
            for (int lane = 0; lane < 16; ++lane) {
                sum[16 * i + lane] += m_sum[i][lane];
                product[16 * i + lane] += m_product[i][lane];
            }
    }

private:
    void write(int end)
    {
        const float* block = m_block + m_present * 1024 + m_next * columns * 16;
        for (; m_next < end; ++m_next, block += columns * 16) {
            const std::int32_t target = m_targets[m_position + m_next];
            if (target < 0)
                continue;
            if constexpr (columns == 2)
                _mm512_storeu_si512(m_y + target, (__m512i)_mm512_cvtne2ps_pbh(_mm512_load_ps(block + 16), _mm512_load_ps(block)));
            else
                _mm256_storeu_si256(reinterpret_cast<__m256i*>(m_y + target), (__m256i)_mm512_cvtneps_pbh(_mm512_load_ps(block)));
            if constexpr (sums != Sums::None)
                for (int i = 0; i < columns; ++i) {
                    const __m512 v = _mm512_load_ps(block + 16 * i);
                    const __m512 p = sums == Sums::WithPartner ? widened(m_partner + target + 16 * i) : v;
                    m_sum[i] = _mm512_add_ps(m_sum[i], v);
                    m_product[i] = _mm512_fmadd_ps(v, p, m_product[i]);
                }
        }
    }

    static __m512 widened(const std::uint16_t* p)
    {
        const __m256i bits = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16));
    }

    alignas(64) float m_block[2 * 1024];
    __m512 m_sum[columns], m_product[columns];
    const std::int32_t* m_targets;
    std::uint16_t* m_y;
    const std::uint16_t* m_partner;
    int m_atOnce, m_present = 0, m_next = 0, m_count = 0, m_position = 0;
};

/// Computes and stores all positions of the plan for one group of output channels.
template <typename Writer, typename Multiply>
void columnGroup(const FlatPlan& plan, int channels, const Operand& first, const Operand& second, Writer& writer, const Multiply& multiply)
{
    for (int position = 0; position < plan.positions; position += writer.rows) {
        _tile_zero(0);
        _tile_zero(1);
        _tile_zero(2);
        _tile_zero(3);
        const std::size_t at = static_cast<std::size_t>(plan.lead + position) * static_cast<std::size_t>(channels);
        multiply(Operand{first.positions + at, first.weights}, [&] { writer.some(); });
        if (second.positions)
            multiply(Operand{second.positions + at, second.weights}, [&] { writer.some(); });
        writer.rest();
        writer.take(position, std::min(writer.rows, plan.positions - position));
    }
    writer.rest();
}

/// Writes each position's offset in the output [image][height][width][out] to targets [plan.positions], -1 for the border.
inline void fillTargets(const ConvShape& shape, const FlatPlan& plan, std::int32_t* targets)
{
    std::int32_t next = 0;
    for (int row = 0, position = 0; position < plan.positions; ++row) {
        const bool border = row % (shape.height + 1) == shape.height;
        for (int x = 0; x < plan.pitch && position < plan.positions; ++x, ++position) {
            const bool pixel = !border && x < shape.width;
            targets[position] = pixel ? next : -1;
            next += pixel ? shape.out : 0;
        }
    }
}

/// Convolves the images of a plan, which lie in buffers with borders, and writes the results to y.
inline void convolveChain(const ConvShape& shape, const FlatPlan& plan, const Operand& first, const Operand& second,
                          const std::int32_t* targets, std::uint16_t* y, const PixelSums& pixelSums)
{
    const int columns = columnTiles(shape);
    const std::size_t group = std::size_t(9) * static_cast<std::size_t>(shape.in) * 16 * static_cast<std::size_t>(columns);
    for (int out = 0; out < shape.out; out += 16 * columns) {
        const std::size_t weights = static_cast<std::size_t>(out / (16 * columns)) * group;
        const Operand operand0{first.positions, first.weights + weights}, operand1{second.positions, second.weights + weights};
        const auto run = [&](auto columnCount, int rowsAtOnce, const auto& multiply) {
            const auto write = [&](auto sums) {
                BlockWriter<columnCount.value, sums.value> writer(targets, y + out, pixelSums.partner ? pixelSums.partner + out : nullptr,
                                                                  rowsAtOnce);
                columnGroup(plan, shape.in, operand0, operand1, writer, multiply);
                if (pixelSums.sum)
                    writer.addTo(pixelSums.sum + out, pixelSums.product + out);
            };
            if (!pixelSums.sum)
                write(std::integral_constant<Sums, Sums::None>());
            else if (pixelSums.partner)
                write(std::integral_constant<Sums, Sums::WithPartner>());
            else
                write(std::integral_constant<Sums, Sums::OfSquares>());
        };
        using One = std::integral_constant<int, 1>;
        using Two = std::integral_constant<int, 2>;
        if (shape.in == 16)
            run(One(), 6, [&](const Operand& operand, const auto& between) { multiplyNarrow(operand, plan.pitch, between); });
        else if (columns == 2)
            run(Two(), 4, [&](const Operand& operand, const auto& between) { multiplyWide<2>(operand, plan.pitch, shape.in, between); });
        else
            run(One(), 8, [&](const Operand& operand, const auto& between) { multiplyWide<1>(operand, plan.pitch, shape.in, between); });
    }
}

} // namespace reweigh::amx
