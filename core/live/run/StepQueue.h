// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunObserver.h"

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


/// Step figures of one training on their way to the eye: the trainer never waits; a point that finds the ring full
/// is dropped and counted. Epoch figures do not go this way: they are facts, and must arrive.
/// Thread: push by the trainer, all else by the reader.
class StepQueue {
public:
    void push(const StepFigures& step) { m_dropped.fetch_add(m_steps.push(step) ? 0 : 1, std::memory_order_relaxed); }

    /// Takes the oldest point; false when there is none.
    bool pop(StepFigures& step) { return m_steps.pop(step); }
    long dropped() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    SpscRing<StepFigures, 4096> m_steps;
    std::atomic<long> m_dropped{0};
};

} // namespace reweigh
