// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/SpscRing.h"
#include "core/progress/RunObserver.h"

#include <atomic>

namespace reweigh {

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
