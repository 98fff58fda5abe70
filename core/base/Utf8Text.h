// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reweigh {

/// Bytes of the valid sequence that begins `text`, which is not empty; 0 if there is none (RFC 3629: no overlong form, surrogate
/// or value above 0x10FFFF).
std::size_t utf8Sequence(std::string_view text);

/// `bytes` as UTF-8 text: what is valid stays, every other byte is written as "\xE9". File names are any bytes on Linux, while
/// JSON, tables and windows want text; two names never read the same unless one of them spells such an escape itself.
std::string utf8Text(std::string_view bytes);

} // namespace reweigh
