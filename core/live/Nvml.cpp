// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/Nvml.h"

#include <dlfcn.h>

namespace reweigh {
namespace {

// The few declarations that are needed (docs.nvidia.com/deploy/nvml-api); every call returns 0 for success.
struct Utilization {
    unsigned int gpu = 0, memory = 0; ///< percent
};
struct Memory {
    unsigned long long total = 0, free = 0, used = 0; ///< bytes
};
constexpr unsigned int nameSize = 96;

} // namespace

struct Nvml::Calls {
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
        char name[nameSize] = {};
        Utilization utilization;
        Memory memory;
        // A card that does not tell one figure may tell another.
        m_calls->name(device, name, nameSize - 1);
        m_calls->utilization(device, &utilization);
        m_calls->memory(device, &memory);
        gpus.push_back({.name = name, .load = utilization.gpu / 100.0, .memoryUsed = static_cast<long long>(memory.used),
                        .memoryTotal = static_cast<long long>(memory.total)});
    }
    return gpus;
}

} // namespace reweigh
