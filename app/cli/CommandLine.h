// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// What the program is asked where no subcommand is: to open its window, or to draw it into files.
struct WindowOptions {
    std::string layout;      ///< setup, watch, search, compare; empty: as it was left
    std::string scheme;      ///< light, dark; empty: as in the preferences
    std::string language;    ///< en, de, ja; empty: as in the preferences
    std::string demo;        ///< folder of the demo study, begun there if it is empty
    std::string screenshots; ///< folder to draw into; empty: a real window
    int scale = 1;           ///< of screenshots: pixels a point
    std::vector<std::string> studies;
};


/// What the user typed: a subcommand with its flags, or options of the window.
class CommandLine {
public:
    explicit CommandLine(Terminal& terminal);

    /// `arguments` without the program's name. The exit code if that is all there is to do: --help, --version, a usage error.
    std::optional<int> parse(std::vector<std::string> arguments);

    /// Null if a subcommand was named.
    const WindowOptions* window() const { return m_chosen ? nullptr : &m_window; }
    /// The subcommand. `stop` is asked by SIGINT and SIGTERM. Returns the exit code.
    int run(std::stop_token stop);

private:
    void declareWindow();

    Terminal& m_terminal;
    CLI::App m_app;
    std::vector<std::unique_ptr<Command>> m_commands;
    Command* m_chosen = nullptr;
    WindowOptions m_window;
};

/// Runs `program` and returns its exit code. What it throws is told in one sentence: 5 for memory, 3 for a file that cannot be
/// looked at, 1 for what should not have happened.
int withoutExceptions(Terminal& terminal, const std::function<int()>& program);

/// Parses and runs a subcommand. Returns the exit code; 2 where none is named.
int runCommandLine(std::vector<std::string> arguments, Terminal& terminal, std::stop_token stop);

} // namespace reweigh
