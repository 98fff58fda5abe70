// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/RegularFile.h"

namespace reweigh {

Result<std::uint64_t> regularFileSize(const std::filesystem::path& path)
{
    std::error_code code;
    const std::filesystem::file_status status = std::filesystem::status(path, code);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{ErrorCode::FileMissing, path.string(), {}, {}};
    if (code)
        return Error{ErrorCode::FileCorrupt, path.string(), code.message(), "readable file"};
    if (status.type() != std::filesystem::file_type::regular)
        return Error{ErrorCode::FileCorrupt, path.string(), "not a regular file", "file"};
    const std::uintmax_t size = std::filesystem::file_size(path, code);
    if (code)
        return Error{ErrorCode::FileCorrupt, path.string(), code.message(), "readable file"};
    return static_cast<std::uint64_t>(size);
}

} // namespace reweigh
