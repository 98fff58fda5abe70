// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/Slider.h"

#include "widgets/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

Slider::Slider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double Slider::radius() const
{
    return Theme::instance().grid(0.75);
}

double Slider::xOf(int position) const
{
    const double room = width() - 2 * radius() - 4;
    return radius() + 2 + room * (position - minimum()) / std::max(1, maximum() - minimum());
}

int Slider::positionAt(double x) const
{
    const double room = std::max(1.0, width() - 2 * radius() - 4);
    const double share = std::clamp((x - radius() - 2) / room, 0.0, 1.0);
    return minimum() + int(std::lround(share * (maximum() - minimum())));
}

QSize Slider::sizeHint() const
{
    return {Theme::instance().grid(18), int(2 * radius()) + 6};
}

QSize Slider::minimumSizeHint() const
{
    return {Theme::instance().grid(8), sizeHint().height()};
}

void Slider::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, thick = theme.grid(0.5), x = xOf(sliderPosition());
    const QColor accent = isEnabled() ? theme.colour(Role::Selection) : theme.tint(Role::Dim, 0.5);
    const auto bar = [&](double from, double to, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, middle - thick / 2, to - from, thick), thick / 2, thick / 2);
    };
    bar(2, width() - 2, theme.tint(Role::Line, 0.8));
    bar(2, x, accent);
    painter.setPen(QPen(accent, 2.2));
    painter.setBrush(theme.colour(Role::Panel));
    painter.drawEllipse(QPointF(x, middle), radius() - 1, radius() - 1);
    if (hasFocus()) {
        painter.setPen(QPen(theme.tint(Role::Selection, 0.5), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, middle), radius() + 1.2, radius() + 1.2);
    }
}

void Slider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true); // sliderPressed()
    setSliderPosition(positionAt(event->position().x()));
}

void Slider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setSliderPosition(positionAt(event->position().x()));
}

void Slider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false); // sliderReleased()
}

} // namespace reweigh
