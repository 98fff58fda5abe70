// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ValueSource.h"

#include <QWidget>

class QHelpEvent;
class QPainter;

namespace reweigh {

/// The height in pixels of `text` in lines of at most `width` pixels, as drawWrapped() breaks it; 0 if it is empty.
int wrappedHeight(const QFont& font, const QString& text, int width);

/// Draws `text` in lines that fit into `place`. They break between words, and in a word only where it is longer than a line: it would be
/// cut at the edge otherwise (Qt::TextWordWrap).
void drawWrapped(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QString& text);

/// A view that paint() draws both on screen and in exported figures. In a scroll area it is as tall as its content needs.
class PaintedView : public QWidget, public ValueSource {
    Q_OBJECT
public:
    PaintedView(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    /// Draws the view into the rectangle `target`.
    virtual void paint(QPainter& painter, const QRectF& target) const = 0;
    /// The smallest height in pixels at which the whole content fits.
    virtual int heightFor(int width) const = 0;
    /// The tool tip for a point in the widget; empty for none.
    virtual QString tipAt(const QPointF&) const { return {}; }
    QString saysAt(const QPointF& place) const override { return tipAt(place); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return heightFor(width); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Puts this view into a scroll area, which takes the keyboard focus and scrolls vertically only. Keys of the view's ZoomGestures act
    /// there.
    QWidget* scrolled();

    /// The height of a wrapped `note` at the foot of a figure of `width` pixels, with a gap above it; 0 if there is none.
    static int noteHeight(const QFont& font, const QString& note, int width);

protected:
    /// Derived classes call it when the content changed: repaints and updates the height.
    void contentChanged();
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace reweigh
