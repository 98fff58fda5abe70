// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/docking/DockSet.h"
#include "widgets/window/docking/LayoutPlan.h"

#include <QObject>

namespace reweigh {

/// Arranges the docks according to `plan`, in proportion to the window's size. Docks that the plan does not name are hidden; when
/// shown they are tabs at the bottom. Names without a dock are ignored.
void arrange(QMainWindow& window, const DockSet& docks, const LayoutNode& plan);

/// Switches between layouts. Each layout keeps the user's changes: they are saved when the layout is left, and restored at the next
/// start too.
class LayoutKeeper : public QObject {
    Q_OBJECT
public:
    LayoutKeeper(QMainWindow& window, const DockSet& docks, QObject* parent = nullptr);

    /// The layout on screen; none while the start page is shown and all docks are hidden.
    std::optional<Layout> current() const { return m_current; }
    void show(Layout layout);
    /// Saves the current layout and hides all docks.
    void clear();
    /// Restores the original arrangement of the current layout.
    void reset();
    /// Saves the current layout's state in the settings.
    void save() const;

Q_SIGNALS:
    void changed();

private:
    QMainWindow& m_window;
    const DockSet& m_docks;
    std::optional<Layout> m_current;
};

} // namespace reweigh
