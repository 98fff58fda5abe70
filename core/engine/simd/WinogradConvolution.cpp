// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/engine/simd/WinogradConvolution.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL) // only the vectors of AVX2 and AVX-512 are of use
#include <hwy/foreach_target.h>                                   // compiles this file once per instruction set
#include <hwy/highway.h>

#include "core/engine/simd/WinogradPasses-inl.h"

#if HWY_ONCE

namespace reweigh::winograd {

HWY_EXPORT(Convolve);
HWY_EXPORT(Differentiate);
HWY_EXPORT(PackWeights);
HWY_EXPORT(PackTurned);

bool covers(const ConvShape& shape)
{
    constexpr int mostChannels = 160; // up to here the weights of a position stay in a core's second-level cache
    const auto fits = [](int channels) { return channels > 0 && channels % 16 == 0 && channels <= mostChannels; };
    return shape.height > 0 && shape.width > 0 && shape.kernel == 3 && shape.stride == 1 && fits(shape.in) && fits(shape.out);
}

std::size_t packedSize(const ConvShape& shape)
{
    return std::size_t(positions) * static_cast<std::size_t>(shape.in) * static_cast<std::size_t>(shape.out);
}

void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    HWY_DYNAMIC_DISPATCH(PackWeights)(shape, weights, packed, begin, end);
}

void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    HWY_DYNAMIC_DISPATCH(PackTurned)(shape, weights, packed, begin, end);
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

} // namespace reweigh::winograd

#endif
