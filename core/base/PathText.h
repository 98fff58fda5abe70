// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace reweigh {

/// The length in bytes, 1 to 4, of the valid UTF-8 sequence at the start of `text`; 0 if there is none (RFC 3629: no overlong form,
/// surrogate or value above 0x10FFFF). `text` must not be empty.
std::size_t utf8Sequence(std::string_view text);

/// `bytes` as UTF-8 text: valid sequences stay, every other byte is written in the form "\xE9". File names are arbitrary bytes on
/// Linux, while JSON, tables and windows need text. Two names give the same text only if one of them contains such an escape itself.
std::string utf8Text(std::string_view bytes);

bool isUtf8(std::string_view bytes);

/// A UTF-8 text with U+FFFD for every control character, those that turn the direction of text too: names come from files, and a terminal
/// or a page would obey them. Line ends and tabs stay.
std::string withoutControls(const std::string& text);

/// The path as a "file:" address that SQLite opens too: every byte but letters, digits and "/-._~" is written as %XX.
std::string fileAddress(const std::filesystem::path& path);

/// A path as text that JSON can hold: unchanged if it is UTF-8 and does not begin with "file:", else its fileAddress().
std::string pathText(const std::filesystem::path& path);
/// The inverse of pathText(). In a text that begins with "file:", %XX stands for a byte.
std::string pathFromText(const std::string& text);

/// Whether a file or folder exists. One that may not be examined counts as missing; opening or writing it then reports the reason.
bool isThere(const std::filesystem::path& path) noexcept;
bool isFolder(const std::filesystem::path& path) noexcept;

/// The absolute path without "." and ".."; still relative if the working folder no longer exists.
std::filesystem::path fullPath(const std::filesystem::path& path);

} // namespace reweigh
