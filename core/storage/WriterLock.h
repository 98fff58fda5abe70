// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace reweigh {

/// The exclusive right to write a study: a lock on a file `<study>.lock` beside it. The kernel releases the lock when its
/// process ends for any reason, so that a killed search leaves nothing to clean up. The file names the process that
/// holds the lock.
/// On a file system without such locks (flock: some NFS, Lustre and FUSE mounts) the file itself is the lock: who makes it holds it. One
/// that a killed process left is taken over if that process ran on this computer; else a person has to remove it.
class WriterLock {
public:
    /// Takes the lock of the study in the file `study`. Errors: StudyLocked (detail = who holds it), StudyLockLeft, FileUnwritable,
    /// DiskFull.
    static Result<WriterLock> acquire(const std::filesystem::path& study);

    /// Whether a process holds the lock of `study` now. The check does not keep another process from taking the lock.
    static bool held(const std::filesystem::path& study);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&&) = delete;
    ~WriterLock();

private:
    WriterLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor;
};

} // namespace reweigh
