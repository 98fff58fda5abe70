// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/status/ToolPill.h"

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace reweigh {

ToolPill::ToolPill(QAction* action, QWidget* parent)
    : QToolButton(parent)
{
    setDefaultAction(action);
    setObjectName(QStringLiteral("pill-") + action->objectName());
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    const auto name = [this, action] { setAccessibleName(action->iconText()); };
    name();
    connect(action, &QAction::changed, this, name);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ToolPill::sizeHint() const
{
    const Theme& theme = Theme::instance();
    const QFontMetrics metrics(theme.titleFont());
    const int arrow = popupMode() == MenuButtonPopup ? theme.grid(2.5) : 0;
    return {theme.grid(6.5) + metrics.horizontalAdvance(text()) + arrow, std::max(theme.grid(3.5), metrics.height() + theme.grid())};
}

/// Run is disabled by its own press. Qt would pass the focus on, to a layout that was not asked for and would look chosen by its frame.
bool ToolPill::focusNextPrevChild(bool next)
{
    return isEnabled() && QToolButton::focusNextPrevChild(next);
}

void ToolPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked())
        painter.setBrush(theme.tint(Role::Selection, theme.dark() ? 0.28 : 0.16));
    else if (isDown() || hover)
        painter.setBrush(theme.tint(Role::Line, 0.9));
    else if (!isCheckable())
        painter.setBrush(theme.tint(Role::Line, 0.45));
    else
        painter.setBrush(Qt::NoBrush);
    // A frame for those who move by keyboard; the window gives the focus to its first button by itself.
    const bool framed = hasFocus() && (option.state & QStyle::State_KeyboardFocusChange);
    painter.setPen(framed ? QPen(theme.colour(Role::Selection), 1.5) : QPen(Qt::NoPen));
    painter.drawRoundedRect(ground, theme.grid(0.5), theme.grid(0.5));

    const int side = theme.grid(2);
    const int arrow = popupMode() == MenuButtonPopup ? theme.grid(2.5) : 0;
    const QFontMetrics metrics(theme.titleFont());
    const int content = side + theme.grid() + metrics.horizontalAdvance(text());
    int x = (width() - arrow - content) / 2;
    icon().paint(&painter, QRect(x, (height() - side) / 2, side, side), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    x += side + theme.grid();
    const QColor ink = !enabled ? theme.tint(Role::Dim, 0.7) : isChecked() ? theme.colour(Role::Selection) : theme.colour(Role::Text);
    painter.setPen(ink);
    painter.setFont(theme.titleFont());
    painter.drawText(QRect(x, 0, width() - x, height()), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic), text());
    if (arrow) {
        const double centre = width() - arrow / 2.0 - 2, y = height() / 2.0, half = theme.grid(0.4);
        painter.setPen(QPen(ink, 1.5));
        painter.drawPolyline(QPolygonF({{centre - half, y - half / 2}, {centre, y + half / 2}, {centre + half, y - half / 2}}));
    }
}

} // namespace reweigh
