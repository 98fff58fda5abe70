// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <QDockWidget>
#include <QHash>
#include <QMainWindow>
#include <QProxyStyle>

#include <vector>

namespace reweigh {

/// The flat title bar of a dock: the distance to its neighbour, with a grip while the pointer is on it. Dragging it moves the dock,
/// and a double click makes the dock float (both done by QDockWidget).
class DockStrip : public QWidget {
    Q_OBJECT
public:
    explicit DockStrip(QDockWidget& dock);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The style of the main window: docks are separated by a distance without a line; menu and tool bars are flat on the window's
/// background.
class DockStyle : public QProxyStyle {
    Q_OBJECT
public:
    DockStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
};

/// Makes one dock per panel, with objectName "dock-<id>". The dock has only a thin strip as title bar, because the panel draws its
/// own title.
class DockSet {
public:
    DockSet(QMainWindow& window, std::vector<Panel*> panels);

    const std::vector<Panel*>& panels() const { return m_panels; }
    Panel* panel(const QString& id) const; ///< null if there is none
    QDockWidget* dock(const QString& id) const { return m_docks.value(id); }
    /// In the order of panels().
    std::vector<QDockWidget*> docks() const;

    /// Shows the dock in the current layout, and raises it if it is one of several tabs.
    void reveal(const QString& id) const;

private:
    std::vector<Panel*> m_panels;
    QHash<QString, QDockWidget*> m_docks;
};

} // namespace reweigh
