// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// The options of the program without a subcommand: it opens its window, or draws the window into files.
struct WindowOptions {
    std::string layout;               ///< setup, watch, search, compare, plan; empty: as at the end of the last session
    std::string scheme;               ///< light, dark; empty: as in the preferences
    std::string language;             ///< en, de, ja; empty: as in the preferences
    std::string demo;                 ///< folder of the demo study; an empty folder gets a new one. Empty text: no demo
    std::string screenshots;          ///< folder for screenshots; empty: open a real window
    int scale = 1;                    ///< pixels per point in screenshots
    std::vector<std::string> studies; ///< files or folders of studies to open
    std::string studyName;            ///< which study of a file that holds several; empty: all of them
};

/// Parses what the user typed: a subcommand with its flags, or options of the window.
class CommandLine {
public:
    explicit CommandLine(Terminal& terminal, const PageWriter& writePages = {}, const FigureWriter& writeFigures = {});

    /// Parses `arguments` (without the program's name). Returns an exit code where there is nothing more to do: after --help, --version
    /// or a usage error.
    std::optional<int> parse(std::vector<std::string> arguments);

    /// The options of the window; null if a subcommand was named.
    const WindowOptions* window() const { return m_chosen ? nullptr : &m_window; }
    /// Whether the subcommand draws pages (Command::drawsPages).
    bool drawsPages() const { return m_chosen && m_chosen->drawsPages(); }
    /// Whether the subcommand draws the window's views (Command::drawsViews).
    bool drawsViews() const { return m_chosen && m_chosen->drawsViews(); }
    /// Runs the subcommand and returns its exit code. SIGINT and SIGTERM request `stop`.
    int run(std::stop_token stop);

private:
    void declareWindow();

    Terminal& m_terminal;
    CLI::App m_app;
    std::vector<std::unique_ptr<Command>> m_commands;
    Command* m_chosen = nullptr;
    WindowOptions m_window;
};

/// Runs `program` and returns its exit code. An exception is reported in one sentence and gives an exit code: 5 for lack of memory,
/// 3 for a file that cannot be read, 1 for an internal error. So is output that could not be written (Terminal::finish).
int withoutExceptions(Terminal& terminal, const std::function<int()>& program);

/// Parses and runs a subcommand and returns the exit code: 2 where no subcommand is named.
int runCommandLine(std::vector<std::string> arguments, Terminal& terminal, std::stop_token stop);

} // namespace reweigh
