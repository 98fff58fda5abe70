// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/plan/PlanState.h"

#include <filesystem>
#include <functional>

namespace reweigh {

/// The files of a report; an empty path is not written.
struct PageFiles {
    std::filesystem::path html, pdf;

    bool any() const { return !html.empty() || !pdf.empty(); }
};

/// Writes the report of a plan as pages, after it has printed any error to the terminal; returns the exit code. The program gives its
/// commands one (app/window/WritePages.h); it is empty where the program is built without what draws pages.
using PageWriter = std::function<int(const PlanState& state, const PageFiles& files, Terminal& terminal)>;

} // namespace reweigh
