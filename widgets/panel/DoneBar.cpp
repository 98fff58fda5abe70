// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/DoneBar.h"

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace reweigh {

DoneBar::DoneBar(QWidget* parent)
    : QProgressBar(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&DoneBar::update));
}

void DoneBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const QRectF track = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = std::min<double>(theme.grid(0.5), track.height() / 2.0);
    const int span = maximum() - minimum();
    const double share = span > 0 ? std::clamp(double(value() - minimum()) / span, 0.0, 1.0) : 0.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(track, radius, radius);
    painter.fillPath(outline, theme.colour(Role::Grid));
    if (share > 0.0) {
        QPainterPath done;
        done.addRect(track.left(), track.top(), track.width() * share, track.height());
        painter.fillPath(outline & done, isTextVisible() ? theme.tint(Role::Selection, 0.30) : theme.colour(Role::Selection)); // below text
    }
    painter.setPen(theme.colour(Role::Line));
    painter.drawPath(outline);
    if (!isTextVisible())
        return;
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(track, Qt::AlignCenter, text());
}

} // namespace reweigh
