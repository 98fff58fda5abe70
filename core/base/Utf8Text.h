// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reweigh {

/// `bytes` as UTF-8 text: what is valid stays, every other byte is written as "\xE9". File names are any bytes on Linux, while
/// JSON, tables and windows want text; two names never read the same unless one of them spells such an escape itself.
std::string utf8Text(std::string_view bytes);

} // namespace reweigh
