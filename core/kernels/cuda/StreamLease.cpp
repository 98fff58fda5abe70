// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/cuda/StreamLease.h"

#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>

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

} // namespace reweigh
