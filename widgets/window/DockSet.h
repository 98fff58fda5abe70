// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <QDockWidget>
#include <QHash>
#include <QMainWindow>

#include <vector>

namespace reweigh {

/// One dock for each panel, called "dock-<id>", with a thin strip to drag it by: the panel draws its own title.
class DockSet {
public:
    DockSet(QMainWindow& window, std::vector<Panel*> panels);

    const std::vector<Panel*>& panels() const { return m_panels; }
    Panel* panel(const QString& id) const; ///< null if there is none
    QDockWidget* dock(const QString& id) const { return m_docks.value(id); }
    /// In the order of panels().
    std::vector<QDockWidget*> docks() const;

    /// Shows the dock in the layout there is, in front of those behind which it stood.
    void reveal(const QString& id) const;

private:
    std::vector<Panel*> m_panels;
    QHash<QString, QDockWidget*> m_docks;
};

} // namespace reweigh
