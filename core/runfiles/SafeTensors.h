// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// One tensor of a safetensors file: dtype as the format names it ("F32", "F64", "I64", "U8"), row-major bytes.
struct StoredTensor {
    std::string dtype = "F32";
    std::vector<std::int64_t> shape;
    std::string bytes;

    friend bool operator==(const StoredTensor&, const StoredTensor&) = default;
};

/// A safetensors file (huggingface/safetensors, format 1): readable without this program, and nothing in it can run.
struct SafeTensors {
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;

    friend bool operator==(const SafeTensors&, const SafeTensors&) = default;
};

/// A checksum of every tensor (name, type, shape, bytes) and of the metadata but the entry `checksumKey`, where it may be kept:
/// the format has none of its own, and a bit that flips in a tensor leaves a file that looks whole.
std::string checksumOf(const SafeTensors& content);
inline constexpr const char* checksumKey = "checksum";

/// Errors: DiskFull, FileUnwritable.
Status writeSafeTensors(const std::filesystem::path& file, const SafeTensors& content);

/// Reads and checks every size against the file's. Errors: FileMissing, FileTruncated, FileCorrupt.
Result<SafeTensors> readSafeTensors(const std::filesystem::path& file);

} // namespace reweigh
