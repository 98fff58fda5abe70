// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SignalWatch.h"
#include "app/cli/Command.h"

#include <QCoreApplication>

#include <iostream>
#include <unistd.h>

int main(int argc, char** argv)
{
    using namespace reweigh;
    // Before any thread exists, so that every later one inherits the blocked signals.
    SignalWatch signals;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("reweigh");
    QCoreApplication::setApplicationVersion(REWEIGH_VERSION);

    Terminal terminal(std::cout, std::cerr, isatty(STDERR_FILENO));
    return runCommandLine({argv + 1, argv + argc}, terminal, signals.token());
}
