// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace reweigh {

/// Computes a 64-bit checksum of bytes that are added in pieces: xxHash64 (Y. Collet, the published algorithm, seed 0), several
/// GB/s on one core. It detects accidental damage, not a deliberate forgery (use Sha256.h against that).
class Checksum {
public:
    void add(std::string_view bytes);
    /// The checksum of all bytes added so far; it does not depend on how they were split into pieces. More may be added afterwards.
    std::uint64_t value() const;
    /// value() in 16 hexadecimal digits.
    std::string text() const;

private:
    void block(const char* bytes);

    static constexpr std::size_t blockBytes = 32;
    std::array<std::uint64_t, 4> m_lanes{0x60ea27eeadc0b5d6, 0xc2b2ae3d27d4eb4f, 0, 0x61c8864e7a143579};
    std::array<char, blockBytes> m_left{}; ///< bytes that do not fill a block yet
    std::size_t m_leftBytes = 0;
    std::uint64_t m_total = 0;
};

} // namespace reweigh
