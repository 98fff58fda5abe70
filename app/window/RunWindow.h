// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "app/cli/WindowOptions.h"

#include <stop_token>

namespace reweigh {

/// Opens the window and runs it until it is closed, or draws screenshots. Returns the exit code: 3 for a study that is not
/// there, 4 without a display, 2 in a build without a window. `stop` pauses what trains and closes it.
int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop);

} // namespace reweigh
