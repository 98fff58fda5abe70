// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"

#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDAStream.h>

#include <optional>

namespace reweigh {

/// A CUDA stream that only one thread uses. LibTorch's own pool hands out the same 32 streams in turn, also while others hold them.
/// If two trials had one stream, the work of one would end up in the graph that the other records. A stream that is given back
/// goes to the next thread that asks, and with it the memory that LibTorch's caching allocator keeps for the stream.
class StreamLease {
public:
    /// Takes an unused stream of `device` or makes one. Throws c10::Error if CUDA fails.
    explicit StreamLease(c10::DeviceIndex device);
    /// Gives the stream back.
    ~StreamLease();
    StreamLease(const StreamLease&) = delete;
    StreamLease& operator=(const StreamLease&) = delete;

    /// Makes it the calling thread's current stream.
    void makeCurrent() const;

    c10::DeviceIndex device() const { return m_device; }

private:
    const c10::DeviceIndex m_device;
    cudaStream_t m_stream = nullptr;
};

/// DeviceKernels::emptyCache(). Throws c10::Error if CUDA fails.
void emptyDeviceCaches();

/// A StepGraph made of LibTorch's CUDAGraph. The memory that the captured work allocates belongs to the graph until its destruction.
class CudaGraph : public StepGraph {
public:
    CudaGraph();
    ~CudaGraph() override;

    void capture(const std::function<void()>& work) override;
    void replay() override { m_graph->replay(); }

private:
    void abandon();

    std::optional<at::cuda::CUDAGraph> m_graph;
    const c10::MempoolId_t m_pool;
};

} // namespace reweigh
