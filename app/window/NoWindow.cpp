// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RunWindow.h"
#include "app/window/WriteFigures.h"
#include "app/window/WritePages.h"

#include <QCoreApplication>

namespace reweigh {

int runWindow(const WindowOptions&, Terminal& terminal, std::stop_token)
{
    return terminal.fail({ErrorCode::UsageWrong, "this reweigh was built without its window: use a subcommand", "reweigh", {}});
}

PageWriter pageWriter()
{
    return {};
}

std::unique_ptr<QCoreApplication> pageApplication(int& argc, char** argv)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

FigureWriter figureWriter()
{
    return {};
}

std::unique_ptr<QCoreApplication> viewApplication(int& argc, char** argv)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace reweigh
