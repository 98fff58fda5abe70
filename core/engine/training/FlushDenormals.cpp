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

void setControlRegister(unsigned) {}
#endif

/// MXCSR: results that are denormal become zero (bit 15), operands that are count as zero (bit 6).
constexpr unsigned flushBits = 0x8040;

/// Sets the two bits in the calling thread and its OpenMP threads as `mode` has them. A team is as large as at::get_num_threads()
/// says, and with a grain of 1 each of its threads gets one part; the runtime ends threads that a smaller team leaves over.
void setForTeam(unsigned mode)
{
    at::parallel_for(0, at::get_num_threads(), 1, [mode](int64_t, int64_t) {
        setControlRegister((controlRegister() & ~flushBits) | (mode & flushBits));
    });
}

} // namespace

FlushDenormals::FlushDenormals()
    : m_before(controlRegister())
{
    setControlRegister(m_before | flushBits); // first here, so that threads started for the team begin with it
    setForTeam(flushBits);
}

FlushDenormals::~FlushDenormals()
{
    setForTeam(m_before);
    setControlRegister(m_before);
}

} // namespace reweigh
