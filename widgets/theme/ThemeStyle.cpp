// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/ThemeStyle.h"

#include "widgets/theme/Theme.h"

#include <QCheckBox>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

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

/// The frame that the tool bar's buttons have too (ToolPill).
void drawFocus(const QStyleOption& option, QPainter& painter, const QRectF& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(QPalette::Link), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 2.5, 2.5);
    painter.restore();
}

/// Whether it has the focus, and the user moves by keyboard: Qt gives the focus of a window to its first button by itself.
bool isFocusedByKey(const QStyleOption& option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

bool hasNoText(const QCheckBox* box)
{
    return box && box->text().isEmpty();
}

void drawFocusRect(const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    // Views give every current cell the state of the keyboard.
    const bool byKey = option.state & QStyle::State_Item ? widget && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)
                                                         : bool(option.state & QStyle::State_KeyboardFocusChange);
    if (!byKey || hasNoText(qobject_cast<const QCheckBox*>(widget))) // such a check box has a frame around its mark
        return;
    QRect rect = option.rect;
    if (qobject_cast<const QToolButton*>(widget))
        rect.adjust(-2, -2, 2, 2); // Fusion's is so far in that it crosses the text
    drawFocus(option, painter, rect);
}

void drawCheckBox(const QStyleOption& option, QPainter& painter, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled, on = option.state & QStyle::State_On;
    const bool framed = isFocusedByKey(option) && hasNoText(qobject_cast<const QCheckBox*>(widget));
    if (framed)
        drawFocus(option, painter, option.rect);
    const double gap = framed ? 3.5 : 1.5;
    const QRectF box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap);
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
        drawCheckBox(*option, *painter, widget);
    else if (element == PE_FrameFocusRect)
        drawFocusRect(*option, *painter, widget);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_FrameLineEdit && option->state & State_HasFocus)
        drawFocus(*option, *painter, option->rect);
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* choice = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (choice && element == CE_ComboBoxLabel && !choice->editable) { // Fusion cuts its text in the middle of a letter
        const int icon = choice->currentIcon.isNull() ? 0 : choice->iconSize.width() + 4;
        const int room = subControlRect(CC_ComboBox, choice, SC_ComboBoxEditField, widget).width() - icon - 2;
        QStyleOptionComboBox fitted = *choice;
        fitted.currentText = choice->fontMetrics.elidedText(choice->currentText, Qt::ElideRight, room);
        return QProxyStyle::drawControl(element, &fitted, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if ((element == CE_PushButton || element == CE_TabBarTab) && isFocusedByKey(*option)) // around which Fusion asks for no frame
        drawFocus(*option, *painter, option->rect);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool typedInto = control == CC_SpinBox && option->state & State_HasFocus; // as a line of text, however it got the focus
    if (typedInto || ((control == CC_ComboBox || control == CC_Slider) && isFocusedByKey(*option)))
        drawFocus(*option, *painter, option->rect);
}

/// The buttons of dialogs have no icons: those of the desktop's theme know nothing of our colours, and are nearly black on dark ones.
int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace reweigh
