// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTranslator>

#include <memory>

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

} // namespace reweigh
