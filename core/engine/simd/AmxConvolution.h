// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <cstddef>
#include <cstdint>

/// Convolutions in bfloat16 on the processor's matrix tiles (AMX): 3x3, stride 1, padding 1, channels-last, a batch as
/// [n][height][width][channels]. Products are summed in fp32 and rounded once. std::uint16_t holds a bfloat16's bits. Functions on
/// images and weights may be called only where available() and covers(shape); they check nothing. See core/engine/README.md,
/// section 6.
///
/// An image is copied into rows of width + 1 pixels. The last pixel of a row is zero and serves as the right border of its row and
/// as the left border of the next one. In this copy each of the nine taps (positions within the 3x3 filter) lies at a constant
/// distance from the pixel, so that one tile load reads 16 neighbouring positions and 32 input values of a tap, borders included.
/// Positions on the border are computed too and then dropped.
namespace reweigh::amx {

/// Whether processor and operating system offer tiles with bfloat16. The first call asks the system; later calls remember.
bool available();

/// The sizes of a convolution: images [height][width][in] to images [height][width][out] by weights [out][3][3][in].
struct ConvShape {
    int height = 0, width = 0;
    int in = 0, out = 0;

    std::size_t pixels() const { return static_cast<std::size_t>(height) * static_cast<std::size_t>(width); } ///< per image
    std::size_t weights() const { return std::size_t(9) * static_cast<std::size_t>(in) * static_cast<std::size_t>(out); }
    ConvShape transposed() const { return {height, width, out, in}; } ///< of the derivative by the input
};

/// Whether the kernels can do the shape: height and width >= 1; 16, 32, 64, 96 or 128 channels on either side.
bool covers(const ConvShape& shape);

/// Rearranges weights [out][3][3][in] in the order in which the tiles are loaded. `packed` has room for shape.weights() values.
void packWeights(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed);

/// Rearranges the weights [out][3][3][in] for the derivative by the input, which is a convolution of shape.transposed() with every
/// filter rotated by 180 degrees. `packed` has room for shape.weights() values.
void packTurned(const ConvShape& shape, const std::uint16_t* weights, std::uint16_t* packed);

/// An input of a convolution and the weights that it is convolved with.
struct Source {
    const PixelRows* pixels = nullptr;     ///< of shape.in bfloat16 values per pixel; null: this source is absent
    const std::uint16_t* packed = nullptr; ///< from packWeights()
};

/// Where to add up sums over the pixels of each output channel, so that the batch norm that follows need not read the output for
/// them: sum += v and product += v p for each output value v in fp32, before its rounding; p is the value of `partner` at v's place,
/// or v where `partner` is null.
struct PixelSums {
    const std::uint16_t* partner = nullptr; ///< [n][height][width][out]
    double* sum = nullptr;                  ///< [out]; null: no sums are wanted
    double* product = nullptr;              ///< [out]
};

/// Writes y = conv(first) + conv(second) for the images [begin, end) of the batch, and adds to `pixelSums`. y points to image 0 of
/// [n][height][width][out] in bfloat16; the sum is rounded once. `first` must be present, `second` may be absent. begin = end does
/// nothing. Thread: any; threads that work at the same time need image ranges and sums of their own.
void convolve(const ConvShape& shape, const Source& first, const Source& second, std::uint16_t* y, const PixelSums& pixelSums,
              std::int64_t begin, std::int64_t end);

/// Where differentiate() puts its results.
struct Derivatives {
    float* weights = nullptr;              ///< added to: shape.weights() values in the order that unpackGradient() reads
    std::uint16_t* input = nullptr;        ///< written: [n][height][width][in] from image 0 on; null: not wanted
    const std::uint16_t* turned = nullptr; ///< from packTurned(); needed for `input`
};

/// The backward pass of a convolution for the images [begin, end): from x (shape.in values per pixel) and dy, the derivative by the
/// output (shape.out values per pixel), both bfloat16, to the derivatives by the weights, in fp32, and by the input. Each pixel of
/// dy is read once for both. Threads that work at the same time need image ranges and weight gradients of their own.
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end);

/// Adds up `count` >= 1 weight gradients from differentiate() and writes the sum to `gradient`, fp32, [out][3][3][in], for the input
/// channels [firstIn, lastIn); both bounds are multiples of 16.
void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int firstIn, int lastIn);

} // namespace reweigh::amx
