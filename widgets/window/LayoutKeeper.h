// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/DockSet.h"
#include "widgets/window/LayoutPlan.h"

#include <QObject>

namespace reweigh {

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
