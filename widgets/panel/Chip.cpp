// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/Chip.h"

#include <QFontMetricsF>
#include <QPainter>

namespace reweigh {

QFont chipFont()
{
    QFont font = Theme::instance().scopeFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintChip(QPainter& painter, const QRectF& chip, Role role, const QString& word, bool provisional)
{
    const Theme& theme = Theme::instance();
    const double radius = theme.grid(0.5);
    painter.setPen(provisional ? QPen(theme.colour(role), 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(theme.tint(role, 0.10));
    painter.drawRoundedRect(chip, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(chipFont());
    painter.setPen(theme.colour(role));
    painter.drawText(chip, Qt::AlignCenter, QFontMetricsF(chipFont()).elidedText(word, Qt::ElideRight, chip.width() - theme.grid()));
}

} // namespace reweigh
