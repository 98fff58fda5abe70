// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/DirectConvolution.h"

/// Convolutions 3x3 in fp32, stride 1, padding 1, channels-last, with 16 products per channel for every four outputs instead
/// of 36: the algorithm F(2x2, 3x3) of Winograd in the form of Lavin and Gray (2016, "Fast Algorithms for Convolutional
/// Neural Networks", eq. 8 to 10),
///
///     Y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
///
/// for tiles d of 4x4 inputs, two apart, and tiles Y of 2x2 outputs. Summed over channels this is 16 matrix products, which
/// the blocks of DirectConvolution.h compute. The derivative by the filter is the adjoint, Gᵀ [Σ (Bᵀ d B) ⊙ (A dY Aᵀ)] G; that
/// by the input is a convolution with every filter rotated by 180 degrees. See core/engine/README.md, section 6.
///
/// Every constant is 1 or 1/2, so that rounding errors stay small. An input that is not finite makes exactly those outputs non-finite
/// that depend on it; infinity may become NaN. Functions may be called only where direct::available() and covers(shape).
namespace reweigh::winograd {

using direct::ConvShape;
using direct::Derivatives;
using direct::Source;

/// Products per channel and tile: the positions of a 4x4 tile.
constexpr int positions = 16;

/// Whether the kernels can do the shape: sizes >= 1, kernel 3, stride 1, and a multiple of 16 channels, at most 160, on either side.
bool covers(const ConvShape& shape);

/// The number of values of packed weights, 16 in out.
std::size_t packedSize(const ConvShape& shape);

/// Transforms the filters g of weights [out][3][3][in] to G g Gᵀ, stored as [position][group of outputs][input][output]. `packed` has
/// room for packedSize() values; those of the input channels [begin, end) are written.
void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// The same for the derivative by the input, with rotated filters, as [position][group of inputs][output][input]. The values of the
/// output channels [begin, end) are written.
void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// Writes y = conv(first) + conv(second) for the images [begin, end) of the batch; arguments as of direct::convolve(), with weights from
/// winograd::packWeights().
void convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end);

/// The backward pass for the images [begin, end); arguments and results as of direct::differentiate(), with `turned` from
/// winograd::packTurned(). The weight gradient is in direct::packWeights()'s order, so direct::unpackGradient() reads it.
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end);

} // namespace reweigh::winograd
