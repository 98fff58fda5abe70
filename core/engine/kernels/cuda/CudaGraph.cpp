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
        // Never destroyed, because memory that was allocated on the stream lives longer.
        C10_CUDA_CHECK(cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking));
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

/// Held while a graph is captured or destroyed, because LibTorch enters every graph in a list of its random generator without a lock.
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

void emptyDeviceCaches()
{
    const std::lock_guard lock(registering);
    c10::cuda::CUDACachingAllocator::emptyCache();
}

/// Captures one graph at a time. Other threads may train meanwhile, so the capture mode is thread-local: CUDA watches this thread only.
void CudaGraph::capture(const std::function<void()>& work)
{
    const std::lock_guard lock(registering);
    c10::cuda::getCurrentCUDAStream().synchronize();
    try {
        m_graph->capture_begin(m_pool, cudaStreamCaptureModeThreadLocal);
        work();
        m_graph->capture_end();
    } catch (...) {
        abandon(); // ignores errors of its own; the first error is rethrown
        throw;
    }
}

/// Ends a failed capture and restores the stream and the allocators. LibTorch's capture_end() throws for an invalid capture before it
/// reaches the allocators; as long as those believe that a capture runs, they release no memory.
void CudaGraph::abandon()
{
    try {
        m_graph->capture_end();
        return;
    } catch (const std::exception&) {
    }
    try {
        const c10::DeviceIndex device = c10::cuda::current_device();
        c10::cuda::CUDACachingAllocator::endAllocateToPool(device, m_pool); // throws if the capture has ended for the allocator
        at::getHostAllocator(at::kCUDA)->end_allocate_to_pool(m_pool);
        c10::cuda::CUDACachingAllocator::releasePool(device, m_pool);
        at::getHostAllocator(at::kCUDA)->release_pool(m_pool);
    } catch (const std::exception&) {
    }
}

} // namespace reweigh
