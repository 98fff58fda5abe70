// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/SafeUnpack.h"

#include "core/base/FileIo.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// What is unpacked, and how much of it at most.
struct UnpackPlan {
    const char* format = "";
    std::uint64_t mostBytes = 0;
    int mostEntries = 0;
    std::function<bool(const std::string& name)> wanted = {}; ///< empty: all
};

struct FreeArchive {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, FreeArchive>;

/// Whether `name` stays below the folder it is joined to.
bool staysInside(const fs::path& name)
{
    return !name.empty() && name.is_relative() && std::none_of(name.begin(), name.end(), [](const fs::path& part) { return part == ".."; });
}

Error damaged(const fs::path& path, archive* reader, const UnpackPlan& plan)
{
    const char* message = archive_error_string(reader);
    return {ErrorCode::FileCorrupt, path.string(), message ? message : "unreadable", plan.format};
}

/// Copies the entry's content to `path`, taking it off the `budget` of bytes.
Status writeEntry(archive* reader, const fs::path& archivePath, const fs::path& path, std::uint64_t& budget, const UnpackPlan& plan)
{
    if (const Status status = makeFolder(path.parent_path()); !status)
        return status;
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    std::array<char, 64 * 1024> buffer;
    while (out) {
        const la_ssize_t got = archive_read_data(reader, buffer.data(), buffer.size());
        if (got < 0)
            return damaged(archivePath, reader, plan);
        if (got == 0)
            break;
        if (static_cast<std::uint64_t>(got) > budget)
            return Error{ErrorCode::FileOversize, archivePath.string(), "more than " + std::to_string(plan.mostBytes) + " bytes unpacked",
                         std::to_string(plan.mostBytes) + " bytes"};
        budget -= static_cast<std::uint64_t>(got);
        errno = 0;
        out.write(buffer.data(), got);
    }
    out.close();
    if (!out)
        return Error{
            errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path.string(), std::strerror(errno), {}};
    return {};
}

/// Unpacks what `reader` reads, which knows the archive's format.
Status unpack(const Reader& reader, const fs::path& archivePath, const fs::path& target, const UnpackPlan& plan)
{
    std::error_code ignored;
    if (!fs::exists(archivePath, ignored))
        return Error{ErrorCode::FileMissing, archivePath.string(), {}, {}};
    if (archive_read_open_filename(reader.get(), archivePath.c_str(), 64 * 1024) != ARCHIVE_OK)
        return damaged(archivePath, reader.get(), plan);

    std::uint64_t budget = plan.mostBytes;
    for (int entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(reader.get(), &entry);
        if (result == ARCHIVE_EOF)
            return {};
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return damaged(archivePath, reader.get(), plan);
        const char* rawName = archive_entry_pathname(entry);
        const std::string name = rawName ? rawName : "";
        if (entries == plan.mostEntries)
            return Error{ErrorCode::FileOversize, archivePath.string(), "more than " + std::to_string(plan.mostEntries) + " entries",
                         std::to_string(plan.mostEntries) + " entries"};
        if (plan.wanted && !plan.wanted(name))
            continue;
        const auto type = archive_entry_filetype(entry);
        const bool link = archive_entry_hardlink(entry) || archive_entry_symlink(entry);
        if (!staysInside(name) || link || (type != AE_IFREG && type != AE_IFDIR))
            return Error{ErrorCode::UnsafeArchive, archivePath.string(), name.empty() ? "an entry without a name" : name, {}};
        const Status status =
            type == AE_IFDIR ? makeFolder(target / name) : writeEntry(reader.get(), archivePath, target / name, budget, plan);
        if (!status)
            return status;
    }
}

} // namespace

Status unpackTar(const fs::path& archivePath, const fs::path& target, std::uint64_t mostBytes)
{
    const Reader reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_tar(reader.get());
    return unpack(reader, archivePath, target, {"tar archive", mostBytes, 10'000});
}

Status unpackZip(const fs::path& archivePath, const fs::path& target, std::uint64_t mostBytes,
                 const std::function<bool(const std::string& name)>& wanted)
{
    const Reader reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get()); // by the table at its end, so that what is not wanted is not read
    return unpack(reader, archivePath, target, {"zip archive", mostBytes, 100'000, wanted});
}

} // namespace reweigh
