// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/cuda/CudaGraph.h"

#include <ATen/core/CachingHostAllocator.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAFunctions.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <map>
#include <mutex>
#include <vector>

namespace reweigh {
namespace {

struct IdleStreams {
    std::mutex mutex;
    std::map<c10::DeviceIndex, std::vector<cudaStream_t>> of;
};

IdleStreams& idle()
{
    static IdleStreams streams;
    return streams;
}

} // namespace

StreamLease::StreamLease(c10::DeviceIndex device)
    : m_device(device)
{
    {
        const std::lock_guard lock(idle().mutex);
        if (std::vector<cudaStream_t>& streams = idle().of[device]; !streams.empty()) {
            m_stream = streams.back();
            streams.pop_back();
        }
    }
    if (!m_stream) {
        const c10::cuda::CUDAGuard guard(device);
        C10_CUDA_CHECK(cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking)); // never destroyed: what was allocated on it outlives it
    }
}

void StreamLease::makeCurrent() const
{
    c10::cuda::setCurrentCUDAStream(c10::cuda::getStreamFromExternal(m_stream, m_device));
}

StreamLease::~StreamLease()
{
    const std::lock_guard lock(idle().mutex);
    idle().of[m_device].push_back(m_stream);
}

namespace {

/// Held while a graph comes or goes: the library enters all of them in its random generator's list, which has no lock.
std::mutex registering;

} // namespace

CudaGraph::CudaGraph()
    : m_graph(std::in_place)
    , m_pool(at::cuda::graph_pool_handle())
{
}

CudaGraph::~CudaGraph()
{
    const std::lock_guard lock(registering);
    m_graph.reset();
}

/// One capture at a time: others may train meanwhile, which is why only this thread's calls are watched.
void CudaGraph::capture(const std::function<void()>& work)
{
    const std::lock_guard lock(registering);
    c10::cuda::getCurrentCUDAStream().synchronize();
    try {
        m_graph->capture_begin(m_pool, cudaStreamCaptureModeThreadLocal);
        work();
        m_graph->capture_end();
    } catch (...) {
        abandon(); // what went wrong is known already
        throw;
    }
}

/// Leaves the stream as it was, and the allocators: the library's own end of an invalid capture throws before it comes to
/// them, and while they take a capture to be under way they give no memory back.
void CudaGraph::abandon()
{
    try {
        m_graph->capture_end();
        return;
    } catch (const std::exception&) {
    }
    try {
        const c10::DeviceIndex device = c10::cuda::current_device();
        c10::cuda::CUDACachingAllocator::endAllocateToPool(device, m_pool); // throws if they know
        at::getHostAllocator(at::kCUDA)->end_allocate_to_pool(m_pool);
        c10::cuda::CUDACachingAllocator::releasePool(device, m_pool);
        at::getHostAllocator(at::kCUDA)->release_pool(m_pool);
    } catch (const std::exception&) {
    }
}

} // namespace reweigh
