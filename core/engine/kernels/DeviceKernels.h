// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/kernels/LearningRate.h"
#include "core/engine/kernels/NormAct.h"

#include <functional>
#include <memory>
#include <string>

namespace reweigh {

/// Work on a device that is recorded once and then started as one: a CUDA graph. What it reads and writes must stay
/// where it was during the capture. Thread: the one whose current stream it was captured on.
class StepGraph {
public:
    virtual ~StepGraph() = default;

    /// Records what `work` does on the current stream, without doing it; `work` may not wait for the device.
    virtual void capture(const std::function<void()>& work) = 0;
    virtual void replay() = 0;
};

/// The kernels of a device that the engine itself is not linked to: a library of its own implements them and is opened
/// when the device is there (core/engine/training/Device.cpp). All of it follows the calling thread's current stream, and
/// every sum is taken in an order that depends on shapes alone.
class DeviceKernels {
public:
    virtual ~DeviceKernels() = default;

    /// Why the kernels do not run on device `index`, empty where they do.
    virtual std::string unusable(int index) const = 0;
    /// The compute capability of device `index`, 10 major + minor; 0 where it cannot be asked.
    virtual int capability(int index) const = 0;
    /// "NVIDIA H100, compute capability 9.0, 80 GB".
    virtual std::string describe(int index) const = 0;

    /// Has the calling thread work on device `index`, on a stream of its own that no other thread has, from here on.
    virtual void takeStream(int index) const = 0;
    virtual std::unique_ptr<StepGraph> makeGraph() const = 0;

    /// As NormAct.h, for activations that `deviceKernels` found fit.
    virtual BatchStatistics batchStatistics(const at::Tensor& x) const = 0;
    virtual at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual) const = 0;
    virtual NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB) const = 0;
    virtual at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                                      const at::Tensor& shiftTangent, const at::Tensor& residualTangent) const = 0;

    /// As CrossEntropy.h, for fp32.
    virtual CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels) const = 0;

    /// One step of Optimisers.h's SGD, for fp32 and fp64.
    virtual void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, double momentum,
                         double weightDecay, bool nesterov) const = 0;

    /// One step of Optimisers.h's Adam, the number of steps before it being read from `taken` [1], int64, on the device.
    virtual void adamStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& first, at::Tensor& second, const at::Tensor& taken,
                          double lr, double weightDecay) const = 0;

    /// Images of a set [N, H, W, C], uint8, cropped and normalised as core/data/batches/BatchMaker.h does: [n, C, H, W], channels-last,
    /// `type` fp32 or bf16. `samples` [n, 4], int32: image, row and column where the crop begins, whether mirrored.
    /// `value` [C, 256], fp32: byte to normalised value.
    virtual at::Tensor gatherImages(const at::Tensor& pixels, const at::Tensor& samples, const at::Tensor& value, at::ScalarType type) const = 0;
};

/// What the library shows: the kernels, or null if it was built for another version of this interface.
using FindDeviceKernels = const DeviceKernels*(int abi);
constexpr const char* deviceKernelsSymbol = "reweigh_device_kernels";
constexpr int deviceKernelsAbi = 2;

/// The kernels of the process's CUDA devices; null until they are set.
const DeviceKernels* deviceKernels();
void setDeviceKernels(const DeviceKernels* kernels);

/// The kernels for an activation or for logits, null where the composition has to do: on a CPU, where they are not there
/// or not wanted, in fp64, for empty tensors and layouts other than channels-last.
const DeviceKernels* deviceKernelsFor(const at::Tensor& x);

} // namespace reweigh
