// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataSets.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reweigh {

/// A Python package on PyPI that holds libraries which LibTorch consists of: a "wheel", which is a zip archive.
struct LibTorchWheel {
    bool cuda = false;                ///< true: needed for GPUs only
    RemoteFile file;                  ///< its name is a path below libTorchAddress
    std::uint64_t unpacked = 0;       ///< bytes of what is unpacked of it
    std::vector<std::string> members; ///< the files to unpack; empty: every shared library in a folder lib/
};

/// Where the wheels lie; ends in '/'.
inline constexpr const char* libTorchAddress = "https://files.pythonhosted.org/packages/";

/// packaging/libtorch.txt, as CMake compiles it in.
extern const char* const libTorchWheelsText;

/// Reads lines as those of packaging/libtorch.txt say. A line that is none of them is left out.
std::vector<LibTorchWheel> parseLibTorchWheels(std::string_view text);

/// The wheels of the LibTorch that this program stands on, LibTorch's own first.
const std::vector<LibTorchWheel>& libTorchWheels();

/// The version of that LibTorch: "2.11.0".
const std::string& libTorchVersion();

} // namespace reweigh
