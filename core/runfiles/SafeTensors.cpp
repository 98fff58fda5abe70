// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runfiles/SafeTensors.h"

#include "core/base/Checksum.h"
#include "core/base/FileIo.h"
#include "core/base/Json.h"
#include "core/base/JsonText.h"

#include <bit>
#include <cstring>
#include <fstream>

namespace reweigh {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");

constexpr std::size_t lengthBytes = 8;
constexpr std::uint64_t longestHeader = 100'000'000; ///< that the format allows
constexpr const char* metadataKey = "__metadata__";

std::size_t itemSize(const std::string& dtype)
{
    return dtype == "F64" || dtype == "I64" ? 8 : dtype == "F32" || dtype == "I32" ? 4 : dtype == "U8" ? 1 : 0;
}

/// Sets `bytes` to the size of a tensor of this type and shape; false on overflow, a negative size or an unknown type.
bool tensorBytes(const StoredTensor& tensor, std::uint64_t& bytes)
{
    bytes = itemSize(tensor.dtype);
    for (const std::int64_t size : tensor.shape)
        if (size < 0 || __builtin_mul_overflow(bytes, std::uint64_t(size), &bytes))
            return false;
    return itemSize(tensor.dtype) > 0;
}

} // namespace

std::string checksumOf(const SafeTensors& content)
{
    Checksum checksum;
    const auto add = [&](std::string_view part) { // with its length, so that different contents never give the same bytes
        checksum.add(std::to_string(part.size()) + ':');
        checksum.add(part);
    };
    for (const auto& [key, value] : content.metadata)
        if (key != checksumKey) {
            add(key);
            add(value);
        }
    for (const auto& [name, tensor] : content.tensors) {
        add(name);
        add(tensor.dtype);
        for (const std::int64_t size : tensor.shape)
            add(std::to_string(size));
        add(tensor.bytes);
    }
    return checksum.text();
}

Status writeSafeTensors(const std::filesystem::path& file, const SafeTensors& content)
{
    nlohmann::json header = nlohmann::json::object();
    header[metadataKey] = content.metadata;
    std::size_t offset = 0;
    for (const auto& [name, tensor] : content.tensors) {
        header[name] = {{"dtype", tensor.dtype}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // aligns the data to 8 bytes, as the format recommends
    const std::uint64_t length = text.size();
    std::string bytes(reinterpret_cast<const char*>(&length), lengthBytes);
    bytes.reserve(lengthBytes + text.size() + offset);
    bytes += text;
    for (const auto& [name, tensor] : content.tensors)
        bytes += tensor.bytes;
    return writeFileAtomic(file, bytes);
}

namespace {

Error noSafeTensors(const std::filesystem::path& file, const std::string& detail)
{
    return {ErrorCode::FileCorrupt, file.string(), detail, "a safetensors file"};
}

} // namespace

Result<SafeTensors> readSafeTensors(const std::filesystem::path& file)
{
    const Result<std::string> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const auto corrupt = [&](const std::string& detail) { return noSafeTensors(file, detail); };
    const auto truncated = [&](std::uint64_t expected) {
        return Error{
            ErrorCode::FileTruncated, file.string(), std::to_string(bytes->size()) + " bytes instead of " + std::to_string(expected), {}};
    };
    if (bytes->size() < lengthBytes)
        return truncated(lengthBytes);
    std::uint64_t length = 0;
    std::memcpy(&length, bytes->data(), lengthBytes);
    if (length > longestHeader || (bytes->size() > lengthBytes && (*bytes)[lengthBytes] != '{'))
        return corrupt("it does not begin as one");
    if (length > bytes->size() - lengthBytes)
        return truncated(length + lengthBytes);
    const std::size_t start = lengthBytes + length;
    SafeTensors content;
    std::uint64_t end = 0, held = 0;
    try {
        const nlohmann::json header = parsedJson(std::string_view(*bytes).substr(lengthBytes, length));
        for (const auto& [name, entry] : header.items()) {
            if (name == metadataKey) {
                content.metadata = entry.get<std::map<std::string, std::string>>();
                continue;
            }
            StoredTensor tensor{.dtype = entry.at("dtype"), .shape = entry.at("shape").get<std::vector<std::int64_t>>()};
            const std::uint64_t from = entry.at("data_offsets").at(0), to = entry.at("data_offsets").at(1);
            std::uint64_t size = 0;
            if (!tensorBytes(tensor, size) || to < from || to - from != size)
                return corrupt("tensor " + name + " has a wrong size");
            if (to > bytes->size() - start)
                return truncated(start + to);
            held += size; // before memory is allocated: many tensors of the same bytes would fill it
            if (held > bytes->size() - start)
                return corrupt("tensors overlap");
            tensor.bytes = bytes->substr(start + from, size);
            end = std::max(end, to);
            content.tensors.emplace(name, std::move(tensor));
        }
    } catch (const nlohmann::json::exception& error) {
        return corrupt(jsonFault(error));
    }
    if (start + end != bytes->size())
        return corrupt("bytes after the last tensor");
    if (held != end)
        return corrupt("bytes between tensors");
    return content;
}

Result<std::map<std::string, std::string>> readSafeTensorsMetadata(const std::filesystem::path& file)
{
    std::error_code code;
    const std::uint64_t size = std::filesystem::file_size(file, code);
    std::ifstream in(file, std::ios::binary);
    if (code || !in)
        return Error{std::filesystem::exists(file, code) ? ErrorCode::FileUnreadable : ErrorCode::FileMissing, file.string(), {}, {}};
    std::uint64_t length = 0;
    std::string text;
    if (size < lengthBytes || !in.read(reinterpret_cast<char*>(&length), lengthBytes) || length > size - lengthBytes)
        return Error{ErrorCode::FileTruncated, file.string(), std::to_string(size) + " bytes", {}};
    if (length > longestHeader)
        return noSafeTensors(file, "it does not begin as one");
    text.resize(length);
    if (!in.read(text.data(), std::streamsize(length)))
        return Error{ErrorCode::FileTruncated, file.string(), std::to_string(size) + " bytes", {}};
    try {
        const nlohmann::json header = parsedJson(text);
        return header.at(metadataKey).get<std::map<std::string, std::string>>();
    } catch (const nlohmann::json::exception& error) {
        return noSafeTensors(file, jsonFault(error));
    }
}

} // namespace reweigh
