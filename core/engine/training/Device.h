// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/TrainOptions.h"
#include "core/engine/face/Engine.h"

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace reweigh {

/// The CUDA devices of this machine, as found by LibTorch's CUDA part and the kernels' library (core/engine/kernels/cuda).
struct CudaLibraries {
    struct Device {
        std::string description; ///< "NVIDIA H100, compute capability 9.0, 80 GB"
        std::string unusable;    ///< why it cannot be used, empty where it can
        int capability = 0;      ///< compute capability, 10 major + minor; 0: unknown, because the project's kernels are missing
    };
    std::vector<Device> devices;
    std::string reason;         ///< why there is no device; empty if there is one
    std::string withoutKernels; ///< why training has to use LibTorch's operations; empty if it has the project's kernels
};

/// Opens the libraries on the first call and returns what they found. It opens them only once, since LibTorch remembers its first
/// answer, and not at all if no graphics card is visible, unless `asked`. LibTorch's CUDA part is found only before LibTorch is first used,
/// be it for a training on the CPU. The environment variable REWEIGH_CUDA_LIBRARY names a library that takes the place of both, with a card to
/// be seen. Thread: any.
const CudaLibraries& cudaLibraries(bool asked);

struct DeviceChoice {
    c10::Device device{c10::DeviceType::CPU};
    std::string name;           ///< "cpu", "cuda:0"
    std::string reason;         ///< why this device was chosen; empty if it was asked for by name
    std::string withoutKernels; ///< on a CUDA device: why training has to use LibTorch's operations there; else empty
};

/// Finds the device called `asked`: auto, cpu, cuda or cuda:N. `auto` takes the first CUDA device that can be used, else the CPU, and
/// gives the reason. LibTorch's CUDA part is loaded only if CUDA is asked for or a graphics card is visible.
/// A device that was lost is refused, also by `auto`, because on another device the next trials would not be comparable.
/// Errors: NoSuchDevice (with the reason and the names of the usable devices). Thread: any.
Result<DeviceChoice> chooseDevice(const std::string& asked);

/// Notes that device `name` ("cuda:0") no longer works in this process (ErrorCode::DeviceLost); chooseDevice() then refuses it.
/// Returns false if that was known already. Thread: any.
bool setDeviceLost(const std::string& name);

/// What is wrong with device `name` for good (DeviceKernels::failure()); empty where it works, on the CPU, and without the project's kernels,
/// which alone can tell. Throws nothing. Thread: any.
std::string deviceFailure(const std::string& name);

/// Gives device memory that nothing uses back to the system, where `name` is a CUDA device that works and has the project's kernels.
/// LibTorch would keep it, out of reach for other streams' trainings and for other programs. Throws nothing. Thread: any.
void emptyDeviceCache(const std::string& name);

/// The device as a run's description names it: "cpu (2 threads)", "cuda:0".
std::string deviceLine(const DeviceChoice& choice, int threads);

/// Checks that `device` can compute in `precision`. Errors: PrecisionUnsupported (tf32 on a CPU; bf16 on a CPU without bf16
/// instructions; either on a GPU of a compute capability known to be below 8.0).
Status checkPrecision(Precision precision, const c10::Device& device);

/// The CPU and every CUDA device. If there is no CUDA device, one entry "cuda" that is not usable gives the reason.
std::vector<DeviceInfo> listDevices();

/// The processor's widest vector instructions, such as "AVX-512 with bf16".
std::string cpuInstructionSet();

} // namespace reweigh
