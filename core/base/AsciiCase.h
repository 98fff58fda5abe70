// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reweigh {

/// `text` with A to Z in lower case; all other bytes stay. For names whose case says nothing: endings of files, folders, words.
/// std::tolower() asks the user's locale, and in Turkish the I of ".TIF" has another small letter.
inline std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z')
            letter = char(letter - 'A' + 'a');
    return lower;
}

} // namespace reweigh
