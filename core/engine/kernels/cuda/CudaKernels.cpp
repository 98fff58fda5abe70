// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/cuda/CudaKernels.h"

#include "core/engine/kernels/cuda/CudaGraph.h"
#include "core/engine/kernels/cuda/SampleLaunch.h"

#include <ATen/ATen.h>
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <cstdio>
#include <optional>

namespace reweigh {
namespace {

/// The oldest device that the kernels are built for, 10 major + minor.
constexpr int oldest = REWEIGH_CUDA_OLDEST;

cudaStream_t streamOf(const at::Tensor& x)
{
    return c10::cuda::getCurrentCUDAStream(x.device().index()).stream();
}

/// Calls update(T{}) for the type of a flat vector, fp32 or fp64.
template <typename Update> void inType(const at::Tensor& flat, const Update& update)
{
    if (flat.scalar_type() == at::kDouble)
        update(double{});
    else
        update(float{});
    C10_CUDA_KERNEL_LAUNCH_CHECK();
}

int capabilityOf(const cudaDeviceProp& properties)
{
    return 10 * properties.major + properties.minor;
}

std::string dotted(int capability)
{
    return std::to_string(capability / 10) + "." + std::to_string(capability % 10);
}

} // namespace

std::string CudaKernels::unusable(int index) const
{
    cudaDeviceProp properties{};
    if (const cudaError_t status = cudaGetDeviceProperties(&properties, index); status != cudaSuccess) {
        cudaGetLastError(); // clears the error, which LibTorch's next call would report
        return cudaGetErrorString(status);
    }
    if (capabilityOf(properties) < oldest)
        return std::string(properties.name) + " has compute capability " + dotted(capabilityOf(properties)) + ", this build needs "
               + dotted(oldest);
    return {};
}

int CudaKernels::capability(int index) const
{
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, index) == cudaSuccess)
        return capabilityOf(properties);
    cudaGetLastError();
    return 0;
}

std::string CudaKernels::describe(int index) const
{
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, index) != cudaSuccess) {
        cudaGetLastError();
        return "CUDA device";
    }
    char memory[32];
    std::snprintf(memory, sizeof memory, "%.0f GB", double(properties.totalGlobalMem) / 1e9);
    return std::string(properties.name) + ", compute capability " + dotted(capabilityOf(properties)) + ", " + memory;
}

/// CUDA returns such an error from every call until the process ends; any other one is returned once.
std::string CudaKernels::failure(int index) const
{
    const cudaStream_t stream = c10::cuda::getCurrentCUDAStream(static_cast<c10::DeviceIndex>(index)).stream();
    cudaStreamSynchronize(stream);
    cudaGetLastError();
    const cudaError_t status = cudaStreamSynchronize(stream);
    return status == cudaSuccess ? std::string() : std::string("CUDA error: ") + cudaGetErrorString(status);
}

void CudaKernels::takeStream(int index) const
{
    const auto device = static_cast<c10::DeviceIndex>(index);
    c10::cuda::set_device(device);
    thread_local std::optional<StreamLease> own;
    if (own && own->device() != device) { // the stream goes back, so this thread must not use it any more
        c10::cuda::setCurrentCUDAStream(c10::cuda::getDefaultCUDAStream(own->device()));
        own.reset();
    }
    if (!own)
        own.emplace(device);
    own->makeCurrent();
}

std::unique_ptr<StepGraph> CudaKernels::makeGraph() const
{
    return std::make_unique<CudaGraph>();
}

void CudaKernels::emptyCache() const
{
    emptyDeviceCaches();
}

CrossEntropy CudaKernels::crossEntropy(const at::Tensor& logits, const at::Tensor& labels) const
{
    const c10::cuda::CUDAGuard guard(logits.device());
    const at::Tensor z = logits.contiguous(), y = labels.contiguous();
    CrossEntropy result{at::empty({z.size(0)}, z.options()), at::empty_like(z), at::empty_like(z)};
    cuda::crossEntropy(z.const_data_ptr<float>(), y.const_data_ptr<std::int64_t>(), static_cast<int>(z.size(0)),
                       static_cast<int>(z.size(1)), result.losses.mutable_data_ptr<float>(), result.probabilities.mutable_data_ptr<float>(),
                       result.derivative.mutable_data_ptr<float>(), streamOf(z));
    C10_CUDA_KERNEL_LAUNCH_CHECK();
    return result;
}

void CudaKernels::sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, double momentum,
                          double weightDecay, bool nesterov) const
{
    const c10::cuda::CUDAGuard guard(w.device());
    const cuda::SgdConstants k{.lr = lr.value, .momentum = momentum, .weightDecay = weightDecay, .nesterov = nesterov};
    const double* rate = lr.onDevice.defined() ? lr.onDevice.const_data_ptr<double>() : nullptr;
    inType(w, [&](auto element) {
        using T = decltype(element);
        cuda::sgd<T>(w.mutable_data_ptr<T>(), gradient.const_data_ptr<T>(), buffer.mutable_data_ptr<T>(), w.numel(), rate, k, streamOf(w));
    });
}

void CudaKernels::adamStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& first, at::Tensor& second, const at::Tensor& taken,
                           double lr, double weightDecay) const
{
    const c10::cuda::CUDAGuard guard(w.device());
    const cuda::AdamConstants k{.beta1 = 0.9, .beta2 = 0.999, .epsilon = 1e-8, .lr = lr, .weightDecay = weightDecay};
    inType(w, [&](auto element) {
        using T = decltype(element);
        cuda::adam<T>(w.mutable_data_ptr<T>(), gradient.const_data_ptr<T>(), first.mutable_data_ptr<T>(), second.mutable_data_ptr<T>(),
                      w.numel(), taken.const_data_ptr<std::int64_t>(), k, streamOf(w));
    });
}

at::Tensor CudaKernels::gatherImages(const at::Tensor& pixels, const at::Tensor& samples, const at::Tensor& value,
                                     at::ScalarType type) const
{
    const c10::cuda::CUDAGuard guard(pixels.device());
    const cuda::ImageShape shape{static_cast<int>(pixels.size(1)), static_cast<int>(pixels.size(2)), static_cast<int>(pixels.size(3))};
    const int count = static_cast<int>(samples.size(0));
    const at::Tensor images = at::empty({count, shape.height, shape.width, shape.channels}, pixels.options().dtype(type));
    const auto gather = [&](auto element) {
        using T = decltype(element);
        cuda::gatherImages<T>(pixels.const_data_ptr<std::uint8_t>(), samples.const_data_ptr<int>(), value.const_data_ptr<float>(), count,
                              shape, static_cast<T*>(images.mutable_data_ptr()), streamOf(pixels));
    };
    if (type == at::kBFloat16)
        gather(std::uint16_t{});
    else
        gather(float{});
    C10_CUDA_KERNEL_LAUNCH_CHECK();
    return images.permute({0, 3, 1, 2});
}

} // namespace reweigh

/// The function that core/engine/training/Device.cpp looks up in this library.
extern "C" __attribute__((visibility("default"))) const reweigh::DeviceKernels* reweigh_device_kernels(int abi)
{
    static const reweigh::CudaKernels kernels;
    return abi == reweigh::deviceKernelsAbi ? &kernels : nullptr;
}
