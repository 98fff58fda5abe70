// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"
#include "core/engine/kernels/cuda/Element.h"

#include <cmath>

/// The arithmetic of NormAct.h for one element or one channel. The kernels decide which thread works on which element and in which
/// order sums are joined. Compiled for both host and device, so that tests without a GPU cover it.
namespace reweigh::cuda {

/// Where the derivative of the ReLU comes from.
enum class Mask {
    None,   ///< there is no ReLU
    Output, ///< the ReLU is open where y > 0
    Input,  ///< the ReLU is open where gain (x - mean) + shift > 0, so that y need not be read
};

/// A channel's map y = gain (x - mean) + shift, with gain = gamma / sqrt(variance + epsilon) and shift = beta.
struct ChannelMap {
    float mean, gain, shift;
};

/// The map's y for `centred` = x - mean.
REWEIGH_HOST_DEVICE inline float mapped(const ChannelMap& map, float centred)
{
    return fmaf(map.gain, centred, map.shift);
}

/// max(0, v); NaN stays NaN.
REWEIGH_HOST_DEVICE inline float rectified(float v)
{
    return v <= 0.0f ? 0.0f : v;
}

/// v where the ReLU is open, else 0. A NaN counts as open, so that it is passed on rather than hidden.
REWEIGH_HOST_DEVICE inline float masked(Mask mask, const ChannelMap& map, float centred, float y, float v)
{
    if (mask == Mask::Input)
        return mapped(map, centred) <= 0.0f ? 0.0f : v;
    if (mask == Mask::Output)
        return y <= 0.0f ? 0.0f : v;
    return v;
}

/// Number, mean and sum of squared deviations from the mean of some values.
struct Moments {
    double count, mean, squares;
};

/// The moments of `count` >= 1 values v from the sums of v - pivot and of (v - pivot)^2.
REWEIGH_HOST_DEVICE inline Moments momentsAround(float pivot, double count, double sum, double square)
{
    const double offset = sum / count;
    return {count, pivot + offset, square - offset * sum};
}

/// The moments of the values of a and b together (Chan, Golub and LeVeque 1983). Either may be of no values.
REWEIGH_HOST_DEVICE inline Moments joined(const Moments& a, const Moments& b)
{
    const double count = a.count + b.count;
    if (count == 0)
        return a;
    const double delta = b.mean - a.mean;
    return {count, a.mean + delta * b.count / count, a.squares + b.squares + delta * delta * a.count * b.count / count};
}

/// The variance divided by the count; at least 0, but NaN stays NaN. count >= 1.
REWEIGH_HOST_DEVICE inline double biasedVariance(const Moments& moments)
{
    return moments.squares < 0 ? 0 : moments.squares / moments.count;
}

/// Sums over a channel's rows of g and of g (x - mean).
struct Sums {
    double plain, product;
};

REWEIGH_HOST_DEVICE inline Sums joined(const Sums& a, const Sums& b)
{
    return {a.plain + b.plain, a.product + b.product};
}

/// A channel's coefficients of the value ofG g + ofX (x - mean) + constant.
struct Coefficients {
    float ofG, ofX, constant;
};

/// The coefficients of gain (g - mean g - xHat mean(g xHat)), from sums over `count` >= 1 rows.
REWEIGH_HOST_DEVICE inline Coefficients centring(float gain, float inverseStd, const Sums& sums, double count)
{
    const double r = inverseStd;
    return {gain, static_cast<float>(-gain * r * r * sums.product / count), static_cast<float>(-gain * sums.plain / count)};
}

/// The value for one element; `centred` = x - mean.
REWEIGH_HOST_DEVICE inline float combined(const Coefficients& k, float g, float centred)
{
    return fmaf(k.ofG, g, fmaf(k.ofX, centred, k.constant));
}

} // namespace reweigh::cuda
