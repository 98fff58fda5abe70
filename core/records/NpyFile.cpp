// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/NpyFile.h"

#include "core/base/FileIo.h"

#include <bit>
#include <string>

namespace reweigh {

static_assert(std::endian::native == std::endian::little, "'<f4' below");

Status writeNpy(const std::filesystem::path& file, const std::vector<std::int64_t>& shape, std::span<const float> values)
{
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
    for (const std::int64_t size : shape)
        header += std::to_string(size) + ",";
    header += "), }";
    constexpr std::size_t magicBytes = 10, alignment = 64;
    header.resize((magicBytes + header.size() + 1 + alignment - 1) / alignment * alignment - magicBytes - 1, ' ');
    header += '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += char(header.size() & 0xff);
    bytes += char(header.size() >> 8);
    bytes += header;
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    return writeFileAtomic(file, bytes);
}

} // namespace reweigh
