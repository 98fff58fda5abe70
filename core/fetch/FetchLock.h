// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace reweigh {

/// The right to download or unpack a file: a lock on a file beside it, with ".lock" added to the name, which is removed at the end. The kernel
/// ends the lock when its process ends, however that happens; a file that a killed process left is taken over. A file system without locks
/// gives the right to everybody.
class FetchLock {
public:
    /// Errors: DownloadFailed (another process, or thread, has the lock), FileUnwritable, DiskFull.
    static Result<FetchLock> take(const std::filesystem::path& file);

    FetchLock(FetchLock&& other) noexcept;
    FetchLock& operator=(FetchLock&&) = delete;
    ~FetchLock();

private:
    FetchLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace reweigh
