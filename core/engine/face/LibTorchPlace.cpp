// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/face/LibTorchPlace.h"

#include "core/base/PathText.h"
#include "core/config/LibTorchWheels.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace reweigh {
namespace {

/// As packaging/common.sh says.
std::filesystem::path reweighHome()
{
    if (const char* named = std::getenv("REWEIGH_HOME"); named && *named)
        return named;
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache == '/')
        return std::filesystem::path(cache) / "reweigh";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home && *home ? home : ".") / ".cache/reweigh";
}

} // namespace

std::filesystem::path libTorchFolder()
{
    return fullPath(reweighHome() / ("libtorch-" + libTorchVersion()));
}

std::filesystem::path findLibTorch()
{
    constexpr const char* library = "torch/lib/libtorch_cpu.so";
    if (const std::filesystem::path own = libTorchFolder() / library; isThere(own))
        return own;
    // packaging/setup makes a Python environment: lib/python3.11/site-packages of Debian 12, python3.13 of Debian 13.
    std::vector<std::filesystem::path> found;
    std::error_code code;
    std::filesystem::directory_iterator it(fullPath(reweighHome() / ("torch-" + libTorchVersion()) / "lib"), code);
    for (; !code && it != std::filesystem::directory_iterator(); it.increment(code))
        if (const std::filesystem::path path = it->path() / "site-packages" / library; isThere(path))
            found.push_back(path);
    return found.empty() ? std::filesystem::path() : *std::ranges::min_element(found);
}

} // namespace reweigh
