// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProcessStart.h"
#include "app/SignalWatch.h"
#include "app/cli/CommandLine.h"
#include "app/window/RunWindow.h"
#include "app/window/WriteFigures.h"
#include "app/window/WritePages.h"
#include "core/fetch/Download.h"

#include <QCoreApplication>
#include <QThread>

#include <iostream>
#include <memory>
#include <unistd.h>

int main(int argc, char** argv)
{
    using namespace reweigh;
    prepareProcess();
    (void)QThread::currentThread(); // Qt takes the first thread that it meets for the main one; a study is read in a thread of its own
    // Before any thread exists, so that every later one inherits the blocked signals.
    SignalWatch signals;
    QCoreApplication::setOrganizationName("reweigh");
    QCoreApplication::setApplicationName("reweigh");
    QCoreApplication::setApplicationVersion(REWEIGH_VERSION);
    useSystemProxy();

    Terminal terminal(std::cout, std::cerr, isatty(STDERR_FILENO));
    return withoutExceptions(terminal, [&] {
        CommandLine line(terminal, pageWriter(), figureWriter());
        if (const std::optional<int> code = line.parse({argv + 1, argv + argc}))
            return *code;
        if (const WindowOptions* window = line.window())
            return runWindow(*window, terminal, signals.token());
        const std::unique_ptr<QCoreApplication> application = line.drawsViews()   ? viewApplication(argc, argv)
                                                              : line.drawsPages() ? pageApplication(argc, argv)
                                                                                  : std::make_unique<QCoreApplication>(argc, argv);
        writeNumbersWithPoints();
        return line.run(signals.token());
    });
}
