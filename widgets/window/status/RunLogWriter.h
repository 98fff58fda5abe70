// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QString>

namespace reweigh {

/// A notification of the desktop's own (org.freedesktop.Notifications). Where there is no session bus, or nobody listens,
/// nothing happens.
void notifyDesktop(const QString& title, const QString& text);


/// Writes into the log what a run does: on which device and why, how it ended. Tells the desktop at the end of a search.
class RunLogWriter : public QObject {
    Q_OBJECT
public:
    explicit RunLogWriter(Workbench& bench, QWidget& window);

private:
    void begun(OpenStudy& study, const RunKey& key);
    void ended(OpenStudy& study, bool comparison);

    Workbench& m_bench;
    QWidget& m_window;
    std::map<OpenStudy*, QString> m_devices; ///< said last
};

} // namespace reweigh
