// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/AmxConvolution.h"

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace reweigh::amx {
namespace {

bool processorHasTiles()
{
    return __builtin_cpu_supports("amx-tile") && __builtin_cpu_supports("amx-bf16") && __builtin_cpu_supports("avx512bf16")
           && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
}

/// Asks the system for the tiles. Linux saves their eight kilobytes at a thread switch only for processes that have asked.
bool systemGrantsTiles()
{
#if defined(__linux__) && defined(SYS_arch_prctl)
    constexpr int requestPermission = 0x1023, tileData = 18; // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
    return syscall(SYS_arch_prctl, requestPermission, tileData) == 0;
#else
    return false;
#endif
}

bool channelsFit(int channels)
{
    return (channels == 16 || channels % 32 == 0) && channels > 0 && channels <= 128;
}

} // namespace

bool available()
{
    static const bool granted = processorHasTiles() && systemGrantsTiles();
    return granted;
}

bool covers(const ConvShape& shape)
{
    return channelsFit(shape.in) && channelsFit(shape.out) && shape.height > 0 && shape.width > 0;
}

} // namespace reweigh::amx
