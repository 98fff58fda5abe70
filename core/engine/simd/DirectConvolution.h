// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <cstddef>
#include <cstdint>

/// Convolutions in fp32 by vectors of output channels: square odd kernels, padding kernel / 2, any stride, channels-last,
/// a batch as [n][height][width][channels]. The instruction set (AVX2, AVX-512) is chosen at run time. Functions on images and weights
/// may be called only where available() and covers(shape); they check nothing. See core/engine/README.md, section 6.
///
/// An image is copied with its borders into blocks of 16 channels, so that the values which a row of the filter is multiplied with lie
/// together. Each of these values is multiplied with a vector of weights, for a few neighbouring pixels at once, and the sums
/// stay in registers.
namespace reweigh::direct {

/// Whether the processor has vectors of at least 8 fp32 values (AVX2). The kernels are not meant for shorter ones.
bool available();

/// The sizes of a convolution: images [height][width][in] to images [outHeight()][outWidth()][out] by weights
/// [out][kernel][kernel][in].
struct ConvShape {
    int height = 0, width = 0;
    int in = 0, out = 0;
    int kernel = 3, stride = 1;

    int padding() const { return kernel / 2; }
    int outHeight() const { return (height - 1) / stride + 1; }
    int outWidth() const { return (width - 1) / stride + 1; }
    std::int64_t inPixels() const { return std::int64_t(height) * width; }
    std::int64_t outPixels() const { return std::int64_t(outHeight()) * outWidth(); }
    int depth() const { return kernel * kernel * in; }        ///< values of a filter
    int turnedDepth() const { return kernel * kernel * out; } ///< values of a filter of the derivative by the input
    std::size_t weights() const { return std::size_t(depth()) * std::size_t(out); }
};

/// Whether the kernels can do the shape: sizes >= 1, an odd kernel, `out` a multiple of 16, `in` a multiple of 16 or less than 16, and
/// at most 32768 weights.
bool covers(const ConvShape& shape);

/// The number of values of packed weights.
inline std::size_t packedSize(const ConvShape& shape)
{
    return shape.weights();
}

/// The number of output channels whose weights lie together.
constexpr int outputGroup = 32;

/// Rearranges weights [out][kernel][kernel][in] in the order in which the kernels read them, [group of outputs][block of inputs]
/// [kernel][kernel][input][output]. `packed` has room for packedSize() values; those of the input channels [begin, end) are written.
void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// Rearranges the weights [out][kernel][kernel][in] for the derivative by the input: inputs and outputs change places. `packed` has
/// room for packedSize() values; those of the output channels [begin, end) are written. `in` must be a multiple of 16.
void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end);

/// An input of a convolution and the weights that it is convolved with.
struct Source {
    const PixelRows* pixels = nullptr; ///< of shape.in fp32 values per pixel; null: this source is absent
    const float* packed = nullptr;     ///< from packWeights()
};

/// Writes y = conv(first) + conv(second) for the images [begin, end) of the batch. y points to image 0 of
/// [n][outHeight()][outWidth()][out]. `first` must be present, `second` may be absent. begin = end does nothing. Thread: any; threads
/// that work at the same time need image ranges of their own.
void convolve(const ConvShape& shape, const Source& first, const Source& second, float* y, std::int64_t begin, std::int64_t end);

/// Where differentiate() puts its results.
struct Derivatives {
    float* weights = nullptr;      ///< added to: shape.weights() values in packWeights()'s order, which unpackGradient() reads
    float* input = nullptr;        ///< written: [n][height][width][in] from image 0 on; null: not wanted
    const float* turned = nullptr; ///< from packTurned(); needed for `input`, whose channels must then be a multiple of 16
};

/// The backward pass of a convolution for the images [begin, end): from x (shape.in values per pixel) and dy, the derivative by the
/// output (shape.out values per pixel), both fp32, to the derivatives by the weights and by the input. Each pixel of dy is read once
/// for both. Threads that work at the same time need image ranges and weight gradients of their own.
void differentiate(const ConvShape& shape, const PixelRows& x, const PixelRows& dy, const Derivatives& derivatives, std::int64_t begin,
                   std::int64_t end);

/// Adds up `count` >= 1 weight gradients from differentiate() and writes the sum to `gradient`, [out][kernel][kernel][in], for the
/// input channels [begin, end).
void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int begin, int end);

} // namespace reweigh::direct
