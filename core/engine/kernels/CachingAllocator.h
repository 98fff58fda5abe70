// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reweigh {

/// The library's CPU memory, kept from step to step: a step frees what the next one needs again, so that after the
/// first few no step asks the system for anything, and large blocks lie on huge pages (6 % of a step of ResNet-32).
/// Sizes are rounded up by an eighth at most.
/// Thread: any.
class CachingAllocator {
public:
    /// Makes it the library's allocator; once, before the first tensor that matters.
    static void install();

    /// Bytes of live tensors, as asked for, and the most there were since resetPeak().
    static std::size_t liveBytes();
    static std::size_t peakBytes();
    static void resetPeak();

    /// Blocks taken from the system so far: still in a steady step.
    static std::size_t systemAllocations();

    /// Gives back to the system what no tensor uses.
    static void trim();
};

} // namespace reweigh
