// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runfiles/NpyFile.h"

#include "core/base/FileIo.h"

#include <bit>
#include <fstream>
#include <string>
#include <string_view>

namespace reweigh {

static_assert(std::endian::native == std::endian::little, "'<f4' below");

namespace {

/// All before the first value. Its length is a multiple of 64, and so is that of a file of many more rows.
std::string headOf(const std::vector<std::int64_t>& shape)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const std::int64_t size : shape)
        header += std::to_string(size) + ",";
    header += "), }";
    constexpr std::size_t magicBytes = 10, alignment = 64;
    header.resize((magicBytes + header.size() + 1 + alignment - 1) / alignment * alignment - magicBytes - 1, ' ');
    header += '\n';
    std::string head("\x93NUMPY\x01\x00", 8);
    head += char(header.size() & 0xff);
    head += char(header.size() >> 8);
    return head + header;
}

std::string_view bytesOf(std::span<const float> values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

} // namespace

Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values)
{
    std::string bytes = headOf(shape);
    bytes.append(bytesOf(values));
    return writeFileAtomic(file, bytes);
}

Status appendNpyRow(const std::filesystem::path& file, std::int64_t rows, std::vector<std::int64_t> shape, std::span<const float> values)
{
    shape.insert(shape.begin(), rows);
    const std::string before = headOf(shape);
    if (rows == 0) {
        shape.front() = 1;
        return writeNpy(file, shape, values);
    }
    shape.front() = rows + 1;
    const std::string after = headOf(shape);
    std::string there(before.size(), '\0');
    if (!std::ifstream(file, std::ios::binary).read(there.data(), std::streamsize(there.size())) || there != before || after.size() != before.size())
        return Error{ErrorCode::FileCorrupt, file.string(), "it does not hold " + std::to_string(rows) + " rows", "a file of such rows"};
    if (const Status status = overwriteInFile(file, before.size() + std::size_t(rows) * values.size_bytes(), bytesOf(values)); !status)
        return status;
    return overwriteInFile(file, 0, after);
}

} // namespace reweigh
