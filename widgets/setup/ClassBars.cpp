// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/ClassBars.h"

#include "widgets/setup/ClassBarsGeometry.h"
#include "widgets/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

ClassBars::ClassBars(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ClassBars::setBars(std::vector<ClassBar> bars)
{
    m_bars = std::move(bars);
    if (m_pointed >= int(m_bars.size()))
        point(-1);
    update();
}

void ClassBars::setChosen(int index)
{
    m_chosen = index;
    update();
}

QSize ClassBars::minimumSizeHint() const
{
    return {Theme::instance().grid(24), Theme::instance().grid(11)};
}

QSize ClassBars::sizeHint() const
{
    return {Theme::instance().grid(64), Theme::instance().grid(32)};
}

void ClassBars::point(int index)
{
    if (index == m_pointed)
        return;
    m_pointed = index;
    update();
    Q_EMIT pointedChanged(index);
}

int ClassBars::indexAt(double x) const
{
    const ClassBarsGeometry at(rect(), m_bars);
    const int index = int(std::floor((x - at.plot.left()) / at.slot));
    return index >= 0 && index < int(m_bars.size()) ? index : -1;
}

void ClassBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, rect(), m_bars, m_pointed, m_chosen);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().tint(Role::Selection, 0.5), 1.0));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    painter.end();
    Q_EMIT painted();
}

void ClassBars::mouseMoveEvent(QMouseEvent* event)
{
    point(indexAt(event->position().x()));
}

void ClassBars::mousePressEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->position().x()); index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT chosen(index);
}

void ClassBars::leaveEvent(QEvent*)
{
    if (!hasFocus())
        point(-1);
}

void ClassBars::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

void ClassBars::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: return point(m_pointed < 0 ? last : std::max(0, m_pointed - 1));
    case Qt::Key_Right: return point(std::min(last, m_pointed + 1));
    case Qt::Key_Home: return point(std::min(0, last));
    case Qt::Key_End: return point(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed >= 0)
            Q_EMIT chosen(m_pointed);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace reweigh
