// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/DeviceMeter.h"

#include "core/live/Nvml.h"
#include "core/live/ProcFiles.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <unistd.h>
#include <utility>

namespace reweigh {
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
    DeviceInfoNow info{.cores = int(std::thread::hardware_concurrency()),
                       .memoryTotal = memoryLine(memory, "MemTotal"),
                       .memoryAvailable = memoryLine(memory, "MemAvailable"),
                       .memoryOwn = ownMemory(),
                       .cpuName = d->cpuName,
                       .gpus = d->nvml.read(),
                       .gpuReason = d->nvml.reason()};
    // Within one tick nothing has moved; a machine's counters may also step back a little.
    if (const long long all = now.machine.all - before.machine.all; all > 0)
        info.cpuLoad = std::clamp(double(now.machine.busy - before.machine.busy) / double(all), 0.0, 1.0);
    const double seconds = std::chrono::duration<double>(now.time - before.time).count();
    if (seconds > 0.0)
        info.ownLoad = std::max(0.0, double(now.own - before.own) / double(::sysconf(_SC_CLK_TCK)) / seconds);
    return info;
}

} // namespace reweigh
