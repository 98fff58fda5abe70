// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"

#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDAStream.h>

#include <optional>

namespace reweigh {

/// A stream of one thread's own. LibTorch hands the same 32 out in turn, whoever still holds them: of two
/// trials on one stream, what one does while the other is recording would land in the other's graph. A stream that is given
/// up goes to the next who asks, and with it the memory that the caching allocator keeps for it.
class StreamLease {
public:
    explicit StreamLease(c10::DeviceIndex device);
    ~StreamLease();
    StreamLease(const StreamLease&) = delete;
    StreamLease& operator=(const StreamLease&) = delete;

    /// On the calling thread.
    void makeCurrent() const;

    c10::DeviceIndex device() const { return m_device; }

private:
    const c10::DeviceIndex m_device;
    cudaStream_t m_stream = nullptr;
};


/// A StepGraph on LibTorch's: what the work allocates stays its own from capture to destruction.
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
