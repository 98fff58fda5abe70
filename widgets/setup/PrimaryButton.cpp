// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/PrimaryButton.h"

#include "widgets/theme/Theme.h"

#include <QPainter>

namespace reweigh {
namespace {

QFont strongFont()
{
    QFont font = Theme::instance().bodyFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize PrimaryButton::sizeHint() const
{
    const QFontMetrics metrics(strongFont());
    return {metrics.horizontalAdvance(text()) + Theme::instance().grid(4), metrics.height() + Theme::instance().grid(2.5)};
}

void PrimaryButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    const double radius = theme.grid(0.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = isEnabled() ? theme.colour(Role::Selection) : theme.tint(Role::Line, 0.7);
    if (isEnabled() && (isDown() || underMouse()))
        ground = isDown() ? ground.darker(115) : theme.tint(Role::Selection, 0.9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::inkOn(ground), 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), radius - 1, radius - 1);
    }
    painter.setFont(strongFont());
    painter.setPen(isEnabled() ? Theme::inkOn(ground) : theme.colour(Role::Dim));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace reweigh
