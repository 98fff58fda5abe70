// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QByteArray>
#include <QTimer>

#include <optional>

namespace reweigh {

/// Saves which studies and which plan are open and the window's state shortly after each change, and restores them at the next start. For a study
/// without a file the settings are saved, so that no input is lost.
class WorkspaceSession : public QObject {
    Q_OBJECT
public:
    WorkspaceSession(Workbench& bench, QMainWindow& window, LayoutKeeper& layouts);

    /// Restores the window's geometry, and opens the studies and the plan that were open. Returns the layout to show them in: the one that was
    /// shown last, or Plan where the plan is alone; none if nothing was open.
    std::optional<Layout> restore();
    /// Restores the window's geometry alone, for a start whose studies are named. What only the session holds, the settings of studies without
    /// a file, is kept for the next start.
    void restoreGeometry();

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
    QByteArray m_kept; ///< studies of the session, as JSON, that this start has not opened
};

} // namespace reweigh
