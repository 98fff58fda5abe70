// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QProxyStyle>

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

} // namespace reweigh
