// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/FlushDenormals.h"

#include <ATen/Parallel.h>

#if defined(__x86_64__) || defined(__i386__)
#include <xmmintrin.h>
#endif

namespace reweigh {
namespace {

#if defined(__x86_64__) || defined(__i386__)
unsigned controlRegister()
{
    return _mm_getcsr();
}

void setControlRegister(unsigned value)
{
    _mm_setcsr(value);
}
#else
unsigned controlRegister()
{
    return 0;
}

void setControlRegister(unsigned) { }
#endif

/// Bits of the control register MXCSR: denormal results become zero (bit 15), denormal operands count as zero (bit 6).
constexpr unsigned flushBits = 0x8040;

/// Sets the two bits in the calling thread and its OpenMP threads to their values in `mode`. A team has at::get_num_threads() threads,
/// and with a grain of 1 each thread gets one part. If a team is smaller than before, the runtime ends the threads that are left over.
void setForTeam(unsigned mode)
{
    at::parallel_for(0, at::get_num_threads(), 1,
                     [mode](int64_t, int64_t) { setControlRegister((controlRegister() & ~flushBits) | (mode & flushBits)); });
}

} // namespace

FlushDenormals::FlushDenormals()
    : m_before(controlRegister())
{
    setControlRegister(m_before | flushBits); // in this thread first, so that threads that it starts inherit the mode
    setForTeam(flushBits);
}

FlushDenormals::~FlushDenormals()
{
    setForTeam(m_before);
    setControlRegister(m_before);
}

} // namespace reweigh
