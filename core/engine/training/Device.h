// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/TrainOptions.h"
#include "core/engine/face/Engine.h"

#include <c10/core/Device.h>

#include <string>
#include <vector>

namespace reweigh {

/// What there is of CUDA on this machine, once LibTorch's CUDA part and the kernels' library (core/engine/kernels/cuda) are opened.
struct CudaLibraries {
    struct Device {
        std::string description; ///< "NVIDIA H100, compute capability 9.0, 80 GB"
        std::string unusable;    ///< why it cannot be used, empty where it can
        int capability = 0;      ///< 10 major + minor; 0: not known, for lack of our kernels
    };
    std::vector<Device> devices;
    std::string reason;          ///< why there is none
    std::string withoutKernels;  ///< why training has only the library's operations, empty where it has the kernels
};

/// Opened once, for LibTorch remembers its first answer; not at all where no card is visible, unless `asked`.
const CudaLibraries& cudaLibraries(bool asked);


struct DeviceChoice {
    c10::Device device{c10::DeviceType::CPU};
    std::string name;   ///< "cpu", "cuda:0"
    std::string reason; ///< why this one; empty where it was asked for by name
    std::string withoutKernels; ///< on a CUDA device: why training has only the library's operations there; else empty
};

/// The device called `asked`: auto, cpu, cuda or cuda:N. `auto` takes the first CUDA device, else the CPU, and says
/// why. LibTorch's CUDA part is loaded only if it is asked for or a card is visible.
/// A device that was lost is refused, also by `auto`: another in its place would not be what the trials before ran on.
/// Errors: NoSuchDevice (why not, and the devices there are).
Result<DeviceChoice> chooseDevice(const std::string& asked);

/// Device `name` of this process works no more (ErrorCode::DeviceLost): chooseDevice refuses it from here on. Thread: any.
void setDeviceLost(const std::string& name);

/// What a run's description says of it: "cpu (2 threads)", "cuda:0".
std::string deviceLine(const DeviceChoice& choice, int threads);

/// Errors: PrecisionUnsupported: tf32 on a CPU; bf16 on a CPU without bf16 instructions; either on a GPU before compute
/// capability 8.0.
Status checkPrecision(Precision precision, const c10::Device& device);

/// CPU and every CUDA device; where there is none, a "cuda" that is not usable, with the reason.
std::vector<DeviceInfo> listDevices();

/// "AVX-512 with bf16".
std::string cpuInstructionSet();

} // namespace reweigh
