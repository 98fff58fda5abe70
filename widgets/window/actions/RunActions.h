// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

class QMenu;

namespace reweigh {

/// The actions that run, pause and stop the study in view. They follow its state; an action that is not possible now is disabled.
class RunActions : public QObject {
    Q_OBJECT
public:
    explicit RunActions(Workbench& bench, QObject* parent = nullptr);

    QAction* run() const { return m_run; }
    QAction* runNew() const { return m_runNew; } ///< during a pause: what was changed meanwhile, as another study
    QAction* pause() const { return m_pause; }
    QAction* stop() const { return m_stop; } ///< has a menu: stop now, or after the epoch
    QMenu* stopMenu() const { return m_stopMenu.get(); }
    QAction* stopAfterEpoch() const { return m_stopAfter; }

    enum class Shown { Nothing, Study, Plan };
    /// What the window shows: a study that is not seen cannot be begun. What runs can be held and goes on all the same.
    void setShown(Shown shown);

Q_SIGNALS:
    /// The user started a search; the window may show its layout.
    void started();

private:
    void follow();

    Workbench& m_bench;
    Shown m_shown = Shown::Study;
    QAction* m_run;
    QAction* m_runNew;
    QAction* m_pause;
    QAction* m_stop;
    QAction* m_stopNow;
    QAction* m_stopAfter;
    std::unique_ptr<QMenu> m_stopMenu;
};

} // namespace reweigh
