// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/CudaLibraries.h"

#include "core/base/PathText.h"
#include "core/kernels/DeviceKernels.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <dlfcn.h>

#include <filesystem>
#include <typeinfo>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* kernelsName = "libreweigh_cuda.so";

bool cardVisible()
{
    std::error_code ignored;
    return fs::exists("/dev/nvidiactl", ignored) || fs::exists("/dev/dxg", ignored);
}

std::string loaderError()
{
    const char* message = dlerror();
    return message ? message : "unknown loader error";
}

/// The folder of the library or program that holds the function at `address`.
fs::path folderOf(const void* address)
{
    Dl_info info{};
    return dladdr(address, &info) && info.dli_fname ? fullPath(info.dli_fname).parent_path() : fs::path();
}

/// Opens LibTorch's CUDA part, which lies beside its CPU part; why it could not, or empty.
std::string openTorch()
{
    if (void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL))
        dlclose(driver);
    else
        return "the NVIDIA driver is missing (" + loaderError() + ")";
    const fs::path part = folderOf(reinterpret_cast<const void*>(&at::detail::getCUDAHooks)) / "libtorch_cuda.so";
    if (std::error_code ignored; !fs::exists(part, ignored))
        return "LibTorch is installed without its CUDA part";
    return dlopen(part.c_str(), RTLD_NOW | RTLD_GLOBAL) ? std::string() : loaderError();
}

/// Opens the kernels' library and sets its kernels; why it could not, or empty.
std::string openKernels()
{
    const fs::path here = folderOf(reinterpret_cast<const void*>(&cudaLibraries));
    std::error_code ignored;
    const fs::path beside = here / kernelsName, path = fs::exists(beside, ignored) ? beside : here.parent_path() / "lib" / kernelsName;
    if (!fs::exists(path, ignored))
        return std::string(kernelsName) + " is not there";
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); // never closed: what it allocated lives on
    if (!library)
        return loaderError();
    const auto find = reinterpret_cast<FindDeviceKernels*>(dlsym(library, deviceKernelsSymbol));
    const DeviceKernels* kernels = find ? find(deviceKernelsAbi) : nullptr;
    if (!kernels)
        return std::string(kernelsName) + " was built for another version of the program";
    setDeviceKernels(kernels);
    return {};
}

CudaLibraries opened()
{
    CudaLibraries result;
    result.reason = openTorch();
    if (!result.reason.empty())
        return result;
    int count = 0;
    try {
        const at::CUDAHooksInterface& hooks = at::detail::getCUDAHooks();
        // Asked before its CUDA part was there (by a training on the CPU), the library keeps the answer of having none.
        if (typeid(hooks) == typeid(at::CUDAHooksInterface)) {
            result.reason = "this program has used LibTorch without its CUDA part; start the program again";
            return result;
        }
        count = hooks.deviceCount();
    } catch (const std::exception& error) {
        result.reason = error.what();
        return result;
    }
    if (count == 0) {
        result.reason = "no CUDA device";
        return result;
    }
    result.withoutKernels = openKernels();
    for (int i = 0; i < count; ++i)
        result.devices.push_back(deviceKernels() ? CudaLibraries::Device{deviceKernels()->describe(i), deviceKernels()->unusable(i), deviceKernels()->capability(i)}
                                                 : CudaLibraries::Device{"CUDA device", {}, 0});
    // fp32 means fp32, and one seed one result.
    at::globalContext().setAllowTF32CuDNN(false); // but within a Tf32Scope
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setDeterministicCuDNN(true);
    return result;
}

} // namespace

const CudaLibraries& cudaLibraries(bool asked)
{
    static const CudaLibraries unseen{.devices = {}, .reason = "no graphics card is visible", .withoutKernels = {}};
    if (!asked && !cardVisible())
        return unseen;
    static const CudaLibraries found = opened();
    return found;
}

} // namespace reweigh
