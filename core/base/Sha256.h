// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace reweigh {

/// Computes the SHA-256 (FIPS 180-4) of all bytes given to `update`.
class Sha256 {
public:
    using Digest = std::array<std::uint8_t, 32>;

    void update(std::string_view bytes);
    Digest finish(); ///< ends the message; the object cannot be used again

private:
    void compress(const std::uint8_t* block);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_block{};
    std::size_t m_filled = 0;   ///< bytes of m_block that wait for the rest of the block
    std::uint64_t m_length = 0; ///< bytes in all
};

/// The digest as 64 lower-case hexadecimal digits.
std::string hexOf(const Sha256::Digest& digest);

} // namespace reweigh
