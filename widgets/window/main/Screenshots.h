// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/main/MainWindow.h"

#include <filesystem>

namespace reweigh {

/// Runs the event loop until what the window shows of the study in view has come to rest: the study is read, every panel on
/// screen has drawn what it knows, and nothing new arrived for a moment. False if it still moves after `limitMs`.
bool waitUntilSettled(const MainWindow& window, Workbench& bench, int limitMs = 60000);

/// Draws the four layouts, light and dark, 1600 x 1000 points each: "watch-dark.png". Returns the files written.
/// Errors: FileUnwritable, DiskFull.
Result<std::vector<std::filesystem::path>> takeScreenshots(MainWindow& window, Workbench& bench, const std::filesystem::path& folder);

} // namespace reweigh
