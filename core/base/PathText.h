// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace reweigh {

/// Bytes of the valid sequence that begins `text`, which is not empty; 0 if there is none (RFC 3629: no overlong form, surrogate
/// or value above 0x10FFFF).
std::size_t utf8Sequence(std::string_view text);

/// `bytes` as UTF-8 text: what is valid stays, every other byte is written as "\xE9". File names are any bytes on Linux, while
/// JSON, tables and windows want text; two names never read the same unless one of them spells such an escape itself.
std::string utf8Text(std::string_view bytes);


bool isUtf8(std::string_view bytes);

/// "file:" and the path's bytes, all but letters, digits and "/-._~" as %XX: an address that SQLite opens too.
std::string fileAddress(const std::filesystem::path& path);

/// A path as text that JSON can hold: as it is where it is UTF-8, as most are, else its fileAddress().
std::string pathText(const std::filesystem::path& path);
/// The inverse. A text that begins with "file:" is taken as an address, %XX as bytes.
std::string pathFromText(const std::string& text);

/// Is a file or folder there? What may not be looked at counts as not there: whoever then opens or writes it is told why.
bool isThere(const std::filesystem::path& path) noexcept;
bool isFolder(const std::filesystem::path& path) noexcept;

/// From the root, without "." and ".."; `path` itself where the working folder is gone.
std::filesystem::path fullPath(const std::filesystem::path& path);

} // namespace reweigh
