// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

#include <vector>

namespace reweigh::test {

/// An entry of a tar or zip archive.
struct TarEntry {
    QByteArray name;
    QByteArray content;
    unsigned type = AE_IFREG;
    QByteArray link = {}; ///< target of a symbolic link; of a hard link where `type` is AE_IFREG; else empty
};

/// Makes an archive of `entries`, of the kind that `choose` tells libarchive. Names are written unchecked, so that tests can make
/// hostile archives.
template <typename Choose> QByteArray archiveFile(const std::vector<TarEntry>& entries, Choose choose)
{
    QByteArray bytes(1 << 20, '\0');
    for (const TarEntry& entry : entries)
        bytes.append(entry.content.size() + 2048, '\0');
    size_t used = 0;
    archive* writer = archive_write_new();
    choose(writer);
    archive_write_open_memory(writer, bytes.data(), size_t(bytes.size()), &used);
    for (const TarEntry& entry : entries) {
        archive_entry* header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.constData());
        archive_entry_set_filetype(header, entry.type);
        archive_entry_set_perm(header, 0644);
        archive_entry_set_size(header, entry.content.size());
        if (entry.type == AE_IFLNK)
            archive_entry_set_symlink(header, entry.link.constData());
        else if (!entry.link.isEmpty())
            archive_entry_set_hardlink(header, entry.link.constData());
        if (archive_write_header(writer, header) != ARCHIVE_OK)
            qFatal("archive: %s", archive_error_string(writer));
        archive_write_data(writer, entry.content.constData(), size_t(entry.content.size()));
        archive_entry_free(header);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    bytes.truncate(qsizetype(used));
    return bytes;
}

inline QByteArray tarGz(const std::vector<TarEntry>& entries)
{
    return archiveFile(entries, [](archive* writer) {
        archive_write_add_filter_gzip(writer);
        archive_write_set_format_ustar(writer);
    });
}

inline QByteArray zip(const std::vector<TarEntry>& entries)
{
    return archiveFile(entries, [](archive* writer) { archive_write_set_format_zip(writer); });
}

} // namespace reweigh::test
