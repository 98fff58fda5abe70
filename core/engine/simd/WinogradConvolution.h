// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/DirectConvolution.h"

/// Convolutions 3x3 in fp32, stride 1, padding 1, channels-last, with 16 products a channel for every four outputs instead
/// of 36: the algorithm F(2x2, 3x3) of Winograd in the form of Lavin and Gray (2016, "Fast Algorithms for Convolutional
/// Neural Networks", eq. 8 to 10),
///
///     Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
///
/// for tiles d of 4x4 inputs, two apart, and tiles Y of 2x2 outputs. Summed over channels it is 16 matrix products, which
/// the blocks of DirectConvolution.h do. The derivative by the filter is the adjoint, Gᵀ [Σ (Bᵀ d B) ⊙ (A dY Aᵀ)] G; that
/// by the input a convolution with the filter turned round.
///
/// Every constant is 1 or 1/2, so that little is lost to rounding; what is not finite reaches the outputs that read it, and
/// those alone, though infinity may have become NaN on the way.
namespace reweigh::winograd {

using direct::ConvShape;
using direct::Derivatives;
using direct::Source;

/// Products a channel for a tile.
constexpr int positions = 16;

/// The shapes that the kernels are made for: a multiple of 16 channels on either side, and few enough weights.
bool covers(const ConvShape& shape);

/// The number of values of packed weights.
std::size_t packedSize(const ConvShape& shape);

/// G g Gᵀ of the filters [out][3][3][in], as [position][group of outputs][input][output], of the inputs
/// [begin, end).
void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// The same for the derivative by the input, as [position][group of inputs][output][input], of the outputs [begin, end).
void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// y = conv(first) + conv(second) of the images [begin, end).
void convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end);

/// Derivatives for dy of the output, of the images [begin, end); that by the weights as direct::differentiate leaves it,
/// `turned` as packTurned does.
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end);

} // namespace reweigh::winograd
