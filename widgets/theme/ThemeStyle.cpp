// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/ThemeStyle.h"

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>

namespace reweigh {
namespace {

// The colours are those of the palette, which stays that of the screen while figures have the look of paper.

void drawChosenButton(const QStyleOption& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(enabled ? option.palette.color(QPalette::Link) : option.palette.color(QPalette::Disabled, QPalette::Text));
    painter.setBrush(option.palette.color(enabled ? QPalette::Highlight : QPalette::Mid));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
    painter.restore();
}

void drawCheckBox(const QStyleOption& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const QRectF box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor ink = enabled ? option.palette.color(on ? QPalette::Link : QPalette::PlaceholderText)
                               : option.palette.color(QPalette::Disabled, QPalette::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ink);
    painter.setBrush(on ? ink : option.palette.color(QPalette::Base));
    painter.drawRoundedRect(box, 2.0, 2.0);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    if (on) {
        painter.setPen(QPen(Theme::inkOn(ink), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.74), at(0.80, 0.28)}));
    } else if (option.state & QStyle::State_NoChange) {
        painter.setPen(QPen(ink, 1.8));
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
    painter.restore();
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion")) // the same proportions on every platform; the palette sets the colours
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if ((element == PE_PanelButtonTool || element == PE_PanelButtonCommand) && option->state & State_On)
        drawChosenButton(*option, *painter);
    else if (element == PE_IndicatorCheckBox)
        drawCheckBox(*option, *painter);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace reweigh
