// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/NormAct.h"
#include "core/engine/simd/ChannelRows.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <optional>
#include <vector>

/// Helpers that the CPU passes of NormAct.h and NormActRows.h and the project's convolutions share. An activation x, [n, C] or
/// channels-last [n, C, H, W], is seen as a matrix [rows, C] with one row per pixel of the batch.
namespace reweigh::norm {

/// Calls use(T{}) with the kernels' element type for x, float or std::uint16_t (bf16), and returns its result. Returns nothing
/// where the kernels cannot work on x: off the CPU, in other dtypes and layouts, empty, or under KernelChoice::Library.
template <typename Use> auto withKernel(const at::Tensor& x, const Use& use) -> std::optional<decltype(use(float{}))>
{
    const bool rows = x.dim() == 4 ? x.is_contiguous(at::MemoryFormat::ChannelsLast) : x.dim() == 2 && x.is_contiguous();
    if (!x.device().is_cpu() || !rows || x.numel() == 0 || kernelChoice() == KernelChoice::Library)
        return std::nullopt;
    if (x.scalar_type() == at::kFloat)
        return use(float{});
    if (x.scalar_type() == at::kBFloat16)
        return use(std::uint16_t{});
    return std::nullopt;
}

/// The address of x's first element; null for an undefined tensor.
template <typename T> T* data(const at::Tensor& x)
{
    return x.defined() ? static_cast<T*>(x.data_ptr()) : nullptr;
}

/// `other`, which has the shape of x, in the memory layout of x, copied if need be; undefined stays undefined.
inline at::Tensor laidOutAs(const at::Tensor& x, const at::Tensor& other)
{
    return other.defined() ? other.contiguous(x.dim() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous) : other;
}

/// The number of pixels of the batch, n or n H W.
inline std::int64_t rowsOf(const at::Tensor& x)
{
    return x.numel() / x.size(1);
}

/// An uninitialised fp32 tensor [C].
inline at::Tensor perChannel(const at::Tensor& x)
{
    return at::empty({x.size(1)}, x.options().dtype(at::kFloat).memory_format(std::nullopt));
}

/// Calls work(first row, row after the last) on LibTorch's threads until all rows are done. Where it splits depends on the number
/// of threads, so `work` must treat every row on its own.
template <typename Work> void forRows(const at::Tensor& x, const Work& work)
{
    constexpr std::int64_t grain = 16384; // elements worth waking a thread for
    at::parallel_for(0, rowsOf(x), std::max<std::int64_t>(1, grain / x.size(1)), work);
}

/// Splits the rows of x into at most 64 chunks, each of which has sums of its own. The shape alone decides the split, so that no
/// sum depends on the number of threads.
struct RowChunks {
    explicit RowChunks(const at::Tensor& x)
        : rows(rowsOf(x))
        , chunkRows(std::max((rows + 63) / 64, std::max<std::int64_t>(1, 16384 / x.size(1))))
        , count((rows + chunkRows - 1) / chunkRows)
    {
    }

    /// Calls work(chunk, first row, row after the last) for every chunk, on LibTorch's threads.
    template <typename Work> void forEach(const Work& work) const
    {
        at::parallel_for(0, count, 1, [&](std::int64_t from, std::int64_t to) {
            for (std::int64_t chunk = from; chunk < to; ++chunk)
                work(chunk, chunk * chunkRows, std::min(rows, (chunk + 1) * chunkRows));
        });
    }

    std::int64_t rows, chunkRows, count;
};

/// Two fp64 values per chunk of rows and channel, 0 at first.
struct ChunkSums {
    ChunkSums(std::int64_t chunkCount, std::int64_t channelCount)
        : chunks(chunkCount)
        , channels(channelCount)
        , values(static_cast<std::size_t>(chunkCount * channelCount) * 2, 0.0)
    {
    }

    double* first(std::int64_t chunk) { return values.data() + chunk * 2 * channels; } ///< [C]
    double* second(std::int64_t chunk) { return first(chunk) + channels; }             ///< [C]

    /// The sums over the chunks, in their order.
    RowSums total()
    {
        RowSums result{std::vector<double>(static_cast<std::size_t>(channels), 0.0),
                       std::vector<double>(static_cast<std::size_t>(channels), 0.0)};
        for (std::int64_t chunk = 0; chunk < chunks; ++chunk)
            for (std::int64_t c = 0; c < channels; ++c) {
                result.sum[static_cast<std::size_t>(c)] += first(chunk)[c];
                result.product[static_cast<std::size_t>(c)] += second(chunk)[c];
            }
        return result;
    }

    std::int64_t chunks, channels;
    std::vector<double> values;
};

/// Mean and variance per channel, joined from those of chunks of rows by the rule of Chan, Golub and LeVeque (1983).
struct ChunkMoments : ChunkSums {
    ChunkMoments(std::int64_t chunkCount, std::int64_t channelCount)
        : ChunkSums(chunkCount, channelCount)
        , counts(static_cast<std::size_t>(chunkCount))
    {
    }

