// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QTimer>

namespace reweigh {

/// Saves which studies and which plan are open and the window's state shortly after each change, and restores them at the next start. For a study
/// without a file the settings are saved, so that no input is lost.
class WorkspaceSession : public QObject {
    Q_OBJECT
public:
    WorkspaceSession(Workbench& bench, QMainWindow& window, LayoutKeeper& layouts);

    /// Opens the studies and the plan that were open and restores the window's geometry. Returns true if there was one.
    bool restore();
    /// The layout that was shown last.
    Layout lastLayout() const;

    /// Saves after a short delay; further calls in the meantime are merged.
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
