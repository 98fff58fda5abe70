// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/DeviceKernels.h"

#include <ATen/cuda/CUDAGraph.h>

#include <optional>

namespace reweigh {

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
