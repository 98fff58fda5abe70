// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace reweigh {

/// A bounded queue between two threads, one pushing and one popping, without a lock. `Capacity` is a power of two.
template <typename T, std::size_t Capacity>
class SpscRing {
    static_assert((Capacity & (Capacity - 1)) == 0);

public:
    /// False when full: the item is not taken.
    bool push(const T& item)
    {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_headSeen == Capacity && tail - (m_headSeen = m_head.load(std::memory_order_acquire)) == Capacity)
            return false;
        m_items[tail & (Capacity - 1)] = item;
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    /// False when empty: `item` is left alone.
    bool pop(T& item)
    {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tailSeen && head == (m_tailSeen = m_tail.load(std::memory_order_acquire)))
            return false;
        item = m_items[head & (Capacity - 1)];
        m_head.store(head + 1, std::memory_order_release);
        return true;
    }

private:
    // Each side keeps what it last saw of the other's index on its own cache line, and so seldom touches the other's.
    alignas(64) std::atomic<std::size_t> m_head{0};
    std::size_t m_tailSeen = 0;
    alignas(64) std::atomic<std::size_t> m_tail{0};
    std::size_t m_headSeen = 0;
    alignas(64) std::array<T, Capacity> m_items{};
};

} // namespace reweigh
