// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"
#include "core/engine/kernels/cuda/Element.h"

#include <cmath>

/// The arithmetic of NormAct.h for one element or one channel. Kernels add what lies around it: who works on which
/// element, and in which order sums are joined.
namespace reweigh::cuda {

/// Where the derivative of the ReLU comes from.
enum class Mask {
    None,   ///< there is no ReLU
    Output, ///< open where y > 0
    Input,  ///< open where gain (x - mean) + shift > 0: y need not be read
};

/// A channel's y = gain (x - mean) + shift.
struct ChannelMap {
    float mean, gain, shift;
};

REWEIGH_HOST_DEVICE inline float mapped(const ChannelMap& map, float centred)
{
    return fmaf(map.gain, centred, map.shift);
}

/// max(0, v); a NaN passes.
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

/// Mean and sum of squared deviations of `count` values.
struct Moments {
    double count, mean, squares;
};

/// From the sums of v - pivot and of its square.
REWEIGH_HOST_DEVICE inline Moments momentsAround(float pivot, double count, double sum, double square)
{
    const double offset = sum / count;
    return {count, pivot + offset, square - offset * sum};
}

/// The moments of both together (Chan, Golub and LeVeque 1983).
REWEIGH_HOST_DEVICE inline Moments joined(const Moments& a, const Moments& b)
{
    const double count = a.count + b.count;
    if (count == 0)
        return a;
    const double delta = b.mean - a.mean;
    return {count, a.mean + delta * b.count / count, a.squares + b.squares + delta * delta * a.count * b.count / count};
}

REWEIGH_HOST_DEVICE inline double biasedVariance(const Moments& moments)
{
    return moments.squares < 0 ? 0 : moments.squares / moments.count; // a NaN passes
}

/// Sums over a channel's rows of g and of g (x - mean).
struct Sums {
    double plain, product;
};

REWEIGH_HOST_DEVICE inline Sums joined(const Sums& a, const Sums& b)
{
    return {a.plain + b.plain, a.product + b.product};
}

/// ofG g + ofX (x - mean) + constant.
struct Coefficients {
    float ofG, ofX, constant;
};

/// gain (g - mean g - xHat mean(g xHat)), for sums over `count` rows.
REWEIGH_HOST_DEVICE inline Coefficients centring(float gain, float inverseStd, const Sums& sums, double count)
{
    const double r = inverseStd;
    return {gain, static_cast<float>(-gain * r * r * sums.product / count), static_cast<float>(-gain * sums.plain / count)};
}

REWEIGH_HOST_DEVICE inline float combined(const Coefficients& k, float g, float centred)
{
    return fmaf(k.ofG, g, fmaf(k.ofX, centred, k.constant));
}

} // namespace reweigh::cuda
