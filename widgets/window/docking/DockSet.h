// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

#include <QDockWidget>
#include <QHash>
#include <QMainWindow>
#include <QProxyStyle>

#include <vector>

namespace reweigh {

/// The flat title bar of a dock: nothing but the distance to its neighbour, and a grip while the pointer is on it. The dock
/// itself moves when it is dragged there, and floats on a double click.
class DockStrip : public QWidget {
    Q_OBJECT
public:
    explicit DockStrip(QDockWidget& dock);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The style of the window's frame: no line between docks, the distance alone parts them; menu and tool bars flat on the
/// window's ground.
class DockStyle : public QProxyStyle {
    Q_OBJECT
public:
    DockStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
};


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
