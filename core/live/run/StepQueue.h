// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunObserver.h"

#include <array>
#include <atomic>
#include <cstddef>

namespace reweigh {

/// A bounded lock-free queue between two threads: one pushes, the other pops. `Capacity` is a power of two.
template <typename T, std::size_t Capacity> class SpscRing {
    static_assert((Capacity & (Capacity - 1)) == 0);

public:
    /// Appends `item`. False when the queue is full: the item is then not appended.
    bool push(const T& item)
    {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_headSeen == Capacity && tail - (m_headSeen = m_head.load(std::memory_order_acquire)) == Capacity)
            return false;
        m_items[tail & (Capacity - 1)] = item;
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    /// Moves the oldest item to `item`. False when the queue is empty: `item` is then unchanged.
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
    // Each thread keeps the last value it read of the other's index on its own cache line, and so seldom reads that of the other.
    alignas(64) std::atomic<std::size_t> m_head{0};
    std::size_t m_tailSeen = 0;
    alignas(64) std::atomic<std::size_t> m_tail{0};
    std::size_t m_headSeen = 0;
    alignas(64) std::array<T, Capacity> m_items{};
};

/// Passes the step figures of one training to the plots. The trainer never waits: when the queue is full, a step's figures are
/// dropped and counted. Epoch figures must not be lost and are passed on by RunEvents instead.
/// Thread: the trainer pushes, one reader calls all else.
class StepQueue {
public:
    /// Appends a step's figures, or drops and counts them when the queue is full.
    void push(const StepFigures& step) { m_dropped.fetch_add(m_steps.push(step) ? 0 : 1, std::memory_order_relaxed); }

    /// Takes the figures of the oldest step; false when there are none.
    bool pop(StepFigures& step) { return m_steps.pop(step); }
    long dropped() const { return m_dropped.load(std::memory_order_relaxed); } ///< steps dropped so far

private:
    SpscRing<StepFigures, 4096> m_steps;
    std::atomic<long> m_dropped{0};
};

} // namespace reweigh
