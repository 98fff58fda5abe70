// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>

#include <filesystem>

namespace reweigh {

/// Shows `file`, an absolute path, in the desktop's file manager: its folder, with the file selected, by org.freedesktop.FileManager1 on
/// `bus`. Where no file manager answers there, the folder is opened. Returns at once; an empty path shows nothing. Thread: GUI.
void showInFolder(const std::filesystem::path& file, const QDBusConnection& bus = QDBusConnection::sessionBus());

} // namespace reweigh
