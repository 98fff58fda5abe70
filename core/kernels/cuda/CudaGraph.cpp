// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/cuda/CudaGraph.h"

#include <c10/cuda/CUDAStream.h>

#include <mutex>

namespace reweigh {

/// One capture at a time: others may train meanwhile, which is why only this thread's calls are watched.
void CudaGraph::capture(const std::function<void()>& work)
{
    static std::mutex capturing;
    const std::lock_guard lock(capturing);
    c10::cuda::getCurrentCUDAStream().synchronize();
    m_graph.capture_begin({0, 0}, cudaStreamCaptureModeThreadLocal);
    try {
        work();
    } catch (...) {
        try {
            m_graph.capture_end(); // leaves the stream as it was; what went wrong is known already
        } catch (const std::exception&) {
        }
        throw;
    }
    m_graph.capture_end();
}

} // namespace reweigh
