// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/AmxConvolution.h"
#include "core/engine/simd/AmxSupport.h"

namespace reweigh::amx {

/// The part of a filter that one tile product covers: `depth` input values, beginning with channel `channel` of tap `tap`. With 16
/// input channels a step covers a tap and the one to its right; the last tap of a row is then a step of half the depth.
struct Step {
    int tap = 0; ///< 3 y + x, in 0 .. 8
    int channel = 0;
    int depth = tileDepth;
};

/// How many groups of 16 output channels are computed at once: 1 or 2.
inline int columnTiles(const ConvShape& shape)
{
    return shape.in % 32 == 0 && shape.out % 32 == 0 ? 2 : 1;
}

/// Calls use(step, first output channel) for every tile of weights, in the order in which packWeights() stores them.
template <typename Use> void forSteps(const ConvShape& shape, const Use& use)
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
