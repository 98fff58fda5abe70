// SPDX-License-Identifier: GPL-3.0-or-later
// Eight devices in the shape of LibTorch's CUDA part and of libreweigh_cuda.so. No tensor can be on them; they differ in how they fail.
// Where REWEIGH_FAKE_CUDA names a reason, there are none for that reason.
#include "tests/core/engine/training/FakeCuda.h"
#include "tests/core/engine/training/RecordingKernels.h"

#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/util/Exception.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace {

using reweigh::test::FakeDevice;

constexpr const char* illegalAddress = "CUDA error: an illegal memory access was encountered";

std::array<std::atomic<int>, 8> taken;
std::atomic<int> emptiedCaches;

/// Waits until three threads are here, or for ten seconds.
void waitForThree()
{
    static std::mutex mutex;
    static std::condition_variable arrived;
    static int here = 0;
    std::unique_lock lock(mutex);
    ++here;
    arrived.notify_all();
    arrived.wait_for(lock, std::chrono::seconds(10), [] { return here >= 3; });
}

/// Why there are no devices; null: there are.
const char* noDevices()
{
    return std::getenv("REWEIGH_FAKE_CUDA");
}

class FakeKernels : public reweigh::test::RecordingKernels {
public:
    std::string unusable(int index) const override { return noDevices() ? noDevices() : index == FakeDevice::unusable ? "planned" : ""; }
    std::string failure(int index) const override { return index == FakeDevice::lostBehindALibrary ? illegalAddress : ""; }
    void emptyCache() const override { ++emptiedCaches; }

    void takeStream(int index) const override
    {
        ++taken.at(std::size_t(index));
        switch (index) {
        case FakeDevice::lost: throw c10::AcceleratorError({__func__, __FILE__, __LINE__}, 700, illegalAddress);
        case FakeDevice::lostBehindALibrary: TORCH_CHECK(false, "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED");
        case FakeDevice::full: throw c10::OutOfMemoryError({__func__, __FILE__, __LINE__}, "CUDA out of memory");
        case FakeDevice::fullForLibrary: TORCH_CHECK(false, "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`");
        case FakeDevice::lostToThree: waitForThree(); throw c10::AcceleratorError({__func__, __FILE__, __LINE__}, 700, illegalAddress);
        default: break;
        }
    }
};

struct FakeHooks : at::CUDAHooksInterface {
    explicit FakeHooks(at::CUDAHooksArgs) { }
    at::DeviceIndex deviceCount() const override { return noDevices() ? 0 : 8; }
};

using at::CUDAHooksRegistry;
using at::RegistererCUDAHooksRegistry;
C10_REGISTER_CLASS(CUDAHooksRegistry, CUDAHooks, FakeHooks)

} // namespace

extern "C" {

__attribute__((visibility("default"))) const reweigh::DeviceKernels* reweigh_device_kernels(int abi)
{
    static const FakeKernels kernels;
    return abi == reweigh::deviceKernelsAbi ? &kernels : nullptr;
}

__attribute__((visibility("default"))) int reweigh_fake_cuda_taken(int index)
{
    return taken.at(std::size_t(index));
}

__attribute__((visibility("default"))) int reweigh_fake_cuda_emptied()
{
    return emptiedCaches;
}

} // extern "C"
