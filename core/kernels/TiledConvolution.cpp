// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/TiledConvolution.h"

#include "core/kernels/KernelChoice.h"
#include "core/simd/TileConvolution.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

namespace reweigh::tiled {
namespace {

tiles::ConvShape shapeOf(const at::Tensor& x, const at::Tensor& weight)
{
    const auto extent = [](int64_t size) { return static_cast<int>(size); };
    return {extent(x.size(2)), extent(x.size(3)), extent(weight.size(1)), extent(weight.size(0))};
}

const std::uint16_t* bits(const at::Tensor& tensor)
{
    return static_cast<const std::uint16_t*>(tensor.const_data_ptr());
}

std::uint16_t* writableBits(at::Tensor& tensor)
{
    return static_cast<std::uint16_t*>(tensor.mutable_data_ptr());
}

bool rowsOfChannels(const at::Tensor& tensor)
{
    return tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor channelsLast(const at::Tensor& tensor)
{
    return tensor.contiguous(at::MemoryFormat::ChannelsLast);
}

using Pack = void (*)(const tiles::ConvShape&, const std::uint16_t*, std::uint16_t*);

at::Tensor packed(const tiles::ConvShape& shape, const at::Tensor& weight, Pack pack)
{
    at::Tensor result = at::empty({weight.numel()}, weight.options().memory_format(std::nullopt));
    pack(shape, bits(weight), writableBits(result));
    return result;
}

at::Tensor emptyOutput(const at::Tensor& x, int64_t channels)
{
    return at::empty({x.size(0), channels, x.size(2), x.size(3)}, x.options().memory_format(at::MemoryFormat::ChannelsLast));
}

/// Chunks of images whose weight gradients are summed apart: by shape alone, so that sums do not depend on threads.
constexpr int64_t mostChunks = 16, leastImages = 4;

} // namespace

bool fits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding)
{
    return kernelChoice() == KernelChoice::Fast && x.device().is_cpu() && x.scalar_type() == at::kBFloat16
        && weight.scalar_type() == at::kBFloat16 && stride == 1 && padding == 1 && weight.size(2) == 3 && weight.size(3) == 3
        && x.numel() > 0 && rowsOfChannels(x) && rowsOfChannels(weight) && tiles::available() && tiles::covers(shapeOf(x, weight));
}

at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2, const at::Tensor& weight2)
{
    const tiles::ConvShape shape = shapeOf(x, weight);
    const at::Tensor weights = packed(shape, weight, tiles::packWeights);
    const at::Tensor second = x2.defined() ? channelsLast(x2) : at::Tensor();
    const at::Tensor weights2 = x2.defined() ? packed(shape, weight2, tiles::packWeights) : at::Tensor();
    at::Tensor y = emptyOutput(x, shape.out);
    std::uint16_t* const target = writableBits(y);
    const tiles::Source first{bits(x), bits(weights)}, other{x2.defined() ? bits(second) : nullptr, x2.defined() ? bits(weights2) : nullptr};
    at::parallel_for(0, x.size(0), 1, [&](int64_t begin, int64_t end) { tiles::convolve(shape, first, other, target, begin, end); });
    return y;
}

at::Tensor inputGradient(const at::Tensor& dy, const at::Tensor& weight)
{
    const tiles::ConvShape shape = shapeOf(dy, weight);
    const at::Tensor weights = packed(shape, weight, tiles::packTurned), from = channelsLast(dy);
    at::Tensor dx = emptyOutput(dy, shape.in);
    std::uint16_t* const target = writableBits(dx);
    at::parallel_for(0, dy.size(0), 1, [&](int64_t begin, int64_t end) {
        tiles::convolve(shape.transposed(), {bits(from), bits(weights)}, {}, target, begin, end);
    });
    return dx;
}

void weightGradient(const at::Tensor& x, const at::Tensor& dy, at::Tensor& gradient)
{
    const tiles::ConvShape shape = shapeOf(x, gradient);
    const at::Tensor from = channelsLast(dy);
    const int64_t images = x.size(0), chunks = std::clamp<int64_t>(images / leastImages, 1, mostChunks);
    const at::Tensor sums = at::zeros({chunks, gradient.numel()}, gradient.options().dtype(at::kFloat).memory_format(std::nullopt));
    float* const first = sums.mutable_data_ptr<float>();
    at::parallel_for(0, chunks, 1, [&](int64_t begin, int64_t end) {
        for (int64_t chunk = begin; chunk < end; ++chunk)
            tiles::addWeightGradient(shape, bits(x), bits(from), first + chunk * gradient.numel(), chunk * images / chunks, (chunk + 1) * images / chunks);
    });
    std::vector<const float*> parts;
    for (int64_t chunk = 0; chunk < chunks; ++chunk)
        parts.push_back(first + chunk * gradient.numel());
    tiles::unpackGradient(shape, parts.data(), static_cast<int>(chunks), gradient.mutable_data_ptr<float>());
}

} // namespace reweigh::tiled
