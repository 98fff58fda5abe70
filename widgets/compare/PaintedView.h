// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHelpEvent;
class QPainter;

namespace reweigh {

/// A view that is painted by one function, on screen and in an exported figure alike. In a scroll area it is as tall as
/// its content needs.
class PaintedView : public QWidget {
    Q_OBJECT
public:
    PaintedView(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    virtual void paint(QPainter& painter, const QRectF& target) const = 0;
    /// The least height at which nothing is cut off.
    virtual int heightFor(int width) const = 0;
    /// What the pointer is on; empty: nothing to tell.
    virtual QString tipAt(const QPointF&) const { return {}; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return heightFor(width); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// This view in a scroll area that keyboards reach and that scrolls up and down only.
    QWidget* scrolled();

protected:
    /// The content changed: it may need another height.
    void contentChanged();
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace reweigh
