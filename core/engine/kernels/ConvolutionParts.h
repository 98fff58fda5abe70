// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/simd/PixelRows.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

/// Helpers that the project's own convolutions on a CPU share.
namespace reweigh::convolution {

/// Whether `tensor` has four dimensions and is channels-last in memory.
inline bool rowsOfChannels(const at::Tensor& tensor)
{
    return tensor.dim() == 4 && tensor.is_contiguous(at::MemoryFormat::ChannelsLast);
}

/// `tensor` [n, C, H, W] in channels-last memory, copied if need be; an undefined tensor is returned as it is.
inline at::Tensor channelsLast(const at::Tensor& tensor)
{
    return tensor.defined() ? tensor.contiguous(at::MemoryFormat::ChannelsLast) : tensor;
}

/// The pixels of x [n, C, H, W], which must be channels-last and outlive the result.
inline StoredPixels storedPixels(const at::Tensor& x)
{
    return StoredPixels(x.const_data_ptr(), x.size(1) * static_cast<std::int64_t>(x.element_size()));
}

/// Splits a batch into chunks of images, each of which has sums of its own. Shapes alone decide the number of chunks, so that no
/// sum depends on the number of threads.
struct Chunks {
    /// One chunk per four images, at least 1 and at most `atMost`.
    explicit Chunks(int64_t imageCount, int64_t atMost = most)
        : images(imageCount)
        , count(std::clamp<int64_t>(imageCount / leastImages, 1, atMost))
    {
    }

    /// The chunks for a weight gradient: as many as leave each chunk with at least `times` as many values to read (of x and of the
    /// `outputs` values of dy) as its own share of `gradient` has, because the shares have to be added up afterwards.
    static Chunks ofGradient(const at::Tensor& x, const at::Tensor& gradient, int64_t outputs, int64_t times)
    {
        Chunks chunks(x.size(0), std::clamp<int64_t>((x.numel() + outputs) / (times * gradient.numel()), 1, most));
        if (chunks.count > 1)
            chunks.count &= ~int64_t(1); // an even number, so that two cores get equally many
        return chunks;
    }

    /// Calls work(chunk, first image, image after the last) for every chunk, on LibTorch's threads.
    template <typename Work> void forEach(const Work& work) const
    {
        at::parallel_for(0, count, 1, [&](int64_t begin, int64_t end) {
            for (int64_t chunk = begin; chunk < end; ++chunk)
                work(chunk, chunk * images / count, (chunk + 1) * images / count);
        });
    }

    static constexpr int64_t most = 16, leastImages = 4;
    int64_t images, count;
};

/// The chunks' shares of a weight gradient, fp32, [chunks, elements of the gradient].
struct GradientParts {
    GradientParts(const Chunks& chunks, const at::Tensor& gradient)
        : values(at::empty({chunks.count, gradient.numel()}, gradient.options().dtype(at::kFloat).memory_format(std::nullopt)))
    {
        for (int64_t chunk = 0; chunk < chunks.count; ++chunk)
            pointers.push_back(values.mutable_data_ptr<float>() + chunk * gradient.numel());
    }

    /// A chunk's share, filled with zeros.
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
