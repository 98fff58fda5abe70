// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/Device.h"

#include "core/base/PathText.h"
#include "core/config/Names.h"
#include "core/engine/kernels/DeviceKernels.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <charconv>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <system_error>
#include <typeinfo>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* kernelsName = "libreweigh_cuda.so";

/// A library that takes the place of LibTorch's CUDA part and of the kernels: how failures of a device are tried where there is none.
const char* standIn()
{
    const char* named = std::getenv("REWEIGH_CUDA_LIBRARY");
    return named && *named ? named : nullptr;
}

bool cardVisible()
{
    std::error_code ignored;
    return standIn() || fs::exists("/dev/nvidiactl", ignored) || fs::exists("/dev/dxg", ignored);
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

/// Opens LibTorch's CUDA part, which lies beside its CPU part. Returns why it could not; empty on success.
std::string openTorch()
{
    if (standIn())
        return dlopen(standIn(), RTLD_NOW | RTLD_LOCAL) ? std::string() : loaderError();
    if (void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL))
        dlclose(driver);
    else
        return "the NVIDIA driver is missing (" + loaderError() + ")";
    const fs::path part = folderOf(reinterpret_cast<const void*>(&at::detail::getCUDAHooks)) / "libtorch_cuda.so";
    if (std::error_code ignored; !fs::exists(part, ignored))
        return "LibTorch is installed without its CUDA part";
    return dlopen(part.c_str(), RTLD_NOW | RTLD_GLOBAL) ? std::string() : loaderError();
}

/// The kernels' library, opened.
struct KernelsLibrary {
    const DeviceKernels* kernels = nullptr;
    std::string missing; ///< why there are none; empty if there are
};

KernelsLibrary openKernels()
{
    const fs::path here = folderOf(reinterpret_cast<const void*>(&cudaLibraries));
    std::error_code ignored;
    const fs::path beside = here / kernelsName;
    const fs::path path = standIn() ? standIn() : fs::exists(beside, ignored) ? beside : here.parent_path() / "lib" / kernelsName;
    if (!fs::exists(path, ignored))
        return {.missing = std::string(kernelsName) + " is not there"};
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL); // never closed, because memory that it allocated stays in use
    if (!library)
        return {.missing = loaderError()};
    const auto find = reinterpret_cast<FindDeviceKernels*>(dlsym(library, deviceKernelsSymbol));
    const DeviceKernels* kernels = find ? find(deviceKernelsAbi) : nullptr;
    if (!kernels)
        return {.missing = std::string(kernelsName) + " was built for another version of the program"};
    return {.kernels = kernels};
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
        // If LibTorch was used before its CUDA part was loaded, it keeps the answer that there is none. The engine opens that part at its
        // start where a card is visible; this is left to a card that is not (no device file that is known) and was asked for late.
        if (typeid(hooks) == typeid(at::CUDAHooksInterface)) {
            result.reason = "this program has used LibTorch without its CUDA part; start the program again";
            return result;
        }
        count = hooks.deviceCount();
    } catch (const std::exception& error) {
        result.reason = error.what();
        return result;
    }
    const KernelsLibrary library = openKernels();
    if (count == 0) { // LibTorch counts none where the driver is too old, too; CUDA itself says which it is
        result.reason = library.kernels ? library.kernels->unusable(0) : std::string();
        if (result.reason.empty())
            result.reason = "no CUDA device";
        return result;
    }
    setDeviceKernels(library.kernels);
    result.withoutKernels = library.missing;
    for (int i = 0; i < count; ++i)
        result.devices.push_back(deviceKernels() ? CudaLibraries::Device{deviceKernels()->describe(i), deviceKernels()->unusable(i),
                                                                         deviceKernels()->capability(i)}
                                                 : CudaLibraries::Device{"CUDA device", {}, 0});
    // fp32 must not be computed in TF32, and one seed must give one result.
    at::globalContext().setAllowTF32CuDNN(false); // a Tf32Scope may allow it
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

namespace {

constexpr std::string_view cudaName = "cuda";

bool cpuHas(std::string_view flag)
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("flags"))
            return (line + ' ').find(' ' + std::string(flag) + ' ') != std::string::npos;
    return false;
}

bool cpuHasBf16()
{
    return cpuHas("avx512_bf16") || cpuHas("amx_bf16");
}

/// Whether a GPU has tensor cores for bf16 and TF32: from compute capability 8.0 on. An unknown capability (0) counts as yes.
bool hasNarrowTensorCores(int capability)
{
    return capability == 0 || capability >= 80;
}

std::string cpuModel()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name"))
            if (const auto colon = line.find(": "); colon != std::string::npos)
                return line.substr(colon + 2);
    return "processor";
}

std::string usableNames(const CudaLibraries& found)
{
    std::string names = "cpu";
    for (std::size_t i = 0; i < found.devices.size(); ++i)
        if (found.devices[i].unusable.empty())
            names += ", cuda:" + std::to_string(i);
    return names;
}

DeviceChoice cudaChoice(const CudaLibraries& found, std::size_t index, std::string reason)
{
    return {c10::Device(c10::DeviceType::CUDA, c10::DeviceIndex(index)), "cuda:" + std::to_string(index), std::move(reason),
            found.withoutKernels};
}

