// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/AmxConvolution.h"

#include "core/engine/simd/AmxTarget.h"

#include "core/engine/simd/AmxSteps.h"
#include "core/engine/simd/Transpose-inl.h"

namespace reweigh::amx {

void packWeights(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed)
{
    const std::size_t filter = std::size_t(9) * static_cast<std::size_t>(shape.in);
    forSteps(shape, [&](const Step& step, int firstOut) {
        // A filter's values of one step lie together, also where a step covers two taps. A tile is their transpose, in pairs.
        const std::uint16_t* source =
            weights + static_cast<std::size_t>(firstOut) * filter + static_cast<std::size_t>(step.tap * shape.in + step.channel);
        __m512i rows[16], columns[16];
        for (std::size_t o = 0; o < 16; ++o)
            rows[o] = _mm512_maskz_loadu_epi16(step.depth == tileDepth ? ~__mmask32(0) : __mmask32(0xFFFF), source + o * filter);
        transpose(rows, columns);
        for (int pair = 0; pair < step.depth / 2; ++pair, packed += 32)
            _mm512_storeu_si512(packed, columns[pair]);
    });
}

void packTurned(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed)
{
    const ConvShape turned = shape.transposed();
    const std::size_t filter = std::size_t(9) * static_cast<std::size_t>(shape.in);
    forSteps(turned, [&](const Step& step, int firstIn) {
        for (int k = 0; k < step.depth; k += 2, packed += 32) {
            const int tap = step.tap + k / turned.in, channel = (step.channel + k) % turned.in;
            const std::uint16_t* source =
                weights + static_cast<std::size_t>(channel) * filter + static_cast<std::size_t>((8 - tap) * shape.in + firstIn);
            _mm512_storeu_si512(packed, interleave(load16(source), load16(source + filter)));
        }
    });
}

} // namespace reweigh::amx
