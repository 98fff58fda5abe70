// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/VectorConvolution.h"

#include "core/engine/kernels/ConvolutionParts.h"
#include "core/engine/kernels/NormRows.h"
#include "core/engine/simd/ChannelRows.h"
#include "core/engine/simd/DirectConvolution.h"
#include "core/engine/simd/WinogradConvolution.h"

namespace reweigh {
namespace {

using namespace convolution;

using direct::ConvShape;
using Pack = void (*)(const ConvShape&, const float*, float*, int, int);

/// One algorithm: the functions of DirectConvolution.h or of WinogradConvolution.h.
struct Method {
    std::size_t (*packedSize)(const ConvShape&);
    Pack packWeights, packTurned;
    void (*convolve)(const ConvShape&, const direct::Source&, const direct::Source&, float*, int64_t, int64_t);
    void (*differentiate)(const ConvShape&, const PixelRows&, const PixelRows&, const direct::Derivatives&, int64_t, int64_t);
};

/// Calls work(first channel, channel after the last) on LibTorch's threads, at least 16 channels at a time.
template <typename Work> void forChannels(int channels, const Work& work)
{
    at::parallel_for(0, channels, 16, [&](int64_t begin, int64_t end) { work(static_cast<int>(begin), static_cast<int>(end)); });
}

at::Tensor packed(const Method& method, const ConvShape& shape, const at::Tensor& weight, Pack pack, int channels)
{
    at::Tensor result = at::empty({static_cast<int64_t>(method.packedSize(shape))}, weight.options().memory_format(std::nullopt));
    forChannels(channels,
                [&](int begin, int end) { pack(shape, weight.const_data_ptr<float>(), result.mutable_data_ptr<float>(), begin, end); });
    return result;
}

ConvShape shapeOf(const at::Tensor& x, const at::Tensor& weight, int64_t stride)
{
    const auto extent = [](int64_t size) { return static_cast<int>(size); };
    return {extent(x.size(2)), extent(x.size(3)), extent(weight.size(1)), extent(weight.size(0)), extent(weight.size(2)), extent(stride)};
}

constexpr auto nothing = [](const float*, int64_t, int64_t, int64_t) {};

class VectorConvolution : public ConvolutionKernels {
public:
    explicit VectorConvolution(const Method& method)
        : m_method(method)
    {
    }

    at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const override
    {
        return convolved(x, weight, {}, {}, stride, Chunks(x.size(0)), nothing);
    }

    StatedOutput convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const override;

    at::Tensor tangent(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                       int64_t stride) const override
    {
        return convolved(x, direction, t, weight, stride, Chunks(x.size(0)), nothing);
    }

    ProjectedTangent tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                                      int64_t stride, const NormActPoint& norm) const override;

    using ConvolutionKernels::differentiate;
    at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                             at::Tensor& gradient) const override;

private:
    /// Computes conv(x, weight) + conv(x2, weight2); an undefined x2 means zero. After each chunk it calls then(y, chunk, first
    /// pixel, pixel after the last) while the chunk's output is still in the cache.
    template <typename Then>
    at::Tensor convolved(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2, const at::Tensor& weight2, int64_t stride,
                         const Chunks& chunks, const Then& then) const
    {
        const ConvShape shape = shapeOf(x, weight, stride);
        const at::Tensor second = channelsLast(x2);
        const at::Tensor weights = packed(m_method, shape, weight, m_method.packWeights, shape.in);
        const at::Tensor weights2 = second.defined() ? packed(m_method, shape, weight2, m_method.packWeights, shape.in) : weights;
        const StoredPixels pixels = storedPixels(x), pixels2 = storedPixels(second.defined() ? second : x);
        const direct::Source first{&pixels, weights.const_data_ptr<float>()};
        const direct::Source other{second.defined() ? &pixels2 : nullptr, weights2.const_data_ptr<float>()};
        at::Tensor y = at::empty({x.size(0), weight.size(0), shape.outHeight(), shape.outWidth()},
                                 x.options().memory_format(at::MemoryFormat::ChannelsLast));
        float* const target = y.mutable_data_ptr<float>();
        chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
            m_method.convolve(shape, first, other, target, begin, end);
            then(target, chunk, begin * shape.outPixels(), end * shape.outPixels());
        });
        return y;
    }

    Method m_method;
};

StatedOutput VectorConvolution::convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const
{
    const Chunks chunks(x.size(0));
    norm::ChunkMoments moments(chunks.count, weight.size(0));
    const at::Tensor y = convolved(x, weight, {}, {}, stride, chunks, [&](const float* values, int64_t chunk, int64_t first, int64_t last) {
        moments.take<float>(values, chunk, first, last);
    });
    return {y, moments.statistics()};
}

ProjectedTangent VectorConvolution::tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t,
                                                     const at::Tensor& weight, int64_t stride, const NormActPoint& norm) const
{
    const Chunks chunks(x.size(0));
    norm::PointRows<float> map(norm);
    map.primal.mask = rows::Mask::None;
    norm::ChunkSums sums(chunks.count, weight.size(0));
    const at::Tensor out =
        convolved(x, direction, t, weight, stride, chunks, [&](const float* values, int64_t chunk, int64_t first, int64_t last) {
            rows::project<float>(map.primal, values, nullptr, nullptr, first, last, sums.first(chunk), sums.second(chunk));
        });
    return {out, sums.total()};
}

at::Tensor VectorConvolution::differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy,
                                            bool wantInput, at::Tensor& gradient) const
{
    const ConvShape shape = shapeOf(x, weight, stride);
    const at::Tensor turned = wantInput ? packed(m_method, shape, weight, m_method.packTurned, shape.out) : at::Tensor();
    at::Tensor dx = wantInput ? at::empty_like(x) : at::Tensor();
    constexpr int64_t times = 2; // low, so that many cores get a chunk; adding the chunks up is shared among all cores
    const Chunks chunks = Chunks::ofGradient(x, gradient, x.size(0) * shape.outPixels() * shape.out, times);
    GradientParts parts(chunks, gradient);
    const StoredPixels pixels = storedPixels(x);
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        m_method.differentiate(shape, pixels, dy,
                               {parts.cleared(chunk), wantInput ? dx.mutable_data_ptr<float>() : nullptr,
                                wantInput ? turned.const_data_ptr<float>() : nullptr},
                               begin, end);
    });
    forChannels(shape.in, [&](int begin, int end) {
        direct::unpackGradient(shape, parts.pointers.data(), static_cast<int>(chunks.count), gradient.mutable_data_ptr<float>(), begin,
                               end);
    });
    return dx;
}

} // namespace

const ConvolutionKernels* vectorConvolutionFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput)
{
    static const VectorConvolution byDefinition(
        {direct::packedSize, direct::packWeights, direct::packTurned, direct::convolve, direct::differentiate});
    static const VectorConvolution byWinograd(
        {winograd::packedSize, winograd::packWeights, winograd::packTurned, winograd::convolve, winograd::differentiate});
    if (x.scalar_type() != at::kFloat || (wantInput && x.size(1) % 16 != 0) || !direct::available())
        return nullptr;
    const ConvShape shape = shapeOf(x, weight, stride);
    return winograd::covers(shape) ? &byWinograd : direct::covers(shape) ? &byDefinition : nullptr;
}

} // namespace reweigh
