// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/EpochSlider.h"

#include "widgets/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

double handleRadius()
{
    return Theme::instance().grid(0.9);
}

} // namespace

EpochSlider::EpochSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRange(1, 1);
    setPageStep(5);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EpochSlider::setReached(int epoch)
{
    m_reached = epoch;
    update();
}

QSize EpochSlider::sizeHint() const
{
    return {Theme::instance().grid(20), Theme::instance().grid(2.5)};
}

QSize EpochSlider::minimumSizeHint() const
{
    return {Theme::instance().grid(8), Theme::instance().grid(2.5)};
}

double EpochSlider::placeOf(int epoch) const
{
    const double radius = handleRadius() + 2.0;
    const int span = std::max(1, maximum() - minimum());
    return radius + (width() - 2.0 * radius) * (epoch - minimum()) / span;
}

void EpochSlider::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, thickness = theme.grid(0.6), from = placeOf(minimum()), at = placeOf(value());
    const auto bar = [&](double to, const QColor& colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, middle - thickness / 2.0, std::max(0.0, to - from), thickness), thickness / 2.0, thickness / 2.0);
    };
    bar(placeOf(maximum()), theme.colour(Role::Grid));
    bar(placeOf(std::min(m_reached, maximum())), theme.colour(Role::Line));
    bar(at, theme.colour(Role::Selection));
    if (hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tint(Role::Selection, 0.3));
        painter.drawEllipse(QPointF(at, middle), handleRadius() + 2.0, handleRadius() + 2.0);
    }
    painter.setPen(QPen(theme.colour(Role::Selection), theme.grid(0.25)));
    painter.setBrush(theme.colour(Role::Panel));
    painter.drawEllipse(QPointF(at, middle), handleRadius() - 1.0, handleRadius() - 1.0);
}

void EpochSlider::moveTo(double x)
{
    const double radius = handleRadius() + 2.0;
    const double share = std::clamp((x - radius) / std::max(1.0, width() - 2.0 * radius), 0.0, 1.0);
    setValue(std::min(m_reached, minimum() + int(std::lround(share * (maximum() - minimum())))));
}

void EpochSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position().x());
}

void EpochSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position().x());
}

} // namespace reweigh
