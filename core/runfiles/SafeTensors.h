// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// One tensor of a safetensors file: dtype as the format names it ("F32", "F64", "I32", "I64", "U8"), row-major bytes.
struct StoredTensor {
    std::string dtype = "F32";
    std::vector<std::int64_t> shape;
    std::string bytes;

    friend bool operator==(const StoredTensor&, const StoredTensor&) = default;
};

/// The content of a safetensors file (huggingface/safetensors, format 1). Other programs read the format, and unlike a pickle it
/// cannot contain code.
struct SafeTensors {
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;

    friend bool operator==(const SafeTensors&, const SafeTensors&) = default;
};

/// The checksum (16 hexadecimal digits) of every tensor (name, type, shape, bytes) and of the metadata, except the entry
/// `checksumKey`, which may hold it. The format has no checksum of its own, so that a flipped bit would go unnoticed.
std::string checksumOf(const SafeTensors& content);
inline constexpr const char* checksumKey = "checksum";

/// Replaces `file` by a safetensors file with this content. Errors: DiskFull, FileUnwritable.
Status writeSafeTensors(const std::filesystem::path& file, const SafeTensors& content);

/// Reads a safetensors file and checks the size of every tensor against its shape and the length of the file.
/// Errors: those of readFile(), FileTruncated, FileCorrupt.
Result<SafeTensors> readSafeTensors(const std::filesystem::path& file);

/// Reads only the metadata, whatever the size of the tensors, and checks nothing of them. Errors: those of readFile(), FileTruncated,
/// FileCorrupt.
Result<std::map<std::string, std::string>> readSafeTensorsMetadata(const std::filesystem::path& file);

} // namespace reweigh
