// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PathText.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <system_error>

namespace reweigh {

std::size_t utf8Sequence(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
    return overlong || outside ? 0 : length;
}

std::string utf8Text(std::string_view bytes)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = utf8Sequence(bytes);
        if (length > 0) {
            text += bytes.substr(0, length);
        } else {
            const auto byte = static_cast<std::uint8_t>(bytes.front());
            text += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        }
        bytes.remove_prefix(length > 0 ? length : 1);
    }
    return text;
}

namespace {

constexpr std::string_view scheme = "file:";

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("/-._~", c);
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = utf8Sequence(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

namespace {

/// The length of the control character at the byte `at` of a UTF-8 text; 0 if there is none.
std::size_t controlAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? unsigned(static_cast<unsigned char>(text[at + i])) : 0U; };
    if (byte(0) < 0x20 || byte(0) == 0x7f)
        return 1;
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) // U+0080 to U+009F
        return 2;
    const bool turns = (byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae)     // U+202A to U+202E
                       || (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9); // U+2066 to U+2069
    return byte(0) == 0xe2 && turns ? 3 : 0;
}

} // namespace

std::string withoutControls(const std::string& text)
{
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = text[at] == '\n' || text[at] == '\t' ? 0 : controlAt(text, at);
        clean += length > 0 ? std::string("\uFFFD") : text.substr(at, 1);
        at += std::max<std::size_t>(length, 1);
    }
    return clean;
}

std::string fileAddress(const std::filesystem::path& path)
{
    constexpr char digits[] = "0123456789ABCDEF";
    const std::string& bytes = path.native();
    // In "file://host/path" the host is left empty, so an absolute path is written as "file:///path".
    std::string text = std::string(scheme) + (bytes.starts_with('/') ? "//" : "");
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain(c))
            text += c;
        else
            text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

std::string pathText(const std::filesystem::path& path)
{
    const std::string& bytes = path.native();
    return isUtf8(bytes) && !bytes.starts_with(scheme) ? bytes : fileAddress(path);
}

std::string pathFromText(const std::string& text)
{
    if (!text.starts_with(scheme))
        return text;
    std::string bytes;
    for (std::size_t i = scheme.size() + (text.starts_with("file:///") ? 2 : 0); i < text.size(); ++i) {
        unsigned byte = 0;
        const char* digits = text.data() + i + 1;
        if (text[i] == '%' && text.size() - i > 2 && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            bytes += static_cast<char>(byte);
            i += 2;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

bool isThere(const std::filesystem::path& path) noexcept
{
    std::error_code code;
    return std::filesystem::exists(path, code) && !code;
}

bool isFolder(const std::filesystem::path& path) noexcept
{
    std::error_code code;
    return std::filesystem::is_directory(path, code) && !code;
}

std::filesystem::path fullPath(const std::filesystem::path& path)
{
    std::error_code code;
    const std::filesystem::path full = std::filesystem::absolute(path, code);
    return (code ? path : full).lexically_normal();
}

} // namespace reweigh
