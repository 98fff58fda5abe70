// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reweigh {

/// LibTorch's CPU allocator, which keeps freed blocks for the next request. A training step frees what the next step needs again,
/// so after the first few steps no step asks the system for memory. Blocks of 2 MiB or more lie on huge pages (this saves 6 % of
/// a step of ResNet-32). A block has at least 64 bytes and is otherwise at most an eighth larger than asked, or 63 bytes.
/// An allocation that the system refuses even after trim() throws c10::OutOfMemoryError. Thread: any.
class CachingAllocator {
public:
    /// Makes this LibTorch's CPU allocator. Call it once; it serves tensors that are made afterwards.
    static void install();

    /// The bytes that live tensors asked for.
    static std::size_t liveBytes();
    /// The largest value of liveBytes() since resetPeak() or the start of the program.
    static std::size_t peakBytes();
    static void resetPeak();

    /// The number of blocks taken from the system so far. It stops growing once steps repeat themselves.
    static std::size_t systemAllocations();

    /// Returns all blocks that no tensor uses to the system.
    static void trim();
};

} // namespace reweigh
