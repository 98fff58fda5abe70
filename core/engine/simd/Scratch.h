// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reweigh {

/// A buffer for one thread, aligned to a cache line of 64 bytes and kept from call to call.
template <typename T> class Scratch {
public:
    /// The buffer, with room for at least `count` values. They hold what the last user left; growing invalidates earlier pointers.
    T* sized(std::size_t count)
    {
        if (m_values.size() < count + alignment)
            m_values.resize(count + alignment);
        const auto address = reinterpret_cast<std::uintptr_t>(m_values.data());
        return m_values.data() + ((64 - address % 64) % 64) / sizeof(T);
    }

private:
    static constexpr std::size_t alignment = 64 / sizeof(T);
    std::vector<T> m_values;
};

} // namespace reweigh
