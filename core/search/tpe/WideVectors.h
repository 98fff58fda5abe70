// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function with a hot loop: it is compiled twice, and the form for AVX2 runs where the CPU has it. No
/// fused multiply-add, so both round alike. (Sanitizers do not bear the resolver.)
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define REWEIGH_WIDE_VECTORS [[gnu::target_clones("avx2", "default")]]
#else
#define REWEIGH_WIDE_VECTORS
#endif

namespace reweigh {

/// Clears the upper halves of vector registers. Code elsewhere in a process may leave them in use, and
/// then every SSE instruction waits for the one before it: a suggestion took ten times as long.
inline void clearUpperVectors()
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroupper");
#endif
}

} // namespace reweigh
