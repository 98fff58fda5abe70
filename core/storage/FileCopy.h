// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {

/// A private copy of a file in the folder for temporary files, removed with this object.
class FileCopy {
public:
    /// Copies `file` and those of its companions, named by what they add to its name, that exist. Errors: FileUnreadable (where = `file`,
    /// detail = what failed).
    static Result<FileCopy> make(const std::filesystem::path& file, const std::vector<std::string>& companions);

    FileCopy(FileCopy&& other) noexcept
        : m_folder(std::exchange(other.m_folder, {}))
        , m_file(std::move(other.m_file))
    {
    }
    FileCopy& operator=(FileCopy&&) = delete;
    ~FileCopy();

    const std::filesystem::path& file() const { return m_file; }

private:
    FileCopy(std::filesystem::path folder, std::filesystem::path file)
        : m_folder(std::move(folder))
        , m_file(std::move(file))
    {
    }

    std::filesystem::path m_folder, m_file;
};

} // namespace reweigh
