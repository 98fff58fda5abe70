// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HostDevice.h"

#include <cstdint>
#include <cstring>

/// Conversions of activations' element types: float, and std::uint16_t holding the bits of a bfloat16. Arithmetic is in fp32.
namespace reweigh::cuda {

/// An element as fp32; exact.
REWEIGH_HOST_DEVICE inline float widened(float value)
{
    return value;
}

REWEIGH_HOST_DEVICE inline float widened(std::uint16_t bits)
{
    const std::uint32_t wide = static_cast<std::uint32_t>(bits) << 16;
    float value;
    std::memcpy(&value, &wide, sizeof value);
    return value;
}

/// A value as an element of type T.
template <typename T> REWEIGH_HOST_DEVICE T narrowed(float value);

template <> REWEIGH_HOST_DEVICE inline float narrowed<float>(float value)
{
    return value;
}

/// Rounds to the nearest bfloat16, ties to even; NaN stays NaN.
template <> REWEIGH_HOST_DEVICE inline std::uint16_t narrowed<std::uint16_t>(float value)
{
    if (value != value)
        return 0x7FC0;
    std::uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

/// Count neighbouring elements, which are read and written by one instruction.
template <typename T, int Count> struct alignas(sizeof(T) * Count) Pack {
    T element[Count];
};

} // namespace reweigh::cuda
