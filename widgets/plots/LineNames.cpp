// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/LineNames.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace reweigh {

LineNames::LineNames(Plot& plot)
    : QObject(&plot)
    , m_plot(plot)
{
    connect(&plot, &Plot::aboutToLayOut, this, &LineNames::fit);
    connect(&plot, &QCustomPlot::afterLayout, this, &LineNames::place);
}

void LineNames::set(std::vector<Name> names, const QFont& font)
{
    for (const QPointer<QCPItemText>& item : m_items)
        if (item)
            m_plot.removeItem(item);
    m_items.clear();
    m_names = std::move(names);
    m_font = font;
    std::ranges::stable_sort(m_names, std::ranges::greater(), &Name::y);
    for (const Name& name : m_names) {
        auto* item = new QCPItemText(&m_plot);
        item->setText(name.text);
        item->setFont(font);
        item->setColor(name.colour);
        item->setSelectable(false);
        item->setClipToAxisRect(false);
        Plot::markAsLegend(*item);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->position->setType(QCPItemPosition::ptAxisRectRatio);
        m_items.push_back(item);
    }
    m_plot.axisRect()->setMinimumMargins(QMargins(0, 0, m_names.empty() ? 0 : 1, 0)); // fit() says how wide
    fit();
}

/// Makes room for the names in the plot's present size, which is another one in a figure than on screen.
void LineNames::fit()
{
    if (m_plot.axisRect()->minimumMargins().right() == 0) // no names, or a figure without a legend
        return;
    const QFontMetricsF metrics(m_font);
    const double gap = metrics.averageCharWidth() * 2.5;
    double width = 0.0;
    for (const Name& name : m_names)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(name.text)));
    width = std::min(width, m_plot.viewport().width() / 2 - gap);
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (m_items[i])
            m_items[i]->setText(metrics.elidedText(m_names[i].text, Qt::ElideMiddle, width));
    m_plot.axisRect()->setMinimumMargins(QMargins(0, 0, std::max(1, int(std::ceil(width + gap))), 0));
}

int LineNames::height() const
{
    return int(std::ceil(double(m_names.size()) * QFontMetricsF(m_font).height()));
}

void LineNames::place()
{
    if (m_names.empty() || m_plot.axisRect()->height() < 1)
        return;
    const double height = m_plot.axisRect()->height(), width = std::max(1, m_plot.axisRect()->width());
    const double line = QFontMetricsF(m_font).height() / height;
    std::vector<double> places;
    const QCPRange range = m_plot.yAxis->range();
    for (const Name& name : m_names) {
        const double wanted = std::clamp((range.upper - name.y) / range.size(), 0.0, 1.0);
        places.push_back(places.empty() ? wanted : std::max(wanted, places.back() + line));
    }
    // Names moved beyond the lower end are moved back, and move those above them up.
    double limit = 1.0;
    for (auto at = places.rbegin(); at != places.rend(); ++at) {
        *at = std::min(*at, limit);
        limit = *at - line;
    }
    const double gap = QFontMetricsF(m_font).averageCharWidth() / width;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (m_items[i])
            m_items[i]->position->setCoords(1.0 + gap, places[i]);
}

} // namespace reweigh
