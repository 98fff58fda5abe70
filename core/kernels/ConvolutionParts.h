// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simd/PixelRows.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

/// What our own convolutions are put together from.
namespace reweigh::convolution {

inline bool rowsOfChannels(const at::Tensor& tensor)
{
    return tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast);
}

inline at::Tensor channelsLast(const at::Tensor& tensor)
{
    return tensor.defined() ? tensor.contiguous(at::MemoryFormat::ChannelsLast) : tensor;
}

inline StoredPixels storedPixels(const at::Tensor& x)
{
    return StoredPixels(x.const_data_ptr(), x.size(1) * static_cast<std::int64_t>(x.element_size()));
}

/// `size` values of weights in a kernel's own order.
template <typename T, typename Shape>
at::Tensor packed(const Shape& shape, const at::Tensor& weight, int64_t size, void (*pack)(const Shape&, const T*, T*))
{
    at::Tensor result = at::empty({size}, weight.options().memory_format(std::nullopt));
    pack(shape, static_cast<const T*>(weight.const_data_ptr()), static_cast<T*>(result.mutable_data_ptr()));
    return result;
}

/// Chunks of images whose sums are kept apart: by shape alone, so that no sum depends on the number of threads.
struct Chunks {
    explicit Chunks(int64_t imageCount, int64_t atMost = most) : images(imageCount), count(std::clamp<int64_t>(imageCount / leastImages, 1, atMost)) {}

    /// As many chunks for a weight gradient of `size` values as there are each to read several times what it leaves to be
    /// added up.
    static Chunks ofGradient(const at::Tensor& x, int64_t size, int64_t outputs)
    {
        const int64_t read = x.numel() + outputs;
        const int64_t worth = std::clamp<int64_t>(read / (4 * size), 1, most);
        return Chunks(x.size(0), worth > 1 ? worth & ~int64_t(1) : 1); // an even number: two cores are each given as many
    }

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

/// The chunks' shares of a weight gradient.
struct GradientParts {
    /// Of `size` values each, kept as `gradient` is.
    GradientParts(const Chunks& chunks, int64_t size, const at::Tensor& gradient)
        : values(at::empty({chunks.count, size}, gradient.options().dtype(at::kFloat).memory_format(std::nullopt)))
    {
        for (int64_t chunk = 0; chunk < chunks.count; ++chunk)
            pointers.push_back(values.mutable_data_ptr<float>() + chunk * size);
    }

    float* cleared(int64_t chunk)
    {
        float* const part = pointers[static_cast<std::size_t>(chunk)];
        std::fill_n(part, values.size(1), 0.0f);
        return part;
    }

    at::Tensor values;
    std::vector<float*> pointers;
};

} // namespace reweigh::convolution
