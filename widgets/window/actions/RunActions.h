// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

class QMenu;

namespace reweigh {

/// Run, pause and stop of the study in view. They show what it truly does: what cannot be asked now cannot be pressed.
class RunActions : public QObject {
    Q_OBJECT
public:
    explicit RunActions(Workbench& bench, QObject* parent = nullptr);

    QAction* run() const { return m_run; }
    QAction* pause() const { return m_pause; }
    QAction* stop() const { return m_stop; } ///< has a menu: now, or after the epoch
    QMenu* stopMenu() const { return m_stopMenu.get(); }
    QAction* stopAfterEpoch() const { return m_stopAfter; }

Q_SIGNALS:
    /// A search was asked for here: the eye may follow it.
    void started();

private:
    void follow();

    Workbench& m_bench;
    QAction* m_run;
    QAction* m_pause;
    QAction* m_stop;
    QAction* m_stopNow;
    QAction* m_stopAfter;
    std::unique_ptr<QMenu> m_stopMenu;
};

} // namespace reweigh
