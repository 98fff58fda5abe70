// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/ChannelRows.h"

/// The kernels of ChannelRows.h for bfloat16 on processors that round to it in one instruction (AVX-512 BF16), since rounding by other
/// instructions takes longer than all the rest of a kernel. Arguments and results are those of ChannelRows.h. Only where fits().
namespace reweigh::rows::bf16 {

using Bits = std::uint16_t;

/// Whether the processor has the instructions and `channels` is a multiple of 16.
bool fits(std::int64_t channels);

void normalise(const Primal<Bits>& primal, const Bits* residual, bool relu, Bits* y, std::int64_t begin, std::int64_t end);
void project(const Primal<Bits>& primal, const Bits* a, const Bits* b, Bits* stored, std::int64_t begin, std::int64_t end, double* sum,
             double* product);
void combineMasked(const Primal<Bits>& primal, const Coefficients& k, const Bits* g, Bits* out, std::int64_t begin, std::int64_t end);
void combineThenMask(const Primal<Bits>& primal, const Coefficients& k, const Bits* g, const Bits* residual, Bits* out, std::int64_t begin,
                     std::int64_t end);

} // namespace reweigh::rows::bf16
