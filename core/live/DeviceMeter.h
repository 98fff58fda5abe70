// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace reweigh {

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

} // namespace reweigh
