// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace reweigh::amx {

/// The tiles' extents as the processor wants them told (palette 1).
struct alignas(64) TileConfig {
    std::uint8_t palette = 1;
    std::uint8_t startRow = 0;
    std::uint8_t reserved[14] = {};
    std::uint16_t bytesInRow[16] = {};
    std::uint8_t rows[16] = {};
};

constexpr int tileRows = 16;     ///< positions, or channels
constexpr int tileBytes = 64;    ///< of a row: 32 bfloat16, or 16 fp32
constexpr int tileDepth = 32;    ///< bfloat16 products summed by one tile product

} // namespace reweigh::amx
