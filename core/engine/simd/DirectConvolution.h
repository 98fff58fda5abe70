// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <cstddef>
#include <cstdint>

/// Convolutions in fp32 by vectors of output channels: square odd kernels, padding kernel / 2, any stride, channels-last,
/// a batch as [n][height][width][channels]. The instruction set (AVX2, AVX-512) is chosen at run time.
///
/// An image is copied with its borders into blocks of 16 channels, where the values that a row of the filter meets lie
/// together. Each of them is then multiplied, for a few neighbouring pixels at once, with a vector of weights, and the
/// sums stay in registers.
namespace reweigh::direct {

/// Whether the processor has vectors worth it.
bool available();

struct ConvShape {
    int height = 0, width = 0;
    int in = 0, out = 0;
    int kernel = 3, stride = 1;

    int padding() const { return kernel / 2; }
    int outHeight() const { return (height - 1) / stride + 1; }
    int outWidth() const { return (width - 1) / stride + 1; }
    std::int64_t inPixels() const { return std::int64_t(height) * width; }
    std::int64_t outPixels() const { return std::int64_t(outHeight()) * outWidth(); }
    int depth() const { return kernel * kernel * in; }        ///< of a filter
    int turnedDepth() const { return kernel * kernel * out; } ///< of the derivative's by the input
    std::size_t weights() const { return std::size_t(depth()) * std::size_t(out); }
};

/// The shapes that the kernels are made for: a multiple of 16 channels on either side, or fewer than 16 read, and few
/// enough weights.
bool covers(const ConvShape& shape);

/// The number of values of packed weights.
inline std::size_t packedSize(const ConvShape& shape)
{
    return shape.weights();
}

/// Outputs whose weights lie together.
constexpr int outputGroup = 32;

/// Weights [out][kernel][kernel][in] in the order in which the kernels read them, [group of outputs][block of inputs][kernel]
/// [kernel][input][output]; `packed` holds packedSize() values, of which those of the inputs [begin, end) are written.
void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// The same for the derivative by the input, of the outputs [begin, end).
void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

struct Source {
    const PixelRows* pixels = nullptr; ///< of shape.in channels; null: there is none
    const float* packed = nullptr;
};

/// y = conv(first) + conv(second) of the images [begin, end).
void convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end);

/// Where the derivatives of a convolution go, dy being read once for both.
struct Derivatives {
    float* weights = nullptr;      ///< added to: shape.weights() values in packWeights' order, see unpackGradient
    float* input = nullptr;        ///< [n][height][width][in]; null: not wanted
    const float* turned = nullptr; ///< packTurned, for `input`, whose channels must then be a multiple of 16
};

/// Derivatives for dy of the output, of the images [begin, end).
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end);

/// The sum of `count` parts of a weight gradient, as [out][kernel][kernel][in], of the inputs [begin, end).
void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int begin, int end);

} // namespace reweigh::direct
