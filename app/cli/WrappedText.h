// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace reweigh {

/// `text` broken between its words into lines of at most `width` characters, each ended by a newline. The first line begins with
/// `indent` spaces, the others with `indent + hang`. A word that is longer than a line has one of its own. Empty text gives no line.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t hang = 0, std::size_t width = 80);

} // namespace reweigh
