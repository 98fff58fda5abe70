// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/ButtonGrid.h"

#include "widgets/theme/Theme.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace reweigh {

ButtonGrid::ButtonGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Theme::instance().grid(0.75));
    m_grid->setSizeConstraint(QLayout::SetNoConstraint); // it may always become narrower, and then higher
}

QPushButton* ButtonGrid::add(const QString& name, const QString& text, const QString& help)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(help);
    m_buttons.push_back(button);
    m_columns = 0;
    arrange();
    return button;
}

void ButtonGrid::arrange()
{
    int widest = 1;
    for (const QPushButton* button : m_buttons)
        widest = std::max(widest, button->sizeHint().width());
    const int columns = std::clamp((width() + m_grid->spacing()) / (widest + m_grid->spacing()), 1, int(m_buttons.size()));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < int(m_buttons.size()); ++i)
        m_grid->addWidget(m_buttons[std::size_t(i)], i / columns, i % columns);
    updateGeometry();
}

QSize ButtonGrid::minimumSizeHint() const
{
    QSize widest;
    for (const QPushButton* button : m_buttons)
        widest = widest.expandedTo(button->sizeHint());
    const int rows = m_columns > 0 ? (int(m_buttons.size()) + m_columns - 1) / m_columns : 1;
    return {widest.width(), rows * widest.height() + (rows - 1) * m_grid->spacing()};
}

void ButtonGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace reweigh
