// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <QPoint>

namespace reweigh {

/// What every panel with a figure offers beside its own options, whoever draws it: copying the figure as a picture, its data, and (in
/// the context menu) the value at the pointer; the whole window for the panel. The entries stand in the menu of the title row, and in
/// a menu that a right click or the menu key opens over the figure. A double click on the title row enlarges too.
class FigureMenu : public QObject {
    Q_OBJECT
public:
    /// Adds the entries to `panel`, which owns this object.
    FigureMenu(Panel& panel, Workbench& bench);

    /// The widget of the panel that knows the value at `place` of the panel, and that value; empty if none does.
    static QString valueAt(Panel& panel, const QPoint& place);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void popUp(const QPoint& place, const QPoint& global);
    void follow();

    Panel& m_panel;
    Workbench& m_bench;
    QAction *m_picture, *m_data, *m_enlarge;
};

} // namespace reweigh
