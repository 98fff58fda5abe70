// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Device.h"

#include "core/config/Names.h"

#include <ATen/ATen.h>
#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <dlfcn.h>

#include <charconv>
#include <filesystem>
#include <fstream>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

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

std::string cpuModel()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name"))
            if (const auto colon = line.find(": "); colon != std::string::npos)
                return line.substr(colon + 2);
    return "processor";
}

bool cardVisible()
{
    std::error_code ignored;
    return fs::exists("/dev/nvidiactl", ignored) || fs::exists("/dev/dxg", ignored);
}

/// Loads LibTorch's CUDA part, which lies beside its CPU part; why it could not, or empty.
std::string loadCuda()
{
    Dl_info cpu{};
    if (!dladdr(reinterpret_cast<const void*>(&at::detail::getCUDAHooks), &cpu) || !cpu.dli_fname)
        return "LibTorch cannot be located";
    const fs::path part = fs::path(cpu.dli_fname).parent_path() / "libtorch_cuda.so";
    if (!fs::exists(part))
        return "LibTorch is installed without its CUDA part";
    if (!dlopen(part.c_str(), RTLD_NOW | RTLD_GLOBAL)) {
        const char* message = dlerror();
        return message ? message : "its CUDA part does not load";
    }
    return {};
}

struct Cuda {
    int count = 0;
    std::string reason; ///< why there is none
};

/// The CUDA devices; `asked`: even if no card shows. Looked up once, for LibTorch remembers its first answer.
const Cuda& cuda(bool asked)
{
    static const Cuda unseen{0, "no graphics card is visible"};
    if (!asked && !cardVisible())
        return unseen;
    static const Cuda found = [] {
        Cuda result;
        result.reason = loadCuda();
        if (!result.reason.empty())
            return result;
        try {
            result.count = at::detail::getCUDAHooks().deviceCount();
            if (result.count == 0)
                result.reason = "no CUDA device";
        } catch (const std::exception& error) {
            result.reason = error.what();
        }
        return result;
    }();
    return found;
}

std::string usableNames(int cards)
{
    std::string names = "cpu";
    for (int i = 0; i < cards; ++i)
        names += ", cuda:" + std::to_string(i);
    return names;
}

DeviceChoice cudaChoice(int index, std::string reason)
{
    return {c10::Device(c10::DeviceType::CUDA, c10::DeviceIndex(index)), "cuda:" + std::to_string(index), std::move(reason)};
}

} // namespace

Result<DeviceChoice> chooseDevice(const std::string& asked)
{
    if (asked == "cpu")
        return DeviceChoice{.name = "cpu"};
    if (asked == "auto") {
        const Cuda& found = cuda(false);
        if (found.count > 0)
            return cudaChoice(0, "the first CUDA device");
        return DeviceChoice{.name = "cpu", .reason = found.reason};
    }
    const auto unknown = [&](std::string why, int cards) {
        return Error{ErrorCode::NoSuchDevice, asked, std::move(why), usableNames(cards)};
    };
    if (!asked.starts_with(cudaName))
        return unknown("no device has that name", cuda(false).count);
    int index = 0;
    if (asked.size() > cudaName.size()) {
        const char* begin = asked.data() + cudaName.size() + 1;
        const char* end = asked.data() + asked.size();
        if (asked[cudaName.size()] != ':' || begin == end || std::from_chars(begin, end, index).ptr != end || index < 0)
            return unknown("no device has that name", cuda(false).count);
    }
    const Cuda& found = cuda(true);
    if (index >= found.count)
        return unknown(found.count == 0 ? found.reason : "there are " + std::to_string(found.count) + " CUDA devices", found.count);
    return cudaChoice(index, {});
}

Status checkPrecision(Precision precision, const c10::Device& device)
{
    if (precision == Precision::Bf16 && device.is_cpu() && !cpuHasBf16())
        return Error{ErrorCode::PrecisionUnsupported, nameOf(precision), "a CPU without bf16 instructions (" + cpuModel() + ")", {}};
    return {};
}

std::vector<DeviceInfo> listDevices()
{
    std::vector<DeviceInfo> devices{{.name = "cpu", .description = cpuModel(), .usable = true}};
    const Cuda& found = cuda(false);
    for (int i = 0; i < found.count; ++i)
        devices.push_back({.name = "cuda:" + std::to_string(i), .description = "CUDA device", .usable = true});
    if (found.count == 0)
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
