// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

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

/// Chunks of images whose sums are kept apart: by shape alone, so that no sum depends on the number of threads.
struct Chunks {
    explicit Chunks(int64_t imageCount, int64_t atMost = most) : images(imageCount), count(std::clamp<int64_t>(imageCount / leastImages, 1, atMost)) {}

    /// As many chunks for a weight gradient as there are each to read `times` what it leaves to be added up.
    static Chunks ofGradient(const at::Tensor& x, const at::Tensor& gradient, int64_t outputs, int64_t times)
    {
        Chunks chunks(x.size(0), std::clamp<int64_t>((x.numel() + outputs) / (times * gradient.numel()), 1, most));
        if (chunks.count > 1)
            chunks.count &= ~int64_t(1); // an even number: two cores are each given as many
        return chunks;
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
    GradientParts(const Chunks& chunks, const at::Tensor& gradient)
        : values(at::empty({chunks.count, gradient.numel()}, gradient.options().dtype(at::kFloat).memory_format(std::nullopt)))
    {
        for (int64_t chunk = 0; chunk < chunks.count; ++chunk)
            pointers.push_back(values.mutable_data_ptr<float>() + chunk * gradient.numel());
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
