// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"

#include <filesystem>
#include <set>
#include <string>

namespace reweigh {

/// Every file of a folder with its size and the time of its last change: equal for a folder that nobody wrote to. SQLite's own -shm and
/// -wal files are left out, which readers make too.
inline std::set<std::string> folderState(const std::filesystem::path& folder)
{
    std::set<std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory() || name.ends_with("-shm") || name.ends_with("-wal"))
            continue;
        const FileState state = stateOf(entry.path());
        all.insert(entry.path().string() + " " + std::to_string(state.size) + " " + std::to_string(state.nanoseconds));
    }
    return all;
}

} // namespace reweigh
