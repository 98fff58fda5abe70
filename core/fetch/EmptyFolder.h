// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"

#include <filesystem>
#include <utility>

namespace reweigh {

/// A folder that is empty when it is made and gone when it is destroyed, or when the next of its name is made.
class EmptyFolder {
public:
    explicit EmptyFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
        std::error_code code;
        std::filesystem::remove_all(m_path, code);
        status = code ? Status(Error{ErrorCode::FileUnwritable, m_path.string(), code.message(), {}}) : makeFolder(m_path);
    }
    EmptyFolder(const EmptyFolder&) = delete;
    EmptyFolder& operator=(const EmptyFolder&) = delete;
    ~EmptyFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    Status status; ///< whether it could be made

private:
    std::filesystem::path m_path;
};

} // namespace reweigh
