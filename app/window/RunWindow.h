// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

#include <QApplication>
#include <QTranslator>

#include <memory>
#include <stop_token>

namespace reweigh {

/// Makes the application object. Without a display it prints one sentence and ends the program with exit code 4, where Qt would abort.
class GuiStart {
public:
    /// `offscreen`: windows are drawn in memory at `scale` pixels per point, without a display.
    GuiStart(bool offscreen, int scale);

    QApplication& application() { return *m_application; }

    /// Loads the translations for `language` ("de"), or for the system's language where it is empty.
    void speak(const QString& language);

private:
    int m_argc = 1;
    char m_name[8] = "reweigh";
    char* m_argv[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
    QTranslator m_own, m_qt;
};

/// Opens the window and runs it until it is closed, or draws screenshots. Returns the exit code: 3 for a study that does not
/// exist, 4 without a display, 2 in a build without a window. A request of `stop` pauses running trainings and closes the window.
int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop);

} // namespace reweigh
