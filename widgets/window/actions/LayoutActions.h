// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/docking/LayoutKeeper.h"

#include <QAction>

#include <array>

class QMenu;

namespace reweigh {

/// The actions that choose one of the layouts, and the other entries of the View menu.
class LayoutActions : public QObject {
    Q_OBJECT
public:
    LayoutActions(QMainWindow& window, const DockSet& docks, LayoutKeeper& layouts);

    const std::array<QAction*, allLayouts.size()>& choices() const { return m_choices; }
    void fill(QMenu& view);

private:
    QMainWindow& m_window;
    const DockSet& m_docks;
    LayoutKeeper& m_keeper;
    std::array<QAction*, allLayouts.size()> m_choices{};
    QAction* m_reset;
    QAction* m_fullScreen;
};

} // namespace reweigh
