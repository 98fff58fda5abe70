// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/simd/DirectConvolution.h"

#include "core/engine/simd/PaddedImage-inl.h"

#include <algorithm>
#include <cstring>

namespace reweigh::direct {
namespace {

/// The largest number of weights. Up to about here the weights of a group of outputs stay in a core's first-level cache; with more,
/// LibTorch is faster.
constexpr std::size_t mostWeights = 32 * 1024;

/// Calls use(first output, number of outputs) for every group of outputs whose weights lie together.
template <typename Use> void forGroups(int outputs, const Use& use)
{
    for (int first = 0; first < outputs; first += outputGroup)
        use(static_cast<std::size_t>(first), static_cast<std::size_t>(std::min(outputGroup, outputs - first)));
}

/// Calls use(first output, number of outputs, index in a filter, index of the first output in packWeights()'s order) for every row of
/// weights that lie together, for the input channels [begin, end).
template <typename Use> void forRows(const ConvShape& shape, int begin, int end, const Use& use)
{
    const int depth = PaddedImage::depthOf(shape.in), taps = shape.kernel * shape.kernel;
    forGroups(shape.out, [&](std::size_t first, std::size_t outputs) {
        for (int input = begin; input < end; ++input) {
            const int block = input / depth, c = input % depth;
            for (int tap = 0; tap < taps; ++tap)
                use(first, outputs, static_cast<std::size_t>(tap * shape.in + input),
                    first * static_cast<std::size_t>(shape.depth()) + static_cast<std::size_t>((block * taps + tap) * depth + c) * outputs);
        }
    });
}

} // namespace

bool covers(const ConvShape& shape)
{
    return shape.height > 0 && shape.width > 0 && shape.stride > 0 && shape.kernel % 2 == 1 && shape.out > 0 && shape.out % 16 == 0
           && shape.in > 0 && (shape.in < 16 || shape.in % 16 == 0) && shape.weights() <= mostWeights;
}

void packWeights(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    const std::size_t filter = shape.weights() / static_cast<std::size_t>(shape.out);
    forRows(shape, begin, end, [&](std::size_t first, std::size_t outputs, std::size_t from, std::size_t to) {
        for (std::size_t o = 0; o < outputs; ++o)
            packed[to + o] = weights[(first + o) * filter + from];
    });
}

void packTurned(const ConvShape& shape, const float* weights, float* packed, int begin, int end)
{
    const auto in = static_cast<std::size_t>(shape.in), taps = static_cast<std::size_t>(shape.kernel * shape.kernel);
    forGroups(shape.in, [&](std::size_t first, std::size_t inputs) {
        for (auto o = static_cast<std::size_t>(begin); o < static_cast<std::size_t>(end); ++o)
            for (std::size_t tap = 0; tap < taps; ++tap)
                std::memcpy(packed + first * static_cast<std::size_t>(shape.turnedDepth()) + ((o / 16 * taps + tap) * 16 + o % 16) * inputs,
                            weights + (o * taps + tap) * in + first, inputs * sizeof(float));
    });
}

void unpackGradient(const ConvShape& shape, const float* const* parts, int count, float* gradient, int begin, int end)
{
    const std::size_t filter = shape.weights() / static_cast<std::size_t>(shape.out);
    forRows(shape, begin, end, [&](std::size_t first, std::size_t outputs, std::size_t to, std::size_t from) {
        float sum[outputGroup];
        std::copy_n(parts[0] + from, outputs, sum);
        for (int part = 1; part < count; ++part)
            for (std::size_t o = 0; o < outputs; ++o)
                sum[o] += parts[part][from + o];
        for (std::size_t o = 0; o < outputs; ++o)
            gradient[(first + o) * filter + to] = sum[o];
    });
}

} // namespace reweigh::direct
