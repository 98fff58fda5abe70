// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/kernels/LearningRate.h"
#include "core/engine/kernels/NormAct.h"

#include <functional>
#include <memory>
#include <string>

namespace reweigh {

/// Work on a device that is recorded once and then started with one call: a CUDA graph. The tensors that the work reads and writes
/// must stay at the addresses that they had during the capture. Thread: the one on whose current stream it was captured.
class StepGraph {
public:
    virtual ~StepGraph() = default;

    /// Records what `work` does on the current stream without carrying it out. `work` must not wait for the device. What it allocates is
    /// memory of the graph's own, beside what the allocator keeps of the same work done before: call DeviceKernels::emptyCache() first.
    /// Throws c10::Error, or what `work` throws, if the work cannot be recorded.
    virtual void capture(const std::function<void()>& work) = 0;

    /// Starts the recorded work on the current stream; does not wait for its end. Only after capture().
    virtual void replay() = 0;
};

/// The kernels for CUDA devices. The engine is not linked to them: a library of its own implements them, and
/// core/engine/training/Device.cpp opens it beside LibTorch's CUDA part. All functions work on the calling thread's current stream and
/// do not wait for the device. Every sum is taken in an order that depends on shapes alone.
class DeviceKernels {
public:
    virtual ~DeviceKernels() = default;

    /// Why the kernels do not run on device `index`, in English; empty where they run.
    virtual std::string unusable(int index) const = 0;
    /// The compute capability of device `index`, 10 major + minor; 0 where it cannot be asked.
    virtual int capability(int index) const = 0;
    /// "NVIDIA H100, compute capability 9.0, 80 GB".
    virtual std::string describe(int index) const = 0;

    /// What is wrong with device `index` for good, such that every later call fails (an illegal address in a kernel, say), in CUDA's words;
    /// empty where it still works. Waits for the calling thread's current stream there.
    virtual std::string failure(int index) const = 0;

    /// Makes the calling thread work on device `index` from now on, on a stream that no other thread has.
    virtual void takeStream(int index) const = 0;
    /// An empty graph, to be captured.
    virtual std::unique_ptr<StepGraph> makeGraph() const = 0;
    /// Gives the memory that LibTorch's allocator keeps and nothing uses back to the device, on all devices and streams. Waits for
    /// devices and for a capture of another thread.
    virtual void emptyCache() const = 0;

    /// These four do what the functions of the same names in NormAct.h do, with the same shapes, for activations for which
    /// deviceKernelsFor() returned the kernels. tA must be defined.
    virtual BatchStatistics batchStatistics(const at::Tensor& x) const = 0;
    virtual at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual) const = 0;
    virtual NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB) const = 0;
    virtual at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                                      const at::Tensor& shiftTangent, const at::Tensor& residualTangent) const = 0;

    /// crossEntropy() of CrossEntropy.h for fp32: logits [n, K], n and K >= 1, labels [n], int64. A label outside [0, K) gives its
    /// sample NaN.
    virtual CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels) const = 0;

    /// One step of SGD as sgdStep() of Optimisers.h takes it. w, gradient and buffer: flat [P], contiguous, all fp32 or all fp64.
    virtual void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, double momentum,
                         double weightDecay, bool nesterov) const = 0;

    /// One step of Adam as adamStep() of Optimisers.h takes it. w, gradient, first and second: flat [P], contiguous, all fp32 or all
    /// fp64. The number of steps before this one is read from `taken` ([1], int64, on the device), which is not changed.
    virtual void adamStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& first, at::Tensor& second, const at::Tensor& taken,
                          double lr, double weightDecay) const = 0;

    /// Makes a batch from an image set on the device, cropped, mirrored and normalised as core/data/batches/BatchMaker.h does:
    /// [n, C, H, W], channels-last, of dtype `type`, fp32 or bf16. `pixels` [N, H, W, C], uint8, the set. `samples` [n, 4], int32,
    /// per image its number in the set, the row and the column of the padded image at which the crop begins, and 1 if it is
    /// mirrored. `value` [C, 256], fp32, the normalised value of each byte. All on one device.
    virtual at::Tensor gatherImages(const at::Tensor& pixels, const at::Tensor& samples, const at::Tensor& value,
                                    at::ScalarType type) const = 0;
};

/// The function that the kernels' library exports. It returns the kernels, or null if the library was built for another version of this
/// interface than `abi`.
using FindDeviceKernels = const DeviceKernels*(int abi);
constexpr const char* deviceKernelsSymbol = "reweigh_device_kernels";
constexpr int deviceKernelsAbi = 3;

/// The kernels for the process's CUDA devices; null until they are set. Thread: any.
const DeviceKernels* deviceKernels();
/// Sets what deviceKernels() returns; `kernels` must live as long as the program. Thread: any.
void setDeviceKernels(const DeviceKernels* kernels);

/// The kernels for an activation [n, C, H, W] or [n, C], or for logits [n, K]. Null means that the caller has to use LibTorch's
/// operations: on a CPU, where no kernels are set, under KernelChoice::Library, for dtypes other than fp32 and bf16, for empty
/// tensors, for more than 2^30 elements, and for memory layouts other than channels-last (of [n, C]: other than contiguous).
const DeviceKernels* deviceKernelsFor(const at::Tensor& x);

} // namespace reweigh
