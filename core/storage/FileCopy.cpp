// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/FileCopy.h"

#include "core/base/PathText.h"

#include <cerrno>
#include <cstring>
#include <stdlib.h>

namespace reweigh {

Result<FileCopy> FileCopy::make(const std::filesystem::path& file, const std::vector<std::string>& companions)
{
    const auto failed = [&](const std::string& why) { return Error{ErrorCode::FileUnreadable, file.string(), why, {}}; };
    std::error_code code;
    std::string folder = (std::filesystem::temp_directory_path(code) / "reweigh-study-XXXXXX").string();
    if (code || !::mkdtemp(folder.data()))
        return failed("no copy of it can be made in the folder for temporary files: " + (code ? code.message() : std::strerror(errno)));
    FileCopy copy(folder, std::filesystem::path(folder) / "study.db");
    std::vector<std::string> endings = companions;
    endings.insert(endings.begin(), std::string());
    for (const std::string& ending : endings) {
        const std::filesystem::path from = file.native() + ending, to = copy.m_file.native() + ending;
        if (!ending.empty() && !isThere(from))
            continue;
        std::filesystem::copy_file(from, to, code);
        if (!code)
            std::filesystem::permissions(to, std::filesystem::perms::owner_write, std::filesystem::perm_options::add, code);
        if (code)
            return failed("its copy in " + folder + ": " + code.message());
    }
    return copy;
}

FileCopy::~FileCopy()
{
    std::error_code ignored;
    if (!m_folder.empty())
        std::filesystem::remove_all(m_folder, ignored);
}

} // namespace reweigh
