// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QString>

#include <map>
#include <set>
#include <string>

namespace reweigh {

/// Shows a desktop notification (org.freedesktop.Notifications). Without a session bus or notification service it does nothing.
void notifyDesktop(const QString& title, const QString& text);

/// Writes into the log on which device a run trains and why, and how it ended. Shows a desktop notification at the end of a search.
class RunLogWriter : public QObject {
    Q_OBJECT
public:
    explicit RunLogWriter(Workbench& bench, QWidget& window);

private:
    void begun(OpenStudy& study, const RunKey& key);
    void ended(OpenStudy& study, bool comparison);

    Workbench& m_bench;
    QWidget& m_window;
    std::map<OpenStudy*, QString> m_devices; ///< last log line per study that names its device
    std::set<std::string> m_setAside;        ///< damaged checkpoints that the log names
};

} // namespace reweigh
