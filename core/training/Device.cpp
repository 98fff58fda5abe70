// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Device.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <dlfcn.h>

#include <fstream>
#include <mutex>
#include <thread>

namespace reweigh {
namespace {

/// Flags of the first processor, with blanks round each.
const std::string& cpuFlags()
{
    static const std::string flags = [] {
        std::ifstream info("/proc/cpuinfo");
        for (std::string line; std::getline(info, line);)
            if (line.starts_with("flags"))
                return line.substr(line.find(':') + 1) + ' ';
        return std::string();
    }();
    return flags;
}

bool hasFlag(const std::string& flag)
{
    return cpuFlags().find(' ' + flag + ' ') != std::string::npos;
}

bool cpuHasBf16()
{
    return hasFlag("avx512_bf16") || hasFlag("amx_bf16");
}

/// GPUs the driver knows, asked through the driver's own library so that LibTorch's GPU part is not loaded in vain.
int driverDevices(std::string& reason)
{
    void* driver = ::dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!driver) {
        reason = "no NVIDIA driver";
        return 0;
    }
    using Init = int (*)(unsigned);
    using Count = int (*)(int*);
    const auto init = reinterpret_cast<Init>(::dlsym(driver, "cuInit"));
    const auto count = reinterpret_cast<Count>(::dlsym(driver, "cuDeviceGetCount"));
    int devices = 0;
    if (!init || !count || init(0) != 0 || count(&devices) != 0 || devices == 0)
        reason = "the NVIDIA driver finds no GPU";
    return devices;
}

/// Folder of libtorch_cpu.so, where the GPU part lies too if it is installed.
std::string torchFolder()
{
    Dl_info info{};
    if (!::dladdr(reinterpret_cast<const void*>(&at::get_num_threads), &info) || !info.dli_fname)
        return {};
    const std::string path = info.dli_fname;
    return path.substr(0, path.rfind('/') + 1);
}

/// Usable GPUs; loads LibTorch's GPU part the first time. `reason` says why there is none.
int cudaDevices(std::string& reason)
{
    static std::mutex mutex;
    static int known = -1;
    static std::string why;
    const std::lock_guard lock(mutex);
    if (known < 0) {
        known = driverDevices(why);
        if (known > 0 && !::dlopen((torchFolder() + "libtorch_cuda.so").c_str(), RTLD_NOW | RTLD_GLOBAL)) {
            const char* text = ::dlerror();
            why = std::string("LibTorch's GPU libraries are not installed: ") + (text ? text : "unknown") + "; run packaging/setup --cuda";
            known = 0;
        }
        if (known > 0) {
            known = at::globalContext().hasCUDA() ? int(at::detail::getCUDAHooks().deviceCount()) : 0;
            if (known == 0)
                why = "LibTorch cannot use the GPU: the driver may be too old";
        }
    }
    reason = why;
    return known;
}

ChosenDevice cpuDevice(const TrainOptions& options, std::string reason)
{
    const int threads = options.threads > 0 ? options.threads : std::max(1, int(std::thread::hardware_concurrency()));
    at::set_num_threads(threads);
    return {.name = "cpu (" + std::to_string(threads) + (threads == 1 ? " thread)" : " threads)"), .reason = std::move(reason), .threads = threads};
}

std::string deviceNames(int gpus)
{
    std::string names = "cpu";
    for (int i = 0; i < gpus; ++i)
        names += ", cuda:" + std::to_string(i);
    return names;
}

/// The N of "cuda:N" or "cuda"; -1 if it is neither.
int cudaIndex(const std::string& name)
{
    if (name == "cuda")
        return 0;
    if (!name.starts_with("cuda:") || name.size() == 5 || name.size() > 7 || name.find_first_not_of("0123456789", 5) != std::string::npos)
        return -1;
    return std::stoi(name.substr(5));
}

} // namespace

std::string cpuCapability()
{
    return at::get_cpu_capability() + (hasFlag("amx_bf16") ? ", bf16 (AMX)" : cpuHasBf16() ? ", bf16" : "");
}

Result<ChosenDevice> chooseDevice(const TrainOptions& options)
{
    const std::string& wanted = options.device;
    std::string reason;
    if (wanted == "cpu" || wanted == "auto") {
        const int gpus = wanted == "auto" ? cudaDevices(reason) : 0;
        if (gpus > 0)
            return ChosenDevice{.device = c10::Device(c10::DeviceType::CUDA, 0), .name = "cuda:0", .threads = at::get_num_threads()};
        if (options.precision == Precision::Bf16 && !cpuHasBf16())
            return Error{ErrorCode::PrecisionUnsupported, "bf16", "this processor (no AVX-512 bf16, no AMX)", {}};
        return cpuDevice(options, std::move(reason));
    }
    const int index = cudaIndex(wanted);
    if (index < 0)
        return Error{ErrorCode::NoSuchDevice, wanted, "the name is auto, cpu or cuda:N", deviceNames(cudaDevices(reason))};
    const int gpus = cudaDevices(reason);
    if (index >= gpus)
        return Error{ErrorCode::NoSuchDevice, wanted, reason.empty() ? "there are only " + std::to_string(gpus) : reason, deviceNames(gpus)};
    return ChosenDevice{.device = c10::Device(c10::DeviceType::CUDA, c10::DeviceIndex(index)), .name = "cuda:" + std::to_string(index),
                        .threads = at::get_num_threads()};
}

std::vector<DeviceInfo> listDevices()
{
    std::vector<DeviceInfo> devices = {{.name = "cpu", .description = cpuCapability(), .usable = true}};
    std::string reason;
    const int gpus = cudaDevices(reason);
    for (int i = 0; i < gpus; ++i)
        devices.push_back({.name = "cuda:" + std::to_string(i), .description = "NVIDIA GPU", .usable = true});
    if (gpus == 0)
        devices.push_back({.name = "cuda:0", .reason = reason});
    return devices;
}

} // namespace reweigh
