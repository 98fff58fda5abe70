// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/DirectConvolution.h"

/// Convolutions as they are defined, for tests.
namespace reweigh {

/// use(index of x, index of w, index of y) for every product of the convolution of n images.
template <typename Use> void forProducts(const direct::ConvShape& s, int n, const Use& use)
{
    for (int image = 0; image < n; ++image)
        for (int y = 0; y < s.outHeight(); ++y)
            for (int x = 0; x < s.outWidth(); ++x)
                for (int tap = 0; tap < s.kernel * s.kernel; ++tap) {
                    const int v = y * s.stride + tap / s.kernel - s.padding(), u = x * s.stride + tap % s.kernel - s.padding();
                    if (v < 0 || u < 0 || v >= s.height || u >= s.width)
                        continue;
                    const auto from = std::size_t((image * s.height + v) * s.width + u) * std::size_t(s.in);
                    const auto to = std::size_t((image * s.outHeight() + y) * s.outWidth() + x) * std::size_t(s.out);
                    for (int o = 0; o < s.out; ++o)
                        for (int i = 0; i < s.in; ++i)
                            use(from + std::size_t(i), std::size_t((o * s.kernel * s.kernel + tap) * s.in + i), to + std::size_t(o));
                }
}

} // namespace reweigh
