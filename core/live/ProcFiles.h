// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

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

} // namespace reweigh
