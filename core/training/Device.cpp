// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Device.h"

#include "core/config/Names.h"
#include "core/training/CudaLibraries.h"

#include <charconv>
#include <fstream>
#include <mutex>
#include <set>

namespace reweigh {
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

/// bf16 and TF32 came with compute capability 8.0; one that is not known (0) is given the benefit of the doubt.
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

/// The first device that can be used, else the CPU.
DeviceChoice firstOf(const CudaLibraries& found)
{
    for (std::size_t i = 0; i < found.devices.size(); ++i)
        if (found.devices[i].unusable.empty())
            return cudaChoice(found, i, i == 0 ? "the first CUDA device" : "the first CUDA device that can be used");
    return {.name = "cpu", .reason = found.devices.empty() ? found.reason : found.devices.front().unusable};
}

} // namespace

void setDeviceLost(const std::string& name)
{
    const std::lock_guard lock(lostMutex);
    lostDevices.insert(name);
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
        if (asked[cudaName.size()] != ':' || begin == end || std::from_chars(begin, end, index).ptr != end)
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
    const auto unsupported = [&](std::string where) { return Error{ErrorCode::PrecisionUnsupported, nameOf(precision), std::move(where), {}}; };
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
        devices.push_back({.name = "cuda:" + std::to_string(i), .description = found.devices[i].description,
                           .usable = found.devices[i].unusable.empty(), .reason = found.devices[i].unusable});
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
