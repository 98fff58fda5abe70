// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/FigureWriter.h"
#include "app/cli/PageWriter.h"
#include "app/cli/Terminal.h"

#include <CLI/App.hpp>

#include <memory>
#include <stop_token>
#include <vector>

namespace reweigh {

/// One subcommand. declare() adds its flags to `app`; run() then runs it and returns the exit code, after it has printed any error
/// to the terminal.
class Command {
public:
    virtual ~Command() = default;

    virtual const char* name() const = 0;
    virtual const char* summary() const = 0;
    virtual void declare(CLI::App& app) = 0;
    virtual int run(Terminal& terminal, std::stop_token stop) = 0;
    /// Whether run() draws pages, for which the program must be a QGuiApplication. Known after the flags are parsed.
    virtual bool drawsPages() const { return false; }
    /// Whether run() draws the window's views, for which the program must be a QApplication.
    virtual bool drawsViews() const { return false; }
};

/// Every subcommand. `writePages`, `writeFigures`: what those that draw pages or figures use; empty: they refuse to.
std::vector<std::unique_ptr<Command>> makeCommands(const PageWriter& writePages = {}, const FigureWriter& writeFigures = {});

} // namespace reweigh
