// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace reweigh {

/// `text` as one word of a shell's command line: in quotation marks where it holds anything but letters, digits and "+-_.,/:=@%".
inline std::string shellWord(const std::string& text)
{
    const std::string plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_.,/:=@%";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos)
        return text;
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

} // namespace reweigh
