// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/help/HelpTour.h"
#include "widgets/window/docking/DockSet.h"

class QMenu;

namespace reweigh {

class LayoutKeeper;

/// The actions of the Help menu: the page of the panel under focus (F1), the glossary, the keys, the tour.
class HelpActions : public QObject {
    Q_OBJECT
public:
    /// `demo`: the action that opens the demo study.
    HelpActions(QMainWindow& window, const DockSet& docks, LayoutKeeper& layouts, QAction* demo);

    void fill(QMenu& help);

private:
    void explainFocus();
    void beginTour();
    void showStep(int step);

    QMainWindow& m_window;
    const DockSet& m_docks;
    LayoutKeeper& m_layouts;
    QAction* m_demo;
    QAction* m_help;
    QAction* m_glossary;
    QAction* m_shortcuts;
    QAction* m_tour;
    QPointer<HelpTour> m_running;
};

} // namespace reweigh
