// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// Processor time since the machine started, in clock ticks, summed over all cores.
struct CpuTicks {
    long long busy = 0, all = 0;
};

/// Reads the processor time from the text of /proc/stat. Idling and waiting for a disk do not count as busy. Zeros for any other text.
CpuTicks cpuTicks(std::string_view stat);

/// Reads a process's time (user + system, in clock ticks) from the text of /proc/<pid>/stat, where the process's name may contain any
/// character. 0 for any other text.
long long processTicks(std::string_view stat);

/// Reads an entry of /proc/meminfo or /proc/<pid>/status, such as "MemTotal:   32000 kB" for the key "MemTotal", in bytes. 0 if there is
/// no such line.
long long memoryLine(std::string_view text, std::string_view key);

/// Reads the first "model name" from the text of /proc/cpuinfo; empty where there is none.
std::string processorName(std::string_view cpuinfo);

/// Reads a whole file of /proc; the kernel reports no size for these. Empty where there is no such file.
std::string procText(const char* path);

/// The resident memory of this process, in bytes.
long long ownMemory();

/// Name, load and memory of a GPU.
struct GpuInfo {
    std::string name;
    double load = 0.0;                         ///< in [0, 1]
    long long memoryUsed = 0, memoryTotal = 0; ///< bytes
};

/// The present load and memory of this machine and this process.
struct DeviceInfoNow {
    int cores = 0;
    double cpuLoad = 0.0;                                          ///< load of the whole machine since the last reading, in [0, 1]
    double ownLoad = 0.0;                                          ///< load of this process since the last reading, in cores
    long long memoryTotal = 0, memoryAvailable = 0, memoryOwn = 0; ///< bytes
    std::string cpuName;
    std::vector<GpuInfo> gpus;
    std::string gpuReason; ///< why `gpus` is empty: "libnvidia-ml.so.1 is not installed"
};

/// Measures load and memory from /proc and, where NVIDIA's management library can be loaded, those of the GPUs. Thread: one.
class DeviceMeter {
public:
    DeviceMeter();
    ~DeviceMeter();
    DeviceInfoNow read();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// NVIDIA's management library, loaded at run time, since only machines with an NVIDIA driver have it.
/// Thread: one.
class Nvml {
public:
    explicit Nvml(const char* library = "libnvidia-ml.so.1");
    ~Nvml();
    Nvml(const Nvml&) = delete;
    Nvml& operator=(const Nvml&) = delete;

    const std::string& reason() const { return m_reason; } ///< why there is no GPU; empty if there are some
    std::vector<GpuInfo> read() const;                     ///< the present state of every GPU; empty without one

private:
    struct Calls;
    std::unique_ptr<Calls> m_calls; ///< null: the library cannot be used
    void* m_library = nullptr;
    std::vector<void*> m_devices;
    std::string m_reason;
};

} // namespace reweigh