    /// Computes the chunk's mean and squared deviations over the rows [begin, end) of x [rows, C].
    template <typename T> void take(const T* x, std::int64_t chunk, std::int64_t begin, std::int64_t end)
    {
        counts[static_cast<std::size_t>(chunk)] = static_cast<double>(end - begin);
        rows::moments<T>(x, channels, begin, end, first(chunk), second(chunk));
    }

    /// The statistics [C], fp32, once every chunk is taken.
    BatchStatistics statistics()
    {
        BatchStatistics result{at::empty({channels}, at::kFloat), at::empty({channels}, at::kFloat)};
        for (std::int64_t c = 0; c < channels; ++c) {
            double mean = 0, squares = 0, before = 0;
            for (std::int64_t chunk = 0; chunk < chunks; ++chunk) {
                const double count = counts[static_cast<std::size_t>(chunk)], delta = first(chunk)[c] - mean;
                mean += delta * count / (before + count);
                squares += second(chunk)[c] + delta * delta * before * count / (before + count);
                before += count;
            }
            result.mean.mutable_data_ptr<float>()[c] = static_cast<float>(mean);
            result.variance.mutable_data_ptr<float>()[c] = static_cast<float>(squares < 0 ? 0 : squares / before);
        }
        return result;
    }

    std::vector<double> counts; ///< rows of each chunk
};

/// A per-channel tensor [C] as contiguous fp32.
inline at::Tensor wide(const at::Tensor& channel)
{
    return channel.to(at::kFloat).contiguous();
}

/// A point's map per channel, as the kernels of ChannelRows.h read it. It keeps the tensors alive that it was made from, except the
/// point's x, which the caller must keep.
template <typename T> struct PointRows {
    explicit PointRows(const NormActPoint& point)
        : gain(wide(point.scale) * point.inverseStd)
        , shift(wide(point.shift))
        , mean(point.mean.contiguous())
        , y(point.relu && point.residual ? laidOutAs(point.x, point.y) : at::Tensor())
    {
        primal = {data<T>(point.x),
                  data<T>(y),
                  point.x.size(1),
                  data<float>(mean),
                  data<float>(gain),
                  data<float>(shift),
                  !point.relu      ? rows::Mask::None
                  : point.residual ? rows::Mask::Output
                                   : rows::Mask::Input};
    }

    at::Tensor gain, shift, mean, y;
    rows::Primal<T> primal;
};

/// Sums over the rows of g and of g (x - mean).
struct Projection : RowSums {
    at::Tensor g; ///< a + b, masked, like x; or just a in the layout of x, if it did not have to be stored
};

/// Sums g = a + b, masked as primal.mask says, and g (x - mean) over all rows. a and b are like x; b may be undefined (zero). If
/// `store`, g is also returned; that is necessary where b is defined.
template <typename T>
Projection project(const at::Tensor& x, const rows::Primal<T>& primal, const at::Tensor& a, const at::Tensor& b, bool store)
{
    const at::Tensor first = laidOutAs(x, a), second = laidOutAs(x, b);
    Projection result;
    if (store)
        result.g = at::empty_like(x);
    const RowChunks chunks(x);
    ChunkSums sums(chunks.count, x.size(1));
    chunks.forEach([&](std::int64_t chunk, std::int64_t begin, std::int64_t end) {
        rows::project<T>(primal, data<T>(first), data<T>(second), data<T>(result.g), begin, end, sums.first(chunk), sums.second(chunk));
    });
    static_cast<RowSums&>(result) = sums.total();
    if (!store)
        result.g = first;
    return result;
}

/// Writes the derivatives by gamma and beta, [C], fp32, from the sums of a backward projection. inverseStd [C], fp32.
inline void affineGradient(const RowSums& sums, const at::Tensor& inverseStd, at::Tensor& scale, at::Tensor& shift)
{
    const float* r = inverseStd.const_data_ptr<float>();
    for (std::size_t c = 0; c < sums.sum.size(); ++c) {
        scale.mutable_data_ptr<float>()[c] = static_cast<float>(sums.product[c] * r[c]);
        shift.mutable_data_ptr<float>()[c] = static_cast<float>(sums.sum[c]);
    }
}

/// The coefficients per channel, [C], fp32, with which ofG g + ofX (x - mean) + constant = gain (g - mean g - x̂ mean(g x̂)).
struct CombineTables {
    CombineTables(const at::Tensor& x, const at::Tensor& gain, const at::Tensor& inverseStd, const RowSums& sums)
        : ofG(gain)
        , ofX(perChannel(x))
        , constant(perChannel(x))
    {
        const double count = static_cast<double>(rowsOf(x));
        const float* a = gain.const_data_ptr<float>();
        const float* r = inverseStd.const_data_ptr<float>();
        for (std::size_t c = 0; c < sums.sum.size(); ++c) {
            ofX.mutable_data_ptr<float>()[c] = static_cast<float>(-a[c] * static_cast<double>(r[c]) * r[c] * sums.product[c] / count);
            constant.mutable_data_ptr<float>()[c] = static_cast<float>(-a[c] * sums.sum[c] / count);
        }
    }

    rows::Coefficients pointers() const { return {data<float>(ofG), data<float>(ofX), data<float>(constant)}; }

    at::Tensor ofG, ofX, constant;
};

} // namespace reweigh::norm
