// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/DeviceMeter.h"

namespace reweigh {

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
