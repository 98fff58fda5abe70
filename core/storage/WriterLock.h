// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace reweigh {

/// The right to write a study, held through a file `<study>.lock` beside it. The kernel gives it back
/// when its process ends, however that ends, so a killed search leaves nothing to clean up. The file
/// tells who holds it.
class WriterLock {
public:
    /// Errors: StudyLocked (detail = who holds it), FileUnwritable, DiskFull.
    static Result<WriterLock> acquire(const std::filesystem::path& study);

    /// Does some process hold it now? Asked without holding up one that is about to.
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
