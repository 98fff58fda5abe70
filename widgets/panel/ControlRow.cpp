// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ControlRow.h"

#include "widgets/theme/Theme.h"

#include <QEvent>

#include <algorithm>

namespace reweigh {

ControlRow::ControlRow(QWidget* left, QWidget* right, QWidget* parent)
    : QWidget(parent)
    , m_left(left)
    , m_right(right)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::instance().grid(0.5));
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // allows the row to become narrower than both children side by side
    m_layout->addWidget(left);
    m_layout->addStretch();
    m_layout->addWidget(right);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

QSize ControlRow::minimumSizeHint() const
{
    const int left = m_left->isHidden() ? 0 : m_left->minimumSizeHint().width();
    return {std::max(left, m_right->minimumSizeHint().width()), m_layout->minimumSize().height()};
}

bool ControlRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) // a list that got longer words, say
        arrange();
    return QWidget::event(event);
}

void ControlRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ControlRow::arrange()
{
    const int left = m_left->isHidden() ? 0 : m_left->sizeHint().width() + 2 * m_layout->spacing();
    const bool narrow = width() < left + m_right->sizeHint().width();
    const QBoxLayout::Direction direction = narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_layout->direction())
        return;
    m_layout->setDirection(direction);
    updateGeometry();
}

QWidget* sideBySide(const std::vector<QWidget*>& children)
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().grid(0.5));
    for (QWidget* child : children)
        row->addWidget(child);
    return widget;
}

} // namespace reweigh
