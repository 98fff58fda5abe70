// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/NumpyRandom.h"

#include <algorithm>
#include <numeric>

namespace reweigh {
namespace {

std::uint32_t oneWord(std::uint64_t seed)
{
    return static_cast<std::uint32_t>(seed ^ (seed >> 32));
}

} // namespace

NumpyRandom::NumpyRandom(std::uint64_t seed)
    : m_seed(oneWord(seed))
    , m_engine(m_seed)
{
}

double NumpyRandom::uniform()
{
    const std::uint32_t high = static_cast<std::uint32_t>(m_engine()) >> 5;
    const std::uint32_t low = static_cast<std::uint32_t>(m_engine()) >> 6;
    m_drawn += 2;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

std::vector<std::size_t> NumpyRandom::choice(std::span<const double> p, std::size_t size)
{
    std::vector<double> cumulative(p.size());
    std::partial_sum(p.begin(), p.end(), cumulative.begin());
    const double total = cumulative.back();
    for (double& c : cumulative)
        c /= total;
    std::vector<std::size_t> drawn(size);
    for (std::size_t& index : drawn)
        index = static_cast<std::size_t>(std::upper_bound(cumulative.begin(), cumulative.end(), uniform()) - cumulative.begin());
    return drawn;
}

void NumpyRandom::moveTo(std::uint64_t words)
{
    if (words < m_drawn) {
        m_engine.seed(m_seed);
        m_drawn = 0;
    }
    m_engine.discard(words - m_drawn);
    m_drawn = words;
}

} // namespace reweigh
