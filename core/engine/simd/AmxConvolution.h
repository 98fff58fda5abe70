// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <cstddef>
#include <cstdint>

/// Convolutions in bfloat16 on the processor's matrix tiles (AMX): 3x3, stride 1, padding 1, channels-last, a batch as
/// [n][height][width][channels]. Products are summed in fp32 and rounded once. std::uint16_t holds a bfloat16's bits.
///
/// An image is copied into rows of width + 1 pixels, of which the last is zero and serves as the right border of its
/// row and the left border of the next. There each of the nine taps is one constant distance, so that 16 neighbouring
/// positions and 32 input values of a tap are one tile load, borders included. Positions on the border are computed
/// too and thrown away.
namespace reweigh::amx {

/// Whether processor and system grant tiles with bfloat16; asks the system once.
bool available();

struct ConvShape {
    int height = 0, width = 0;
    int in = 0, out = 0;

    std::size_t pixels() const { return static_cast<std::size_t>(height) * static_cast<std::size_t>(width); }
    std::size_t weights() const { return std::size_t(9) * static_cast<std::size_t>(in) * static_cast<std::size_t>(out); }
    ConvShape transposed() const { return {height, width, out, in}; }
};

/// The shapes that the kernels are made for: 16 or a multiple of 32 channels, up to 128, on either side.
bool covers(const ConvShape& shape);

/// Weights [out][3][3][in] in the order of the tiles; `packed` holds shape.weights() values.
void packWeights(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed);

/// The same weights for the derivative by the input, which is the convolution of shape.transposed() with them
/// turned round.
void packTurned(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed);

struct Source {
    const PixelRows* pixels = nullptr; ///< of shape.in channels; null: there is none
    const std::uint16_t* packed = nullptr;
};

/// Sums over the pixels of each output channel v, which the next layer's normalisation would else read them again for:
/// sum += v, product += v p, with p of `partner`, or v itself where that is null. fp64, [out] each.
struct PixelSums {
    const std::uint16_t* partner = nullptr; ///< [n][height][width][out]
    double* sum = nullptr;                  ///< null: no sums are wanted
    double* product = nullptr;
};

/// y = conv(first) + conv(second) of the images [begin, end). One rounding for the sum.
void convolve(const ConvShape& shape, const Source& first, const Source& second, std::uint16_t* y, const PixelSums& pixelSums,
              std::int64_t begin, std::int64_t end);

/// Where the derivatives of a convolution go, dy being read once for both.
struct Derivatives {
    float* weights = nullptr;              ///< added to: shape.weights() values in the order of the tiles, see unpackGradient
    std::uint16_t* input = nullptr;        ///< [n][height][width][in]; null: not wanted
    const std::uint16_t* turned = nullptr; ///< packTurned, for `input`
};

/// Derivatives for dy of the output, of the images [begin, end).
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives,
                   std::int64_t begin, std::int64_t end);

/// The sum of `count` parts of a weight gradient, as [out][3][3][in], for the input channels [firstIn, lastIn), both
/// multiples of 16.
void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int firstIn, int lastIn);

} // namespace reweigh::amx
