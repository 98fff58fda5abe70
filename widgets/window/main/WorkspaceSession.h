// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QTimer>

namespace reweigh {

/// What is open, and how the window stands: written a moment after it changed, found again at the next start. A study
/// that has no file yet is remembered by its settings, so that nothing typed is lost.
class WorkspaceSession : public QObject {
    Q_OBJECT
public:
    WorkspaceSession(Workbench& bench, QMainWindow& window, LayoutKeeper& layouts);

    /// Opens what was open, gives the window its place. True if there was anything.
    bool restore();
    /// The layout that was on screen last.
    Layout lastLayout() const;

    void saveSoon();
    void save();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Workbench& m_bench;
    QMainWindow& m_window;
    LayoutKeeper& m_layouts;
    QTimer m_later;
};

} // namespace reweigh
