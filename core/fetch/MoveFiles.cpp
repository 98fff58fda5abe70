// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/MoveFiles.h"

#include "core/base/FileIo.h"

namespace reweigh {

Status moveFiles(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code code;
    using Files = std::filesystem::recursive_directory_iterator;
    for (Files it(from, code); !code && it != Files(); it.increment(code)) {
        std::error_code ignored;
        if (!it->is_regular_file(ignored))
            continue;
        const std::filesystem::path target = to / it->path().lexically_relative(from);
        if (const Status status = makeFolder(target.parent_path()); !status)
            return status;
        if (const Status written = overwriteInFile(it->path(), 0, {}); !written) // waits until what it holds is on the disk
            return written;
        std::error_code moved;
        std::filesystem::rename(it->path(), target, moved);
        if (moved)
            return Error{ErrorCode::FileUnwritable, target.string(), moved.message(), {}};
    }
    if (code)
        return Error{ErrorCode::FileUnwritable, from.string(), code.message(), {}};
    return {};
}

} // namespace reweigh
