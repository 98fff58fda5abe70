// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/WrappedText.h"

#include "app/cli/TextTable.h"

#include <sstream>

namespace reweigh {

std::string wrapped(const std::string& text, std::size_t indent, std::size_t hang, std::size_t width)
{
    std::string all, line;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (!line.empty() && textWidth(line) + 1 + textWidth(word) > width) {
            all += line + '\n';
            line.clear();
        }
        line += line.empty() ? std::string(indent + (all.empty() ? 0 : hang), ' ') + word : ' ' + word;
    }
    return line.empty() ? all : all + line + '\n';
}

} // namespace reweigh
