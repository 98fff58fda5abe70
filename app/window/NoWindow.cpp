// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RunWindow.h"

namespace reweigh {

int runWindow(const WindowOptions&, Terminal& terminal, std::stop_token)
{
    terminal.note("reweigh was built without its window: use a subcommand (see reweigh --help)");
    return 2;
}

} // namespace reweigh
