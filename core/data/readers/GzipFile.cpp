// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/GzipFile.h"

#include "core/data/readers/RegularFile.h"

#include <algorithm>
#include <string>
#include <zlib.h>

namespace reweigh {
namespace {

gzFile handle(void* file)
{
    return static_cast<gzFile>(file);
}

} // namespace

void GzipFile::Close::operator()(void* file) const
{
    gzclose(handle(file));
}

GzipFile::GzipFile(std::filesystem::path path, std::uint64_t bytesOnDisk, void* file)
    : m_path(std::move(path))
    , m_bytesOnDisk(bytesOnDisk)
    , m_file(file)
{
}

Result<GzipFile> GzipFile::open(const std::filesystem::path& path)
{
    const Result<std::uint64_t> size = regularFileSize(path);
    if (!size)
        return size.error();
    gzFile file = gzopen(path.c_str(), "rb");
    if (!file)
        return Error{ErrorCode::FileCorrupt, path.string(), "cannot be opened", "readable file"};
    gzbuffer(file, 256 * 1024);
    return GzipFile(path, *size, file);
}

std::uint64_t GzipFile::mostBytes() const
{
    return m_bytesOnDisk * 1032;
}

Result<std::size_t> GzipFile::readSome(std::span<std::uint8_t> out)
{
    std::size_t done = 0;
    while (done < out.size()) {
        const auto chunk = static_cast<unsigned>(std::min<std::size_t>(out.size() - done, 1u << 30));
        const int got = gzread(handle(m_file.get()), out.data() + done, chunk);
        int code = Z_OK;
        const char* message = gzerror(handle(m_file.get()), &code);
        if (got < 0 && code != Z_BUF_ERROR) // Z_BUF_ERROR: the compressed stream stops before its end
            return Error{ErrorCode::FileCorrupt, m_path.string(), message, "gzip"};
        if (got < 0 || (got == 0 && code == Z_BUF_ERROR))
            return Error{ErrorCode::FileTruncated,
                         m_path.string(),
                         "compressed data stop after " + std::to_string(m_position + done) + " bytes",
                         {}};
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    m_position += done;
    return done;
}

Status GzipFile::read(std::span<std::uint8_t> out)
{
    const std::uint64_t wanted = m_position + out.size();
    const Result<std::size_t> got = readSome(out);
    if (!got)
        return got.error();
    if (*got < out.size())
        return Error{
            ErrorCode::FileTruncated, m_path.string(), std::to_string(m_position) + " bytes, expected " + std::to_string(wanted), {}};
    return {};
}

Status GzipFile::expectEnd()
{
    const std::uint64_t expected = m_position;
    std::uint8_t extra = 0;
    const Result<std::size_t> got = readSome(std::span(&extra, 1));
    if (!got)
        return got.error();
    if (*got > 0)
        return Error{ErrorCode::FileOversize, m_path.string(), "more than " + std::to_string(expected) + " bytes",
                     std::to_string(expected) + " bytes"};
    return {};
}

} // namespace reweigh
