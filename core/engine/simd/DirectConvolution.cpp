// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/engine/simd/DirectConvolution.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL) // only the vectors of AVX2 and AVX-512 are of use
#include <hwy/foreach_target.h>                                   // compiles this file once per instruction set
#include <hwy/highway.h>

#include "core/engine/simd/DirectPasses-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reweigh::direct::HWY_NAMESPACE {

inline bool WideVectors()
{
    return lanes >= 8;
}

} // namespace reweigh::direct::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace reweigh::direct {

HWY_EXPORT(WideVectors);
HWY_EXPORT(Convolve);
HWY_EXPORT(Differentiate);

bool available()
{
    static const bool wide = HWY_DYNAMIC_DISPATCH(WideVectors)();
    return wide;
}

void convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(Convolve)(shape, first, second, y, begin, end);
}

void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(Differentiate)(shape, x, dy, derivatives, begin, end);
}

} // namespace reweigh::direct

#endif
