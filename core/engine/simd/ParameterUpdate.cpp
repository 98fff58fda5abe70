// SPDX-License-Identifier: GPL-3.0-or-later
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/engine/simd/ParameterUpdate.cpp"
#include <hwy/foreach_target.h> // compiles this file once per instruction set
#include <hwy/highway.h>

#include "core/engine/simd/ParameterUpdate.h"

HWY_BEFORE_NAMESPACE();
namespace reweigh::updates::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Calls work(tag, i) for every whole vector of the elements [begin, end), then for the single elements that are left.
template <typename T, class Work> HWY_INLINE void forElements(std::int64_t begin, std::int64_t end, const Work& work)
{
    const hn::ScalableTag<T> whole;
    const hn::CappedTag<T, 1> single;
    const auto lanes = static_cast<std::int64_t>(hn::Lanes(whole));
    std::int64_t i = begin;
    for (; i + lanes <= end; i += lanes)
        work(whole, i);
    for (; i < end; ++i)
        work(single, i);
}

template <typename T>
HWY_INLINE void sgdStep(const Sgd<T>& k, T* HWY_RESTRICT w, const T* HWY_RESTRICT gradient, T* HWY_RESTRICT buffer, std::int64_t begin,
                        std::int64_t end)
{
    forElements<T>(begin, end, [&](auto d, std::int64_t i) {
        auto value = hn::LoadU(d, w + i), g = hn::LoadU(d, gradient + i);
        if (k.decay != 0)
            g = hn::MulAdd(value, hn::Set(d, k.decay), g);
        const auto b = hn::Add(hn::Mul(hn::LoadU(d, buffer + i), hn::Set(d, k.momentum)), g);
        if (k.ofGradient != 0)
            value = hn::MulAdd(g, hn::Set(d, k.ofGradient), value);
        hn::StoreU(b, d, buffer + i);
        hn::StoreU(hn::MulAdd(b, hn::Set(d, k.ofBuffer), value), d, w + i);
    });
}

template <typename T>
HWY_INLINE void adamStep(const Adam<T>& k, T* HWY_RESTRICT w, const T* HWY_RESTRICT gradient, T* HWY_RESTRICT first, T* HWY_RESTRICT second,
                         std::int64_t begin, std::int64_t end)
{
    forElements<T>(begin, end, [&](auto d, std::int64_t i) {
        const auto value = hn::LoadU(d, w + i);
        auto g = hn::LoadU(d, gradient + i);
        if (k.decay != 0)
            g = hn::MulAdd(value, hn::Set(d, k.decay), g);
        const auto m = hn::MulAdd(g, hn::Set(d, k.ofGradient), hn::Mul(hn::LoadU(d, first + i), hn::Set(d, k.beta1)));
        const auto v = hn::MulAdd(hn::Mul(g, hn::Set(d, k.ofSquare)), g, hn::Mul(hn::LoadU(d, second + i), hn::Set(d, k.beta2)));
        const auto denominator = hn::Add(hn::Div(hn::Sqrt(v), hn::Set(d, k.rootCorrection)), hn::Set(d, k.epsilon));
        hn::StoreU(m, d, first + i);
        hn::StoreU(v, d, second + i);
        hn::StoreU(hn::Add(value, hn::Div(hn::Mul(m, hn::Set(d, k.rate)), denominator)), d, w + i);
    });
}

void SgdFloat(const Sgd<float>& k, float* w, const float* gradient, float* buffer, std::int64_t begin, std::int64_t end)
{
    sgdStep(k, w, gradient, buffer, begin, end);
}
void SgdDouble(const Sgd<double>& k, double* w, const double* gradient, double* buffer, std::int64_t begin, std::int64_t end)
{
    sgdStep(k, w, gradient, buffer, begin, end);
}
void AdamFloat(const Adam<float>& k, float* w, const float* gradient, float* first, float* second, std::int64_t begin, std::int64_t end)
{
    adamStep(k, w, gradient, first, second, begin, end);
}
void AdamDouble(const Adam<double>& k, double* w, const double* gradient, double* first, double* second, std::int64_t begin,
                std::int64_t end)
{
    adamStep(k, w, gradient, first, second, begin, end);
}

} // namespace reweigh::updates::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace reweigh::updates {

HWY_EXPORT(SgdFloat);
HWY_EXPORT(SgdDouble);
HWY_EXPORT(AdamFloat);
HWY_EXPORT(AdamDouble);

template <> void sgd(const Sgd<float>& k, float* w, const float* gradient, float* buffer, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(SgdFloat)(k, w, gradient, buffer, begin, end);
}
template <> void sgd(const Sgd<double>& k, double* w, const double* gradient, double* buffer, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(SgdDouble)(k, w, gradient, buffer, begin, end);
}

template <>
void adam(const Adam<float>& k, float* w, const float* gradient, float* first, float* second, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(AdamFloat)(k, w, gradient, first, second, begin, end);
}
template <>
void adam(const Adam<double>& k, double* w, const double* gradient, double* first, double* second, std::int64_t begin, std::int64_t end)
{
    HWY_DYNAMIC_DISPATCH(AdamDouble)(k, w, gradient, first, second, begin, end);
}

} // namespace reweigh::updates
#endif
