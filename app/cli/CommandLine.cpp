// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <sstream>

namespace reweigh {
namespace {

const char* const footer = "Exit codes: 0 ok, 1 failed, 2 usage, 3 bad input or data, 4 device not usable,\n"
                           "5 out of memory, 6 cut off but resumable, 130/143 ended by a second signal.";

} // namespace

int runCommandLine(std::vector<std::string> arguments, Terminal& terminal, std::stop_token stop)
{
    CLI::App app{"Reweigh: Meta-Weight-Net and its architecture under label noise and class imbalance", "reweigh"};
    const std::string version = std::string("reweigh ") + REWEIGH_VERSION;
    app.set_version_flag("--version", version);
    app.footer(footer);
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);

    const auto commands = makeCommands();
    std::vector<CLI::App*> subcommands;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command->name(), command->summary());
        sub->footer(footer);
        sub->set_version_flag("--version", version);
        sub->add_flag("--json", terminal.json, "Print the result as one JSON value");
        sub->add_flag("--quiet", terminal.quiet, "No progress");
        command->declare(*sub);
        subcommands.push_back(sub);
    }

    std::ranges::reverse(arguments); // CLI11 takes them last first
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        std::ostringstream out, err;
        const bool asked = app.exit(error, out, err) == 0; // --help, --version
        if (asked)
            terminal.print(out.str());
        else
            terminal.note(err.str() + out.str());
        return asked ? 0 : 2;
    }
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (subcommands[i]->parsed())
            return commands[i]->run(terminal, stop);
    return 2;
}

} // namespace reweigh
