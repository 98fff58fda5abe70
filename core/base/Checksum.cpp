// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Checksum.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace reweigh {
namespace {

static_assert(std::endian::native == std::endian::little, "the algorithm reads little-endian words");

constexpr std::uint64_t prime1 = 0x9e3779b185ebca87, prime2 = 0xc2b2ae3d27d4eb4f, prime3 = 0x165667b19e3779f9, prime4 = 0x85ebca77c2b2ae63,
                        prime5 = 0x27d4eb2f165667c5;

template <typename Word> std::uint64_t word(const char* bytes)
{
    Word value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t input)
{
    return std::rotl(lane + input * prime2, 31) * prime1;
}

} // namespace

void Checksum::block(const char* bytes)
{
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        m_lanes[i] = mixed(m_lanes[i], word<std::uint64_t>(bytes + 8 * i));
}

void Checksum::add(std::string_view bytes)
{
    m_total += bytes.size();
    if (m_leftBytes > 0) {
        const std::size_t taken = std::min(bytes.size(), blockBytes - m_leftBytes);
        std::copy_n(bytes.data(), taken, m_left.data() + m_leftBytes);
        m_leftBytes += taken;
        bytes.remove_prefix(taken);
        if (m_leftBytes < blockBytes)
            return;
        block(m_left.data());
        m_leftBytes = 0;
    }
    for (; bytes.size() >= blockBytes; bytes.remove_prefix(blockBytes))
        block(bytes.data());
    std::copy_n(bytes.data(), bytes.size(), m_left.data());
    m_leftBytes = bytes.size();
}

std::uint64_t Checksum::value() const
{
    std::uint64_t hash = prime5;
    if (m_total >= blockBytes) {
        hash = std::rotl(m_lanes[0], 1) + std::rotl(m_lanes[1], 7) + std::rotl(m_lanes[2], 12) + std::rotl(m_lanes[3], 18);
        for (const std::uint64_t lane : m_lanes)
            hash = (hash ^ mixed(0, lane)) * prime1 + prime4;
    }
    hash += m_total;
    const char* at = m_left.data();
    std::size_t left = m_leftBytes;
    for (; left >= 8; at += 8, left -= 8)
        hash = std::rotl(hash ^ mixed(0, word<std::uint64_t>(at)), 27) * prime1 + prime4;
    for (; left >= 4; at += 4, left -= 4)
        hash = std::rotl(hash ^ word<std::uint32_t>(at) * prime1, 23) * prime2 + prime3;
    for (; left > 0; ++at, --left)
        hash = std::rotl(hash ^ word<std::uint8_t>(at) * prime5, 11) * prime1;
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}

std::string Checksum::text() const
{
    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[value() >> shift & 0xf];
    return text;
}

} // namespace reweigh
