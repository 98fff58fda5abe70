// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/main/MainWindow.h"

#include <filesystem>

namespace reweigh {

inline constexpr int followerQuietMs = 700; ///< longer than the half second between two checks of a study's file by its follower
inline constexpr int viewsQuietMs = 60;     ///< enough where nothing is to be read any more: views say that they compute

/// Runs the event loop until the window no longer changes: the study in view is read, every visible panel is drawn, and nothing new
/// arrived for `quietMs` milliseconds. Returns false if it still changes after a minute.
bool waitUntilSettled(const MainWindow& window, Workbench& bench, int quietMs = followerQuietMs);

/// Saves images of all layouts, light and dark, 1600 x 1000 points each, into `folder` with names such as "watch-dark.png".
/// Returns the files written.
/// Errors: FileUnwritable, DiskFull; FileUnreadable if the window does not settle (waitUntilSettled), as pictures would show half of it.
Result<std::vector<std::filesystem::path>> takeScreenshots(MainWindow& window, Workbench& bench, const std::filesystem::path& folder);

} // namespace reweigh
