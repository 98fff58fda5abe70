// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace reweigh {

/// The names in one line: "cat, dog, owl"; of more than `most` the first ones, "cat, dog, owl and 95 more".
inline std::string listed(const std::vector<std::string>& names, std::size_t most = std::string::npos)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (i ? ", " : "") + names[i];
    return names.size() > most ? text + " and " + std::to_string(names.size() - most) + " more" : text;
}

} // namespace reweigh
