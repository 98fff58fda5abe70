// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// Processor time since the start, in clock ticks, summed over all cores.
struct CpuTicks {
    long long busy = 0, all = 0;
};

/// Of /proc/stat: idle and waiting for a disk are not busy. Zeros if the text is another.
CpuTicks cpuTicks(std::string_view stat);

/// Of /proc/<pid>/stat: user and system time in clock ticks; the process's name may hold anything. 0 if the text is another.
long long processTicks(std::string_view stat);

/// Of /proc/meminfo and /proc/<pid>/status: "MemTotal:   32000 kB" in bytes. 0 if there is no such line.
long long memoryLine(std::string_view text, std::string_view key);

/// Of /proc/cpuinfo: the first "model name"; empty where the kernel tells none.
std::string processorName(std::string_view cpuinfo);

/// The whole of a file of /proc, whose size the kernel does not tell. Empty where there is none.
std::string procText(const char* path);

/// What this process holds in memory now, in bytes.
long long ownMemory();


struct GpuInfo {
    std::string name;
    double load = 0.0;                          ///< in [0, 1]
    long long memoryUsed = 0, memoryTotal = 0; ///< bytes
};

struct DeviceInfoNow {
    int cores = 0;
    double cpuLoad = 0.0;     ///< of the whole machine since the last reading, in [0, 1]
    double ownLoad = 0.0;     ///< of this process, in cores
    long long memoryTotal = 0, memoryAvailable = 0, memoryOwn = 0; ///< bytes
    std::string cpuName;
    std::vector<GpuInfo> gpus;
    std::string gpuReason;    ///< why there is none: "libnvidia-ml.so.1 is not installed"
};

/// Reads /proc and, where NVIDIA's management library can be loaded, the GPUs. Thread: one.
class DeviceMeter {
public:
    DeviceMeter();
    ~DeviceMeter();
    DeviceInfoNow read();

private:
    class Private;
    std::unique_ptr<Private> d;
};


/// NVIDIA's management library, opened at run time: the driver brings it, and where there is none nothing is missed.
/// Thread: one.
class Nvml {
public:
    explicit Nvml(const char* library = "libnvidia-ml.so.1");
    ~Nvml();
    Nvml(const Nvml&) = delete;
    Nvml& operator=(const Nvml&) = delete;

    const std::string& reason() const { return m_reason; } ///< why there is no card; empty if there are some
    std::vector<GpuInfo> read() const;

private:
    struct Calls;
    std::unique_ptr<Calls> m_calls; ///< null: not to be used
    void* m_library = nullptr;
    std::vector<void*> m_devices;
    std::string m_reason;
};

} // namespace reweigh
