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

/// Chunks of images whose sums are kept apart: by shape alone, so that no sum depends on the number of threads.
struct Chunks {
    explicit Chunks(int64_t imageCount, int64_t atMost = most) : images(imageCount), count(std::clamp<int64_t>(imageCount / leastImages, 1, atMost)) {}

    /// work(chunk, first image, image after the last) for every chunk.
    template <typename Work>
    void forEach(const Work& work) const
    {
        at::parallel_for(0, count, 1, [&](int64_t begin, int64_t end) {
            for (int64_t chunk = begin; chunk < end; ++chunk)
                work(chunk, chunk * images / count, (chunk + 1) * images / count);
        });
    }

    static constexpr int64_t most = 16, leastImages = 4;
    int64_t images, count;
};

} // namespace

bool fits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding)
{
    return kernelChoice() == KernelChoice::Fast && x.device().is_cpu() && x.scalar_type() == at::kBFloat16
        && weight.scalar_type() == at::kBFloat16 && stride == 1 && padding == 1 && weight.size(2) == 3 && weight.size(3) == 3
        && x.numel() > 0 && rowsOfChannels(x) && rowsOfChannels(weight) && tiles::available() && tiles::covers(shapeOf(x, weight));
}

Convolved convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2, const at::Tensor& weight2, const at::Tensor& partner)
{
    const tiles::ConvShape shape = shapeOf(x, weight);
    const at::Tensor second = x2.defined() ? channelsLast(x2) : x;
    const at::Tensor weights = packed(shape, weight, tiles::packWeights), weights2 = packed(shape, x2.defined() ? weight2 : weight, tiles::packWeights);
    const tiles::StoredPixels pixels(bits(x), shape.in), pixels2(bits(second), shape.in);
    const tiles::Source first{&pixels, bits(weights)}, other{x2.defined() ? &pixels2 : nullptr, bits(weights2)};
    Convolved result{emptyOutput(x, shape.out), {}};
    std::uint16_t* const target = writableBits(result.y);
    const Chunks chunks(x.size(0));
    const std::size_t out = static_cast<std::size_t>(shape.out);
    std::vector<double> sums(static_cast<std::size_t>(chunks.count) * 2 * out, 0.0);
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        double* const sum = sums.data() + static_cast<std::size_t>(chunk) * 2 * out;
        tiles::convolve(shape, first, other, target, {partner.defined() ? bits(partner) : nullptr, sum, sum + out}, begin, end);
    });
    result.sums.sum.assign(out, 0.0);
    result.sums.product.assign(out, 0.0);
    for (std::size_t at = 0; at < sums.size(); at += 2 * out)
        for (std::size_t c = 0; c < out; ++c) {
            result.sums.sum[c] += sums[at + c];
            result.sums.product[c] += sums[at + out + c];
        }
    return result;
}

at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, const tiles::PixelRows& dy, bool wantInput, at::Tensor& gradient)
{
    const tiles::ConvShape shape = shapeOf(x, weight);
    const at::Tensor turned = wantInput ? packed(shape, weight, tiles::packTurned) : at::Tensor();
    at::Tensor dx = wantInput ? at::empty_like(x) : at::Tensor();
    // Chunks of which each reads several times what it leaves to be added up.
    const int64_t read = x.numel() + x.numel() / shape.in * shape.out, worth = read / (4 * gradient.numel());
    const Chunks chunks(x.size(0), std::clamp<int64_t>(worth, 1, Chunks::most));
    const at::Tensor sums = at::empty({chunks.count, gradient.numel()}, gradient.options().dtype(at::kFloat).memory_format(std::nullopt));
    const auto partOf = [&](int64_t chunk) { return sums.mutable_data_ptr<float>() + chunk * gradient.numel(); };
    const tiles::StoredPixels pixels(bits(x), shape.in);
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        std::fill_n(partOf(chunk), gradient.numel(), 0.0f);
        tiles::differentiate(shape, pixels, dy, {partOf(chunk), wantInput ? writableBits(dx) : nullptr, wantInput ? bits(turned) : nullptr}, begin, end);
    });
    std::vector<const float*> parts;
    for (int64_t chunk = 0; chunk < chunks.count; ++chunk)
        parts.push_back(partOf(chunk));
    at::parallel_for(0, shape.in / 16, std::max<int64_t>(1, 4096 / (9 * shape.out)), [&](int64_t begin, int64_t end) {
        tiles::unpackGradient(shape, parts.data(), static_cast<int>(parts.size()), gradient.mutable_data_ptr<float>(), static_cast<int>(16 * begin),
                              static_cast<int>(16 * end));
    });
    return dx;
}

at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& dy, bool wantInput, at::Tensor& gradient)
{
    const at::Tensor stored = channelsLast(dy);
    return differentiate(x, weight, tiles::StoredPixels(bits(stored), weight.size(0)), wantInput, gradient);
}

} // namespace reweigh::tiled
