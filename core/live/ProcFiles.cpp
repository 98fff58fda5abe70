// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/ProcFiles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

namespace reweigh {
namespace {

/// Takes the next word off the front of `text`.
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

/// What follows `key` on the line that begins with it.
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
    // user nice system idle iowait irq softirq steal; guest time is in user's already (proc(5))
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

} // namespace reweigh
