// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace reweigh {
namespace {

std::uint64_t splitmix(std::uint64_t& x)
{
    std::uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// FNV-1a, enough to tell stream names apart; splitmix64 does the mixing.
std::uint64_t hashName(std::string_view name)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace

std::uint64_t deriveSeed(std::uint64_t seed, std::uint64_t index)
{
    std::uint64_t x = seed;
    const std::uint64_t mixed = splitmix(x);
    x = mixed ^ (index * 0xd1342543de82ef95ULL + 0x2545f4914f6cdd1dULL);
    return splitmix(x);
}

std::uint64_t deriveSeed(std::uint64_t seed, std::string_view name)
{
    return deriveSeed(seed, hashName(name));
}

Rng::Rng(std::uint64_t seed, std::string_view stream)
{
    std::uint64_t x = stream.empty() ? seed : deriveSeed(seed, stream);
    for (std::uint64_t& word : m_state)
        word = splitmix(x);
}

std::uint64_t Rng::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Rng::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Rng::below(std::uint64_t bound)
{
    __extension__ using Wide = unsigned __int128;
    Wide product = static_cast<Wide>(next()) * bound;
    if (static_cast<std::uint64_t>(product) < bound) {
        const std::uint64_t threshold = (0 - bound) % bound;
        while (static_cast<std::uint64_t>(product) < threshold)
            product = static_cast<Wide>(next()) * bound;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

double Rng::normal()
{
    const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

} // namespace reweigh