std::mutex lostMutex;
std::set<std::string> lostDevices;

bool isLost(const std::string& name)
{
    const std::lock_guard lock(lostMutex);
    return lostDevices.contains(name);
}

/// The first CUDA device that can be used, else the CPU.
DeviceChoice firstOf(const CudaLibraries& found)
{
    for (std::size_t i = 0; i < found.devices.size(); ++i)
        if (found.devices[i].unusable.empty())
            return cudaChoice(found, i, i == 0 ? "the first CUDA device" : "the first CUDA device that can be used");
    return {.name = "cpu", .reason = found.devices.empty() ? found.reason : found.devices.front().unusable};
}

} // namespace

bool setDeviceLost(const std::string& name)
{
    const std::lock_guard lock(lostMutex);
    return lostDevices.insert(name).second;
}

std::string deviceFailure(const std::string& name)
{
    const std::string_view prefix = "cuda:";
    int index = 0;
    if (!name.starts_with(prefix) || !deviceKernels()
        || std::from_chars(name.data() + prefix.size(), name.data() + name.size(), index).ec != std::errc())
        return {};
    try {
        return deviceKernels()->failure(index);
    } catch (const std::exception& error) {
        return error.what();
    }
}

void emptyDeviceCache(const std::string& name)
{
    if (!name.starts_with(cudaName) || isLost(name) || !deviceKernels())
        return;
    try {
        deviceKernels()->emptyCache();
    } catch (const std::exception&) { // the next training meets the error, if it lasts
    }
}

Result<DeviceChoice> chooseDevice(const std::string& asked)
{
    if (asked == "cpu")
        return DeviceChoice{.name = "cpu"};
    const auto unknown = [&](std::string why, const CudaLibraries& found) {
        return Error{ErrorCode::NoSuchDevice, asked, std::move(why), usableNames(found)};
    };
    const auto unlessLost = [&](DeviceChoice choice, const CudaLibraries& found) -> Result<DeviceChoice> {
        if (isLost(choice.name))
            return unknown("it stopped working while this program ran; start the program again", found);
        return choice;
    };
    if (asked == "auto")
        return unlessLost(firstOf(cudaLibraries(false)), cudaLibraries(false));
    if (!asked.starts_with(cudaName))
        return unknown("no device has that name", cudaLibraries(false));
    std::size_t index = 0;
    if (asked.size() > cudaName.size()) {
        const char* begin = asked.data() + cudaName.size() + 1;
        const char* end = asked.data() + asked.size();
        const auto [last, code] = std::from_chars(begin, end, index);
        if (asked[cudaName.size()] != ':' || last != end || code != std::errc())
            return unknown("no device has that name", cudaLibraries(false));
    }
    const CudaLibraries& found = cudaLibraries(true);
    if (index >= found.devices.size())
        return unknown(found.devices.empty() ? found.reason : "there are " + std::to_string(found.devices.size()) + " CUDA devices", found);
    if (!found.devices[index].unusable.empty())
        return unknown(found.devices[index].unusable, found);
    return unlessLost(cudaChoice(found, index, {}), found);
}

std::string deviceLine(const DeviceChoice& choice, int threads)
{
    if (choice.device.is_cpu())
        return choice.name + (threads == 1 ? " (1 thread)" : " (" + std::to_string(threads) + " threads)");
    return choice.name + (choice.withoutKernels.empty() ? "" : " (LibTorch's operations only: " + choice.withoutKernels + ")");
}

Status checkPrecision(Precision precision, const c10::Device& device)
{
    if (precision != Precision::Bf16 && precision != Precision::Tf32)
        return {};
    const auto unsupported = [&](std::string where) {
        return Error{ErrorCode::PrecisionUnsupported, nameOf(precision), std::move(where), {}};
    };
    if (device.is_cuda()) {
        const CudaLibraries& found = cudaLibraries(true);
        const auto index = std::size_t(device.has_index() ? device.index() : 0);
        if (index < found.devices.size() && !hasNarrowTensorCores(found.devices[index].capability))
            return unsupported(found.devices[index].description);
        return {};
    }
    if (precision == Precision::Tf32)
        return unsupported("a CPU");
    if (!cpuHasBf16())
        return unsupported("a CPU without bf16 instructions (" + cpuModel() + ")");
    return {};
}

std::vector<DeviceInfo> listDevices()
{
    std::vector<DeviceInfo> devices{{.name = "cpu", .description = cpuModel(), .usable = true}};
    const CudaLibraries& found = cudaLibraries(false);
    for (std::size_t i = 0; i < found.devices.size(); ++i)
        devices.push_back({.name = "cuda:" + std::to_string(i),
                           .description = found.devices[i].description,
                           .usable = found.devices[i].unusable.empty(),
                           .reason = found.devices[i].unusable});
    if (found.devices.empty())
        devices.push_back({.name = "cuda", .description = "CUDA device", .usable = false, .reason = found.reason});
    return devices;
}

std::string cpuInstructionSet()
{
    std::string name = cpuHas("avx512f") ? "AVX-512" : cpuHas("avx2") ? "AVX2" : "SSE2";
    if (cpuHasBf16())
        name += " with bf16";
    return name;
}

} // namespace reweigh
