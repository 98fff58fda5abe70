// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/DeviceKernels.h"

#include <ATen/cuda/CUDAGraph.h>

namespace reweigh {

/// A StepGraph on LibTorch's: what the work allocates stays its own from capture to destruction.
class CudaGraph : public StepGraph {
public:
    void capture(const std::function<void()>& work) override;
    void replay() override { m_graph.replay(); }

private:
    at::cuda::CUDAGraph m_graph;
};

} // namespace reweigh
