// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/DirectConvolution.h"

#include "core/kernels/ConvolutionParts.h"
#include "core/kernels/NormRows.h"
#include "core/simd/ChannelRows.h"
#include "core/simd/DirectConvolution.h"

namespace reweigh {
namespace {

using namespace convolution;

direct::ConvShape shapeOf(const at::Tensor& x, const at::Tensor& weight, int64_t stride)
{
    const auto extent = [](int64_t size) { return static_cast<int>(size); };
    return {extent(x.size(2)), extent(x.size(3)), extent(weight.size(1)), extent(weight.size(0)), extent(weight.size(2)), extent(stride)};
}

/// conv(x, weight) + conv(x2, weight2), x2 may be undefined; then, chunk by chunk, then(y, chunk, first pixel, pixel after
/// the last).
template <typename Then>
at::Tensor convolved(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2, const at::Tensor& weight2, int64_t stride, const Chunks& chunks,
                     const Then& then)
{
    const direct::ConvShape shape = shapeOf(x, weight, stride);
    const at::Tensor second = channelsLast(x2);
    const at::Tensor weights = packed(shape, weight, direct::packWeights);
    const at::Tensor weights2 = second.defined() ? packed(shape, weight2, direct::packWeights) : weights;
    const StoredPixels pixels = storedPixels(x), pixels2 = storedPixels(second.defined() ? second : x);
    const direct::Source first{&pixels, weights.const_data_ptr<float>()};
    const direct::Source other{second.defined() ? &pixels2 : nullptr, weights2.const_data_ptr<float>()};
    at::Tensor y = at::empty({x.size(0), weight.size(0), shape.outHeight(), shape.outWidth()}, x.options().memory_format(at::MemoryFormat::ChannelsLast));
    float* const target = y.mutable_data_ptr<float>();
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        direct::convolve(shape, first, other, target, begin, end);
        then(target, chunk, begin * shape.outPixels(), end * shape.outPixels());
    });
    return y;
}

constexpr auto nothing = [](const float*, int64_t, int64_t, int64_t) {};

class DirectConvolution : public ConvolutionKernels {
public:
    at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const override
    {
        return convolved(x, weight, {}, {}, stride, Chunks(x.size(0)), nothing);
    }

    StatedOutput convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const override;

    at::Tensor tangent(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight, int64_t stride) const override
    {
        return convolved(x, direction, t, weight, stride, Chunks(x.size(0)), nothing);
    }

    ProjectedTangent tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight, int64_t stride,
                                      const NormActPoint& norm) const override;

    using ConvolutionKernels::differentiate;
    at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                             at::Tensor& gradient) const override;
};

StatedOutput DirectConvolution::convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const
{
    const Chunks chunks(x.size(0));
    norm::ChunkMoments moments(chunks.count, weight.size(0));
    const at::Tensor y = convolved(x, weight, {}, {}, stride, chunks, [&](const float* values, int64_t chunk, int64_t first, int64_t last) {
        moments.take<float>(values, chunk, first, last);
    });
    return {y, moments.statistics()};
}

ProjectedTangent DirectConvolution::tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                                                     int64_t stride, const NormActPoint& norm) const
{
    const Chunks chunks(x.size(0));
    norm::PointRows<float> map(norm);
    map.primal.mask = rows::Mask::None;
    norm::ChunkSums sums(chunks.count, weight.size(0));
    const at::Tensor out = convolved(x, direction, t, weight, stride, chunks, [&](const float* values, int64_t chunk, int64_t first, int64_t last) {
        rows::project<float>(map.primal, values, nullptr, nullptr, first, last, sums.first(chunk), sums.second(chunk));
    });
    return {out, sums.total()};
}

at::Tensor DirectConvolution::differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                                            at::Tensor& gradient) const
{
    const direct::ConvShape shape = shapeOf(x, weight, stride);
    const at::Tensor turned = wantInput ? packed(shape, weight, direct::packTurned) : at::Tensor();
    at::Tensor dx = wantInput ? at::empty_like(x) : at::Tensor();
    const Chunks chunks = Chunks::ofGradient(x, gradient, x.size(0) * shape.outPixels() * shape.out);
    GradientParts parts(chunks, gradient);
    const StoredPixels pixels = storedPixels(x);
    chunks.forEach([&](int64_t chunk, int64_t begin, int64_t end) {
        direct::differentiate(shape, pixels, dy,
                              {parts.cleared(chunk), wantInput ? dx.mutable_data_ptr<float>() : nullptr, wantInput ? turned.const_data_ptr<float>() : nullptr},
                              begin, end);
    });
    direct::unpackGradient(shape, parts.pointers.data(), static_cast<int>(chunks.count), gradient.mutable_data_ptr<float>());
    return dx;
}

} // namespace

const ConvolutionKernels& directConvolution()
{
    static const DirectConvolution kernels;
    return kernels;
}

bool directConvolutionFits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput)
{
    return x.scalar_type() == at::kFloat && (!wantInput || x.size(1) % 16 == 0) && direct::available() && direct::covers(shapeOf(x, weight, stride));
}

} // namespace reweigh
