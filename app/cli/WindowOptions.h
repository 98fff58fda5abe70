// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace reweigh {

/// What the program is asked where no subcommand is: to open its window, or to draw it into files.
struct WindowOptions {
    std::string layout;      ///< setup, watch, search, compare; empty: as it was left
    std::string scheme;      ///< light, dark; empty: as in the preferences
    std::string language;    ///< en, de, ja; empty: as in the preferences
    std::string demo;        ///< folder of the demo study, begun there if it is empty
    std::string screenshots; ///< folder to draw into; empty: a real window
    int scale = 1;           ///< of screenshots: pixels a point
    std::vector<std::string> studies;
};

} // namespace reweigh
