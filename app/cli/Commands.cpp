// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompareCommand.h"
#include "app/cli/DataCommand.h"
#include "app/cli/DemoCommand.h"
#include "app/cli/ExportCommand.h"
#include "app/cli/FiguresCommand.h"
#include "app/cli/HelpCommand.h"
#include "app/cli/MethodsCommand.h"
#include "app/cli/ReportCommand.h"
#include "app/cli/RunCommand.h"
#include "app/cli/SearchCommand.h"
#include "app/cli/SetupCommand.h"
#include "app/cli/TrainCommand.h"

namespace reweigh {

std::vector<std::unique_ptr<Command>> makeCommands(const PageWriter& writePages, const FigureWriter& writeFigures)
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<DemoCommand>());
    commands.push_back(std::make_unique<DataCommand>());
    commands.push_back(std::make_unique<TrainCommand>());
    commands.push_back(std::make_unique<SearchCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<RunCommand>());
    commands.push_back(std::make_unique<ReportCommand>(writePages));
    commands.push_back(std::make_unique<FiguresCommand>(writeFigures));
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<MethodsCommand>());
    commands.push_back(std::make_unique<HelpCommand>());
    commands.push_back(std::make_unique<SetupCommand>());
    return commands;
}

} // namespace reweigh
