// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/engine/simd/ChannelRows.cpp"
#include <hwy/foreach_target.h> // compiles this file once per instruction set
#include <hwy/highway.h>

#include "core/engine/simd/ChannelRows-inl.h"

#if HWY_ONCE
#include "core/engine/simd/ChannelRows.h"
#include "core/engine/simd/ChannelRowsBf16.h"

namespace reweigh::rows {

// One table per kernel and element type; HWY_DYNAMIC_DISPATCH picks the best entry for the processor.
#define REWEIGH_EXPORT(kernel)                                                                                                             \
    HWY_EXPORT(kernel##Float);                                                                                                             \
    HWY_EXPORT(kernel##BFloat16);
REWEIGH_EXPORT(Moments)
REWEIGH_EXPORT(Normalise)
REWEIGH_EXPORT(Project)
REWEIGH_EXPORT(CombineMasked)
REWEIGH_EXPORT(CombineThenMask)
#undef REWEIGH_EXPORT

template <> void moments(const float* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares)
{
    HWY_DYNAMIC_DISPATCH(MomentsFloat)(x, channels, begin, end, mean, squares);
}
template <> void moments(const std::uint16_t* x, std::int64_t channels, std::int64_t begin, std::int64_t end, double* mean, double* squares)
{
    HWY_DYNAMIC_DISPATCH(MomentsBFloat16)(x, channels, begin, end, mean, squares);
}

template <> void normalise(const Primal<float>& primal, const float* residual, bool relu, float* y, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(NormaliseFloat)(primal, residual, relu, y, begin, end);
}
template <>
void normalise(const Primal<std::uint16_t>& primal, const std::uint16_t* residual, bool relu, std::uint16_t* y, std::int64_t begin,
               std::int64_t end)
{
    if (bf16::fits(primal.channels))
        bf16::normalise(primal, residual, relu, y, begin, end);
    else
        HWY_DYNAMIC_DISPATCH(NormaliseBFloat16)(primal, residual, relu, y, begin, end);
}

template <>
void project(const Primal<float>& primal, const float* a, const float* b, float* stored, std::int64_t begin, std::int64_t end, double* sum,
             double* product)
{
    HWY_DYNAMIC_DISPATCH(ProjectFloat)(primal, a, b, stored, begin, end, sum, product);
}
template <>
void project(const Primal<std::uint16_t>& primal, const std::uint16_t* a, const std::uint16_t* b, std::uint16_t* stored, std::int64_t begin,
             std::int64_t end, double* sum, double* product)
{
    if (bf16::fits(primal.channels))
        bf16::project(primal, a, b, stored, begin, end, sum, product);
    else
        HWY_DYNAMIC_DISPATCH(ProjectBFloat16)(primal, a, b, stored, begin, end, sum, product);
}

template <>
void combineMasked(const Primal<float>& primal, const Coefficients& k, const float* g, float* out, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(CombineMaskedFloat)(primal, k, g, out, begin, end);
}
template <>
void combineMasked(const Primal<std::uint16_t>& primal, const Coefficients& k, const std::uint16_t* g, std::uint16_t* out,
                   std::int64_t begin, std::int64_t end)
{
    if (bf16::fits(primal.channels))
        bf16::combineMasked(primal, k, g, out, begin, end);
    else
        HWY_DYNAMIC_DISPATCH(CombineMaskedBFloat16)(primal, k, g, out, begin, end);
}

template <>
void combineThenMask(const Primal<float>& primal, const Coefficients& k, const float* g, const float* residual, float* out,
                     std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(CombineThenMaskFloat)(primal, k, g, residual, out, begin, end);
}
template <>
void combineThenMask(const Primal<std::uint16_t>& primal, const Coefficients& k, const std::uint16_t* g, const std::uint16_t* residual,
                     std::uint16_t* out, std::int64_t begin, std::int64_t end)
{
    if (bf16::fits(primal.channels))
        bf16::combineThenMask(primal, k, g, residual, out, begin, end);
    else
        HWY_DYNAMIC_DISPATCH(CombineThenMaskBFloat16)(primal, k, g, residual, out, begin, end);
}

} // namespace reweigh::rows
#endif
