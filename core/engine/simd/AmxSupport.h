// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace reweigh::amx {

/// The sizes of the eight tile registers in the format of the processor's LDTILECFG instruction (palette 1).
struct alignas(64) TileConfig {
    std::uint8_t palette = 1;
    std::uint8_t startRow = 0;
    std::uint8_t reserved[14] = {};
    std::uint16_t bytesInRow[16] = {};
    std::uint8_t rows[16] = {};
};

constexpr int tileRows = 16;  ///< rows of a tile: positions, or channels
constexpr int tileBytes = 64; ///< bytes per row: 32 bfloat16, or 16 fp32
constexpr int tileDepth = 32; ///< bfloat16 products that one tile product adds up per sum

} // namespace reweigh::amx
