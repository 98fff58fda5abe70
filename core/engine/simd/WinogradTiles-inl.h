// SPDX-License-Identifier: GPL-3.0-or-later
// Included once per instruction set by WinogradConvolution.cpp, hence a guard per target in place of #pragma once.
#if defined(REWEIGH_WINOGRAD_TILES_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef REWEIGH_WINOGRAD_TILES_INL
#undef REWEIGH_WINOGRAD_TILES_INL
#else
#define REWEIGH_WINOGRAD_TILES_INL
#endif

#include "core/engine/simd/DirectBlocks-inl.h"

HWY_BEFORE_NAMESPACE();
namespace reweigh::winograd::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using direct::HWY_NAMESPACE::Lanes;
using direct::HWY_NAMESPACE::lanes;
using Vector = hn::Vec<Lanes>;

HWY_INLINE Vector halfOf(Vector v)
{
    return hn::Mul(v, hn::Set(Lanes(), 0.5f));
}

/// The transform Bᵀ d of an input tile (one dimension; WinogradConvolution.h names the matrices).
struct OfInput {
    static constexpr int from = 4, to = 4;
    static HWY_INLINE void line(const Vector (&d)[4], Vector (&r)[4])
    {
        r[0] = hn::Sub(d[0], d[2]);
        r[1] = hn::Add(d[1], d[2]);
        r[2] = hn::Sub(d[2], d[1]);
        r[3] = hn::Sub(d[1], d[3]);
    }
};

/// The transform Aᵀ m to outputs.
struct OfOutput {
    static constexpr int from = 4, to = 2;
    static HWY_INLINE void line(const Vector (&m)[4], Vector (&r)[2])
    {
        r[0] = hn::Add(hn::Add(m[0], m[1]), m[2]);
        r[1] = hn::Sub(hn::Sub(m[1], m[2]), m[3]);
    }
};

/// The transform A dy of the outputs' derivatives.
struct OfDerivative {
    static constexpr int from = 2, to = 4;
    static HWY_INLINE void line(const Vector (&y)[2], Vector (&r)[4])
    {
        r[0] = y[0];
        r[1] = hn::Add(y[0], y[1]);
        r[2] = hn::Sub(y[0], y[1]);
        r[3] = hn::Neg(y[1]);
    }
};

/// The transform G g of a filter.
struct OfFilter {
    static constexpr int from = 3, to = 4;
    static HWY_INLINE void line(const Vector (&g)[3], Vector (&r)[4])
    {
        const Vector ends = hn::Add(g[0], g[2]);
        r[0] = g[0];
        r[1] = halfOf(hn::Add(ends, g[1]));
        r[2] = halfOf(hn::Sub(ends, g[1]));
        r[3] = g[2];
    }
};

/// The transform Gᵀ u to a filter's gradient.
struct OfGradient {
    static constexpr int from = 4, to = 3;
    static HWY_INLINE void line(const Vector (&u)[4], Vector (&r)[3])
    {
        const Vector inner = halfOf(hn::Add(u[1], u[2]));
        r[0] = hn::Add(u[0], inner);
        r[1] = halfOf(hn::Sub(u[1], u[2]));
        r[2] = hn::Add(inner, u[3]);
    }
};

/// Computes T v Tᵀ for a square matrix v, a vector of channels at once. load(i, j) gives value (i, j); store(i, j, result) takes result
/// (i, j).
template <class T, class Load, class Store> HWY_INLINE void transform(const Load& load, const Store& store)
{
    Vector half[T::to][T::from];
    HWY_UNROLL(4)
    for (int j = 0; j < T::from; ++j) {
        Vector column[T::from], result[T::to];
        HWY_UNROLL(4)
        for (int i = 0; i < T::from; ++i)
            column[i] = load(i, j);
        T::line(column, result);
        HWY_UNROLL(4)
        for (int i = 0; i < T::to; ++i)
            half[i][j] = result[i];
    }
    HWY_UNROLL(4)
    for (int i = 0; i < T::to; ++i) {
        Vector result[T::to];
        T::line(half[i], result);
        HWY_UNROLL(4)
        for (int j = 0; j < T::to; ++j)
            store(i, j, result[j]);
    }
}

} // namespace reweigh::winograd::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
