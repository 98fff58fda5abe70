// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPainter>

namespace reweigh {

/// A label of one line of plain text. A text that does not fit ends in "…"; say() keeps it in full as the tool tip.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

    void say(const QString& text)
    {
        setText(text);
        setToolTip(text);
    }
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 8, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        const QRect room = contentsRect();
        painter.drawText(room, int(alignment()), fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
};

} // namespace reweigh
