// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

PlotPanel::PlotPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent)
    : Panel(id, title, bench, parent)
    , m_plot(new Plot(this))
{
    m_plot->setObjectName(id + QStringLiteral("-plot"));
    m_plot->setAccessibleName(title);
    setBody(m_plot);
}

void PlotPanel::paintFigure(QPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target, figureLegend());
}

QAction* PlotPanel::addSwitch(const QString& text, const QString& key, bool fallback)
{
    QAction* action = menu().addAction(text);
    action->setCheckable(true);
    auto option = std::make_shared<ViewOption<bool>>(id() + '/' + key, fallback);
    action->setChecked(option->get());
    connect(action, &QAction::toggled, this, [this, option](bool on) {
        option->set(on);
        scheduleRefresh();
    });
    return action;
}

} // namespace reweigh
