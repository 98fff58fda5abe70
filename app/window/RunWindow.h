// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"

#include <QApplication>
#include <QTranslator>

#include <memory>
#include <stop_token>

namespace reweigh {

/// The application object: or, where there is no display, one sentence and exit code 4 instead of Qt's abort.
class GuiStart {
public:
    /// `offscreen`: draws into memory, at `scale` pixels a point, and touches no settings of the user.
    GuiStart(bool offscreen, int scale);

    QApplication& application() { return *m_application; }

    /// Has the window speak `language` ("de"), or the system's where it is empty.
    void speak(const QString& language);

private:
    int m_argc = 1;
    char m_name[8] = "reweigh";
    char* m_argv[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
    QTranslator m_own, m_qt;
};


/// Opens the window and runs it until it is closed, or draws screenshots. Returns the exit code: 3 for a study that is not
/// there, 4 without a display, 2 in a build without a window. `stop` pauses what trains and closes it.
int runWindow(const WindowOptions& options, Terminal& terminal, std::stop_token stop);

} // namespace reweigh
