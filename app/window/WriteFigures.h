// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/FigureWriter.h"

#include <memory>

class QCoreApplication;

namespace reweigh {

/// What writes a study's views as figures; empty in a build without a window.
FigureWriter figureWriter();

/// The application object that it needs, without a display. `argc` and `argv` must outlive it.
std::unique_ptr<QCoreApplication> viewApplication(int& argc, char** argv);

} // namespace reweigh
