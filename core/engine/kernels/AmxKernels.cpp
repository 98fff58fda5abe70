// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/AmxKernels.h"

#include "core/engine/kernels/ConvolutionParts.h"
#include "core/engine/kernels/NormActRows.h"
#include "core/engine/kernels/NormRows.h"
#include "core/engine/simd/AmxConvolution.h"

namespace reweigh {
namespace {

using namespace convolution;

amx::ConvShape shapeOf(const at::Tensor& x, const at::Tensor& weight)
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

at::Tensor packed(const amx::ConvShape& shape, const at::Tensor& weight,
                  void (*pack)(const amx::ConvShape&, const std::uint16_t*, std::uint16_t*))
{
    at::Tensor result = at::empty({weight.numel()}, weight.options().memory_format(std::nullopt));
    pack(shape, bits(weight), writableBits(result));
    return result;
}

struct Summed {
    at::Tensor y;
    RowSums sums; ///< per output channel: of y, and of y times `partner`, or of y y where that is undefined
};

/// conv(x, weight) + conv(x2, weight2); an undefined x2 means zero. `partner` is like the output, or undefined.
Summed summed(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2, const at::Tensor& weight2, const at::Tensor& partner)
{
    const amx::ConvShape shape = shapeOf(x, weight);
    const at::Tensor second = channelsLast(x2);
    const at::Tensor weights = packed(shape, weight, amx::packWeights);
    const at::Tensor weights2 = second.defined() ? packed(shape, weight2, amx::packWeights) : weights;
    const StoredPixels pixels = storedPixels(x), pixels2 = storedPixels(second.defined() ? second : x);
    const amx::Source first{&pixels, bits(weights)}, other{second.defined() ? &pixels2 : nullptr, bits(weights2)};
    Summed result{at::empty({x.size(0), weight.size(0), x.size(2), x.size(3)}, x.options().memory_format(at::MemoryFormat::ChannelsLast)),
                  {}};
    std::uint16_t* const target = writableBits(result.y);
    const Chunks chunks(x.size(0));
    norm::ChunkSums sums(chunks.count, weight.size(0));
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        amx::convolve(shape, first, other, target, {partner.defined() ? bits(partner) : nullptr, sums.first(chunk), sums.second(chunk)},
                      begin, end);
    });
    result.sums = sums.total();
    return result;
}

class AmxKernels : public ConvolutionKernels {
public:
    at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, int64_t) const override { return summed(x, weight, {}, {}, {}).y; }

    StatedOutput convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t) const override
    {
        const Summed result = summed(x, weight, {}, {}, {});
        return {result.y, statisticsFrom(result.sums, static_cast<double>(result.y.numel() / result.y.size(1)))};
    }

    at::Tensor tangent(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                       int64_t) const override
    {
        return summed(x, direction, t, weight, {}).y;
    }

    ProjectedTangent tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                                      int64_t, const NormActPoint& norm) const override
    {
        Summed result = summed(x, direction, t, weight, norm.x);
        const float* mean = norm.mean.const_data_ptr<float>();
        for (std::size_t c = 0; c < result.sums.sum.size(); ++c)
            result.sums.product[c] -= static_cast<double>(mean[c]) * result.sums.sum[c];
        return {result.y, std::move(result.sums)};
    }

    using ConvolutionKernels::differentiate;
    at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                             at::Tensor& gradient) const override;
};

at::Tensor AmxKernels::differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t, const PixelRows& dy, bool wantInput,
                                     at::Tensor& gradient) const
{
    const amx::ConvShape shape = shapeOf(x, weight);
    const at::Tensor turned = wantInput ? packed(shape, weight, amx::packTurned) : at::Tensor();
    at::Tensor dx = wantInput ? at::empty_like(x) : at::Tensor();
    constexpr int64_t times = 4; // high, because few threads add the chunks up
    const Chunks chunks = Chunks::ofGradient(x, gradient, x.numel() / shape.in * shape.out, times);
    GradientParts parts(chunks, gradient);
    const StoredPixels pixels = storedPixels(x);
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        amx::differentiate(shape, pixels, dy,
                           {parts.cleared(chunk), wantInput ? writableBits(dx) : nullptr, wantInput ? bits(turned) : nullptr}, begin, end);
    });
    at::parallel_for(0, shape.in / 16, std::max<int64_t>(1, 4096 / (9 * shape.out)), [&](int64_t begin, int64_t end) {
        amx::unpackGradient(shape, parts.pointers.data(), static_cast<int>(chunks.count), gradient.mutable_data_ptr<float>(),
                            static_cast<int>(16 * begin), static_cast<int>(16 * end));
    });
    return dx;
}

} // namespace

const ConvolutionKernels& amxConvolution()
{
    static const AmxKernels kernels;
    return kernels;
}

bool amxConvolutionFits(const at::Tensor& x, const at::Tensor& weight, int64_t stride)
{
    return x.scalar_type() == at::kBFloat16 && stride == 1 && weight.size(2) == 3 && amx::available() && amx::covers(shapeOf(x, weight));
}

} // namespace reweigh
