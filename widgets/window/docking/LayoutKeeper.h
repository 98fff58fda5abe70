// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/docking/DockSet.h"
#include "widgets/window/docking/LayoutPlan.h"

#include <QObject>

namespace reweigh {

/// Lays the docks out as `plan` says, in proportion to the window. Docks it does not name are hidden, and stand behind each
/// other at the bottom when they are called. Docks it names that are not there are left out.
void arrange(QMainWindow& window, const DockSet& docks, const LayoutNode& plan);


/// Which layout is on screen. Each keeps what the user made of it: saved when it is left, from one start to the next.
class LayoutKeeper : public QObject {
    Q_OBJECT
public:
    LayoutKeeper(QMainWindow& window, const DockSet& docks, QObject* parent = nullptr);

    /// None: no dock is on screen (the start page).
    std::optional<Layout> current() const { return m_current; }
    void show(Layout layout);
    void clear();
    /// The current layout as it was made.
    void reset();
    /// Keeps the current layout's state in the settings.
    void save() const;

Q_SIGNALS:
    void changed();

private:
    QMainWindow& m_window;
    const DockSet& m_docks;
    std::optional<Layout> m_current;
};

} // namespace reweigh
