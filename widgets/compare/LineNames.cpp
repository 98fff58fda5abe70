// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/LineNames.h"

#include <algorithm>
#include <cmath>

namespace reweigh {

LineNames::LineNames(QCustomPlot& plot)
    : QObject(&plot)
    , m_plot(plot)
{
    connect(&plot, &QCustomPlot::afterLayout, this, &LineNames::place);
}

void LineNames::set(std::vector<Name> names, const QFont& font)
{
    for (const QPointer<QCPItemText>& item : m_items)
        if (item)
            m_plot.removeItem(item);
    m_items.clear();
    m_names = std::move(names);
    std::ranges::stable_sort(m_names, std::ranges::greater(), &Name::y);
    double width = 0.0;
    const QFontMetricsF metrics(font);
    for (const Name& name : m_names) {
        auto* item = new QCPItemText(&m_plot);
        item->setText(name.text);
        item->setFont(font);
        item->setColor(name.colour);
        item->setSelectable(false);
        item->setClipToAxisRect(false);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->position->setType(QCPItemPosition::ptAxisRectRatio);
        m_items.push_back(item);
        width = std::max(width, metrics.horizontalAdvance(name.text));
    }
    const int gap = m_names.empty() ? 0 : int(metrics.averageCharWidth() * 2.5);
    m_plot.axisRect()->setMinimumMargins(QMargins(0, 0, int(std::ceil(width)) + gap, 0));
}

void LineNames::place()
{
    if (m_names.empty() || m_plot.axisRect()->height() < 1)
        return;
    const double height = m_plot.axisRect()->height(), width = std::max(1, m_plot.axisRect()->width());
    const double line = QFontMetricsF(m_items.front()->font()).height() / height;
    std::vector<double> places;
    const QCPRange range = m_plot.yAxis->range();
    for (const Name& name : m_names) {
        const double wanted = std::clamp((range.upper - name.y) / range.size(), 0.0, 1.0);
        places.push_back(places.empty() ? wanted : std::max(wanted, places.back() + line));
    }
    // What was pushed out at the bottom pushes back up.
    double limit = 1.0;
    for (auto at = places.rbegin(); at != places.rend(); ++at) {
        *at = std::min(*at, limit);
        limit = *at - line;
    }
    const double gap = QFontMetricsF(m_items.front()->font()).averageCharWidth() / width;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (m_items[i])
            m_items[i]->position->setCoords(1.0 + gap, places[i]);
}

} // namespace reweigh
