// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/AmxConvolution.h"
#include "core/engine/simd/AmxSupport.h"

namespace reweigh::amx {

/// One tile product's share of a filter: `depth` values from channel `channel` of tap `tap` on. With 16 channels a
/// step runs on into the tap to the right, and the last tap of a row is a step of half the depth.
struct Step {
    int tap = 0;     ///< 3 y + x
    int channel = 0;
    int depth = tileDepth;
};

/// Columns of output channels that are computed side by side.
inline int columnTiles(const ConvShape& shape)
{
    return shape.in % 32 == 0 && shape.out % 32 == 0 ? 2 : 1;
}

/// Calls use(step, first output channel) for every tile of weights in the order in which they are packed.
template <typename Use>
void forSteps(const ConvShape& shape, const Use& use)
{
    const int columns = columnTiles(shape);
    for (int out = 0; out < shape.out; out += 16 * columns)
        for (int tap = 0; tap < 9;) {
            const int taps = shape.in == 16 && tap % 3 == 0 ? 2 : 1;
            const int depth = taps * (shape.in < tileDepth ? shape.in : tileDepth);
            for (int channel = 0; channel < shape.in * taps; channel += depth)
                for (int column = 0; column < columns; ++column)
                    use(Step{tap, channel, depth}, out + 16 * column);
            tap += taps;
        }
}

} // namespace reweigh::amx
