// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/AmxTarget.h"

namespace reweigh::amx {

/// Transposes 16 x 16 values of 32 bits: lane i of columns[j] is set to lane j of rows[i].
inline void transpose(const __m512i (&rows)[16], __m512i (&columns)[16])
{
    __m512i pairs[16], quads[16];
    for (int i = 0; i < 16; i += 2) {
        pairs[i] = _mm512_unpacklo_epi32(rows[i], rows[i + 1]);
        pairs[i + 1] = _mm512_unpackhi_epi32(rows[i], rows[i + 1]);
    }
    for (int i = 0; i < 16; i += 4)
        for (int half = 0; half < 2; ++half) {
            quads[i + 2 * half] = _mm512_unpacklo_epi64(pairs[i + half], pairs[i + 2 + half]);
            quads[i + 2 * half + 1] = _mm512_unpackhi_epi64(pairs[i + half], pairs[i + 2 + half]);
        }
    for (int k = 0; k < 4; ++k) { // column k of every 128-bit lane, rows 0..3, 4..7, 8..11, 12..15
        const __m512i a = quads[k], b = quads[4 + k], c = quads[8 + k], d = quads[12 + k];
        const __m512i abLow = _mm512_shuffle_i32x4(a, b, 0x88), abHigh = _mm512_shuffle_i32x4(a, b, 0xdd);
        const __m512i cdLow = _mm512_shuffle_i32x4(c, d, 0x88), cdHigh = _mm512_shuffle_i32x4(c, d, 0xdd);
        columns[k] = _mm512_shuffle_i32x4(abLow, cdLow, 0x88);
        columns[8 + k] = _mm512_shuffle_i32x4(abLow, cdLow, 0xdd);
        columns[4 + k] = _mm512_shuffle_i32x4(abHigh, cdHigh, 0x88);
        columns[12 + k] = _mm512_shuffle_i32x4(abHigh, cdHigh, 0xdd);
    }
}

/// Interleaves 16 values of 16 bits of each: a0 b0 a1 b1 ...
inline __m512i interleave(__m256i a, __m256i b)
{
    return _mm512_or_si512(_mm512_cvtepu16_epi32(a), _mm512_slli_epi32(_mm512_cvtepu16_epi32(b), 16));
}

inline __m256i load16(const std::uint16_t* p)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
}

} // namespace reweigh::amx
