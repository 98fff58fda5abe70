// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/TileConvolution.h"

#include "core/simd/TileTarget.h"

#include "core/simd/FlatImages-inl.h"
#include "core/simd/TileSteps.h"

namespace reweigh::tiles {
namespace {

// Registers: 0..3 sums, 4 and 5 positions, 6 and 7 weights. With 16 channels in, 5 and 7 are of half the depth.
TileConfig configFor(const ConvShape& shape)
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

/// A source's positions of a block and its weights of a group of output channels.
struct Operand {
    const std::uint16_t* positions; ///< of the block's first position, tap (0, 0) of the image
    const std::uint16_t* weights;
};

constexpr std::size_t weightTile = 512;

/// 4 x 16 positions by 16 output channels, 16 channels in: a row's first two taps are one product, the third is one of
/// half the depth. `between` runs beside the products.
template <typename Between>
inline void multiplyNarrow(const Operand& operand, int pitch, const Between& between)
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

/// 2 x 16 positions by 2 x 16 output channels, or 4 x 16 by 16; channels in are a multiple of 32.
template <int columns, typename Between>
inline void multiplyWide(const Operand& operand, int pitch, int channels, const Between& between)
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

/// Sums of a block, rounded and stored pixel by pixel while the next block is computed.
template <int columns>
class BlockWriter {
public:
    static constexpr int rows = columns == 2 ? 32 : 64;

    /// `targets`: each position's place in y, or a negative number on the border.
    BlockWriter(const std::int32_t* targets, std::uint16_t* y, int rowsAtOnce) : m_targets(targets), m_y(y), m_atOnce(rowsAtOnce) {}

    /// Takes the sums of the positions from `position` on out of the tiles.
    void take(int position, int count)
    {
        m_block ^= 1;
        float* block = m_sums[m_block];
        constexpr long stride = columns * tileBytes;
        _tile_stored(0, block, stride);
        _tile_stored(1, columns == 2 ? block + 16 : block + 256, stride);
        _tile_stored(2, block + 512, stride);
        _tile_stored(3, columns == 2 ? block + 528 : block + 768, stride);
        m_next = 0;
        m_count = count;
        m_position = position;
    }

    void some() { write(std::min(m_count, m_next + m_atOnce)); }
    void rest() { write(m_count); }

private:
    void write(int end)
    {
        const float* sum = m_sums[m_block] + m_next * columns * 16;
        for (; m_next < end; ++m_next, sum += columns * 16) {
            const std::int32_t target = m_targets[m_position + m_next];
            std::uint16_t* to = target < 0 ? m_nowhere : m_y + target;
            if constexpr (columns == 2)
                _mm512_storeu_si512(to, (__m512i)_mm512_cvtne2ps_pbh(_mm512_load_ps(sum + 16), _mm512_load_ps(sum)));
            else
                _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), (__m256i)_mm512_cvtneps_pbh(_mm512_load_ps(sum)));
        }
    }

    alignas(64) float m_sums[2][1024];
    alignas(64) std::uint16_t m_nowhere[32];
    const std::int32_t* m_targets;
    std::uint16_t* m_y;
    int m_atOnce, m_block = 0, m_next = 0, m_count = 0, m_position = 0;
};

/// All positions of the plan for one group of output channels.
template <int columns, typename Multiply>
void columnGroup(const FlatPlan& plan, int channels, const Operand& first, const Operand& second, const std::int32_t* targets,
                 std::uint16_t* y, int rowsAtOnce, const Multiply& multiply)
{
    BlockWriter<columns> writer(targets, y, rowsAtOnce);
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

/// Where each position's output channels go within the images of a plan, or -1 on the border.
void fillTargets(const ConvShape& shape, const FlatPlan& plan, std::int32_t* targets)
{
    std::int32_t pixel = 0;
    for (int position = 0; position < plan.positions; ++position) {
        const int y = position % plan.imagePositions / plan.pitch, x = position % plan.pitch;
        targets[position] = y < shape.height && x < shape.width ? shape.out * pixel++ : -1;
    }
}

/// Images in one chain: as few border positions and left-over rows of tiles as a small buffer allows.
int imagesInChain(const ConvShape& shape)
{
    return std::max(1, 256 / ((shape.height + 1) * (shape.width + 1)));
}

} // namespace

void convolve(const ConvShape& shape, const Source& first, const Source& second, std::uint16_t* y, std::int64_t begin, std::int64_t end)
{
    thread_local Scratch<std::uint16_t> scratch[2];
    thread_local Scratch<std::int32_t> targetScratch;
    const TileConfig config = configFor(shape);
    const FlatPlan plan(shape, imagesInChain(shape));
    const std::size_t values = plan.total() * static_cast<std::size_t>(shape.in);
    std::uint16_t* const flat0 = scratch[0].sized(values);
    std::uint16_t* const flat1 = second.images ? scratch[1].sized(values) : nullptr;
    for (std::uint16_t* flat : {flat0, flat1})
        if (flat)
            clearBorders(shape, plan, shape.in, flat);
    std::int32_t* const targets = targetScratch.sized(static_cast<std::size_t>(plan.positions));
    fillTargets(shape, plan, targets);
    _tile_loadconfig(&config);
    const std::int64_t pixels = static_cast<std::int64_t>(shape.pixels());
    const int columns = columnTiles(shape);
    const std::size_t group = std::size_t(9) * static_cast<std::size_t>(shape.in) * 16 * static_cast<std::size_t>(columns);
    for (std::int64_t image = begin; image < end; image += plan.images) {
        const int count = static_cast<int>(std::min<std::int64_t>(plan.images, end - image));
        const FlatPlan present(shape, count); // the last chain may be shorter
        copyPixels(shape, plan, shape.in, first.images + image * pixels * shape.in, count, flat0);
        if (flat1)
            copyPixels(shape, plan, shape.in, second.images + image * pixels * shape.in, count, flat1);
        asm volatile("" ::: "memory"); // tile loads do not tell the compiler what they read
        for (int out = 0; out < shape.out; out += 16 * columns) {
            const std::size_t weights = static_cast<std::size_t>(out / (16 * columns)) * group;
            const Operand operand0{flat0, first.packed + weights}, operand1{flat1, second.packed + weights};
            std::uint16_t* const target = y + image * pixels * shape.out + out;
            if (shape.in == 16)
                columnGroup<1>(present, shape.in, operand0, operand1, targets, target, 6,
                               [&](const Operand& operand, const auto& between) { multiplyNarrow(operand, plan.pitch, between); });
            else if (columns == 2)
                columnGroup<2>(present, shape.in, operand0, operand1, targets, target, 4,
                               [&](const Operand& operand, const auto& between) { multiplyWide<2>(operand, plan.pitch, shape.in, between); });
            else
                columnGroup<1>(present, shape.in, operand0, operand1, targets, target, 8,
                               [&](const Operand& operand, const auto& between) { multiplyWide<1>(operand, plan.pitch, shape.in, between); });
        }
    }
    _tile_release();
}

} // namespace reweigh::tiles
