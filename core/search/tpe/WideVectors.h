// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a function with a hot loop: it is compiled twice, and the AVX2 version runs if the CPU supports it. Neither version
/// uses fused multiply-add, so that both round alike. Off under sanitizers, which do not support the choice at load time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define REWEIGH_WIDE_VECTORS [[gnu::target_clones("avx2", "default")]]
#else
#define REWEIGH_WIDE_VECTORS
#endif

namespace reweigh {

/// Clears the upper halves of the vector registers. Other code in the process may leave them in use, and
/// then every SSE instruction waits for the one before it, which made a suggestion ten times slower.
inline void clearUpperVectors()
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroupper");
#endif
}

} // namespace reweigh
