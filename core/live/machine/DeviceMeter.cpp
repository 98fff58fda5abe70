// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/machine/DeviceMeter.h"

#include "core/base/MachineCores.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <dlfcn.h>
#include <fstream>
#include <iterator>
#include <unistd.h>
#include <utility>

namespace reweigh {
namespace {

/// Removes the next word from the front of `text` and returns it.
std::string_view word(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    const std::string_view found = text.substr(0, text.find_first_of(" \t\n"));
    text.remove_prefix(found.size());
    return found;
}

long long number(std::string_view text)
{
    long long value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// The rest of the first line that begins with `key`; empty where none does.
std::string_view lineOf(std::string_view text, std::string_view key)
{
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with(key))
            return line.substr(key.size());
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

} // namespace

CpuTicks cpuTicks(std::string_view stat)
{
    std::string_view line = lineOf(stat, "cpu ");
    // user nice system idle iowait irq softirq steal; user includes guest time (proc(5))
    std::array<long long, 8> ticks{};
    CpuTicks sum;
    for (long long& tick : ticks) {
        tick = number(word(line));
        sum.all += tick;
    }
    sum.busy = sum.all - ticks[3] - ticks[4];
    return sum;
}

long long processTicks(std::string_view stat)
{
    const std::size_t name = stat.rfind(')');
    if (name == std::string_view::npos)
        return 0;
    std::string_view fields = stat.substr(name + 1);
    for (int field = 3; field < 14; ++field)
        word(fields);
    const long long user = number(word(fields));
    return user + number(word(fields));
}

long long memoryLine(std::string_view text, std::string_view key)
{
    std::string_view line = lineOf(text, std::string(key) + ':');
    return number(word(line)) * 1024;
}

std::string processorName(std::string_view cpuinfo)
{
    const std::string_view line = lineOf(cpuinfo, "model name");
    const std::size_t begin = line.find_first_not_of(" \t:");
    return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin));
}

std::string procText(const char* path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

long long ownMemory()
{
    return memoryLine(procText("/proc/self/status"), "VmRSS");
}

/// The few declarations of the library that are needed (docs.nvidia.com/deploy/nvml-api); every call returns 0 for success.
struct Nvml::Calls {
    struct Utilization {
        unsigned int gpu = 0, memory = 0; ///< percent
    };
    struct Memory {
        unsigned long long total = 0, free = 0, used = 0; ///< bytes
    };
    static constexpr unsigned int nameSize = 96;

    int (*init)();
    int (*shutdown)();
    int (*count)(unsigned int*);
    int (*device)(unsigned int, void**);
    int (*name)(void*, char*, unsigned int);
    int (*utilization)(void*, Utilization*);
    int (*memory)(void*, Memory*);
    const char* (*errorText)(int);
};

Nvml::Nvml(const char* library)
{
    m_library = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!m_library) {
        m_reason = std::string(library) + " is not installed";
        return;
    }
    auto calls = std::make_unique<Calls>();
    bool complete = true;
    const auto find = [&](auto& call, const char* symbol) {
        call = reinterpret_cast<std::remove_reference_t<decltype(call)>>(::dlsym(m_library, symbol));
        complete = complete && call;
    };
    find(calls->init, "nvmlInit_v2");
    find(calls->shutdown, "nvmlShutdown");
    find(calls->count, "nvmlDeviceGetCount_v2");
    find(calls->device, "nvmlDeviceGetHandleByIndex_v2");
    find(calls->name, "nvmlDeviceGetName");
    find(calls->utilization, "nvmlDeviceGetUtilizationRates");
    find(calls->memory, "nvmlDeviceGetMemoryInfo");
    find(calls->errorText, "nvmlErrorString");
    if (!complete) {
        m_reason = std::string(library) + " lacks a function";
        return;
    }
    if (const int code = calls->init(); code != 0) {
        m_reason = std::string(library) + ": " + calls->errorText(code);
        return;
    }
    m_calls = std::move(calls);
    unsigned int count = 0;
    if (const int code = m_calls->count(&count); code != 0)
        m_reason = std::string(library) + ": " + m_calls->errorText(code);
    for (unsigned int i = 0; i < count; ++i)
        if (void* device = nullptr; m_calls->device(i, &device) == 0)
            m_devices.push_back(device);
    if (m_devices.empty() && m_reason.empty())
        m_reason = std::string(library) + ": no card";
}

Nvml::~Nvml()
{
    if (m_calls)
        m_calls->shutdown();
    if (m_library)
        ::dlclose(m_library);
}

std::vector<GpuInfo> Nvml::read() const
{
    std::vector<GpuInfo> gpus;
    for (void* device : m_devices) {
        char name[Calls::nameSize] = {};
        Calls::Utilization utilization;
        Calls::Memory memory;
        // Errors are ignored: a GPU that does not report one value may report another.
        m_calls->name(device, name, Calls::nameSize - 1);
        m_calls->utilization(device, &utilization);
        m_calls->memory(device, &memory);
        gpus.push_back({.name = name,
                        .load = utilization.gpu / 100.0,
                        .memoryUsed = static_cast<long long>(memory.used),
                        .memoryTotal = static_cast<long long>(memory.total)});
    }
    return gpus;
}

namespace {

struct Ticks {
    CpuTicks machine = cpuTicks(procText("/proc/stat"));
    long long own = processTicks(procText("/proc/self/stat"));
    std::chrono::steady_clock::time_point time = std::chrono::steady_clock::now();
};

} // namespace

class DeviceMeter::Private {
public:
    const std::string cpuName = processorName(procText("/proc/cpuinfo"));
    const Nvml nvml;
    Ticks last;
};

DeviceMeter::DeviceMeter()
    : d(std::make_unique<Private>())
{
}

DeviceMeter::~DeviceMeter() = default;

DeviceInfoNow DeviceMeter::read()
{
    const Ticks before = std::exchange(d->last, Ticks());
    const Ticks& now = d->last;
    const std::string memory = procText("/proc/meminfo");
    DeviceInfoNow info{.cores = machineCores(),
                       .memoryTotal = memoryLine(memory, "MemTotal"),
                       .memoryAvailable = memoryLine(memory, "MemAvailable"),
                       .memoryOwn = ownMemory(),
                       .cpuName = d->cpuName,
                       .gpus = d->nvml.read(),
                       .gpuReason = d->nvml.reason()};
    // Within one clock tick the counters stay the same, and they may even decrease a little.
    if (const long long all = now.machine.all - before.machine.all; all > 0)
        info.cpuLoad = std::clamp(double(now.machine.busy - before.machine.busy) / double(all), 0.0, 1.0);
    const double seconds = std::chrono::duration<double>(now.time - before.time).count();
    if (seconds > 0.0)
        info.ownLoad = std::max(0.0, double(now.own - before.own) / double(::sysconf(_SC_CLK_TCK)) / seconds);
    return info;
}

} // namespace reweigh
