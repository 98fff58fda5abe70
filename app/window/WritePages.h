// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/PageWriter.h"

#include <memory>

class QCoreApplication;

namespace reweigh {

/// What writes reports as HTML and PDF, in the language of the environment; empty in a build without a window.
PageWriter pageWriter();

/// The application object that it needs, without a display. `argc` and `argv` must outlive it.
std::unique_ptr<QCoreApplication> pageApplication(int& argc, char** argv);

} // namespace reweigh
