// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "widgets/text/FigureSetup.h"

#include <filesystem>
#include <functional>
#include <string>

namespace reweigh {

/// Figures that were asked for.
struct FigureOrder {
    std::string study;         ///< the study's file or folder, or a plan's file; it exists. Empty: none, to list all figures
    std::string studyName;     ///< which study of the file; empty: the only one
    std::string studies;       ///< folder of a plan's studies; empty: the one beside its file
    std::string language;      ///< en, de, ja; empty: that of the environment
    FigureSetup setup;         ///< how, and which
    std::filesystem::path out; ///< folder to write them into
    bool list = false;         ///< print the names of those that the study has, and write none
};

/// Writes figures, after it has printed any error to the terminal; returns the exit code. The program gives its commands one
/// (app/window/WriteFigures.h); it is empty where the program is built without its window.
using FigureWriter = std::function<int(const FigureOrder& order, Terminal& terminal)>;

} // namespace reweigh
