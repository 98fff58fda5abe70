// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

#include <QtGlobal>

#include <stop_token>

class QString;

namespace reweigh {

/// Opens the window and runs it until it is closed, or draws screenshots. Returns the exit code: 3 for a study or plan that does not
/// exist, 4 without a display, 2 in a build without a window. A request of `stop` pauses running trainings and closes the window.
int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop);

/// Message handler of a program that draws in memory: drops the offscreen platform's warning about every window size, and passes all other
/// messages on.
void withoutOffscreenNoise(QtMsgType type, const QMessageLogContext& context, const QString& text);

} // namespace reweigh
