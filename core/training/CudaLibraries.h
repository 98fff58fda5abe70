// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace reweigh {

/// What there is of CUDA on this machine, once LibTorch's CUDA part and the kernels' library (core/kernels/cuda) are opened.
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

} // namespace reweigh
