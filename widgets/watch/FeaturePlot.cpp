// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/FeaturePlot.h"

#include <algorithm>

namespace reweigh {

FeaturePlot::FeaturePlot(QWidget* parent)
    : Plot(parent)
    , m_scale(new QCPColorScale(this))
    , m_key(new QCPTextElement(this))
{
    for (auto& kind : m_points)
        for (QCPGraph*& graph : kind) {
            graph = addGraph();
            graph->setLineStyle(QCPGraph::lsNone);
        }
    m_scale->setType(QCPAxis::atRight);
    m_scale->axis()->setLabel(tr("weight"));
    m_scale->setBarWidth(Theme::instance().grid(1.25));
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, m_key);
    plotLayout()->addElement(1, 1, m_scale);
    auto* rows = new QCPMarginGroup(this);
    for (QCPLayoutElement* element : std::initializer_list<QCPLayoutElement*>{axisRect(), m_scale})
        element->setMarginGroup(QCP::msTop | QCP::msBottom, rows);
    axisRect()->setMinimumMargins(QMargins(0, Theme::instance().grid(0.5), Theme::instance().grid(0.5), 0));
    m_key->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    markAsLegend(*m_key);
    for (QCPAxis* axis : {xAxis, yAxis})
        axis->ticker()->setTickCount(4);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &FeaturePlot::restyle);
}

void FeaturePlot::restyle()
{
    const Theme& theme = Theme::instance();
    const double size = theme.grid(0.75);
    for (int step = 0; step < colours; ++step) {
        const QColor colour = Theme::ramp((step + 0.5) / colours);
        const auto place = std::size_t(step);
        m_points[0][place]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(colour), QBrush(colour), size));
        m_points[1][place]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(colour, 1.6), Qt::NoBrush, size));
    }
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (int stop = 0; stop <= 8; ++stop)
        gradient.setColorStopAt(stop / 8.0, Theme::ramp(stop / 8.0));
    m_scale->setGradient(gradient);
    QCPAxis* axis = m_scale->axis();
    axis->setLabelFont(theme.scopeFont());
    axis->setTickLabelFont(theme.scopeFont());
    for (QCPAxis* side : {axis, m_scale->axis()}) {
        side->setLabelColor(theme.colour(Role::Dim));
        side->setTickLabelColor(theme.colour(Role::Dim));
        side->setBasePen(QPen(theme.colour(Role::Line)));
        side->setTickPen(QPen(theme.colour(Role::Line)));
        side->setSubTicks(false);
    }
    m_key->setFont(theme.scopeFont());
    m_key->setTextColor(theme.colour(Role::Dim));
    replot(rpQueuedReplot);
}

void FeaturePlot::setMap(const FeatureMap& map, const QCPRange& weights, bool ownLabels)
{
    m_key->setText(ownLabels ? tr("● label as it came   ✕ label changed") : tr("● label right   ✕ label wrong"));
    m_scale->setDataRange(weights);
    std::array<std::array<QVector<double>, colours>, 2> x, y;
    for (std::size_t i = 0; i < map.first.size(); ++i) {
        const auto step = std::size_t(std::clamp(int((double(map.weight[i]) - weights.lower) / weights.size() * colours), 0, colours - 1));
        const std::size_t wrong = map.wrong[i] ? 1 : 0;
        x[wrong][step].append(double(map.first[i]));
        y[wrong][step].append(double(map.second[i]));
    }
    for (std::size_t wrong = 0; wrong < 2; ++wrong)
        for (std::size_t step = 0; step < colours; ++step)
            m_points[wrong][step]->setData(x[wrong][step], y[wrong][step]);
    if (!map.first.empty()) {
        const auto [left, right] = std::ranges::minmax(map.first);
        const auto [bottom, top] = std::ranges::minmax(map.second);
        const double sideways = 0.04 * double(right - left), upward = 0.04 * double(top - bottom);
        Plot::growTo(*xAxis, double(left) - sideways, double(right) + sideways);
        Plot::growTo(*yAxis, double(bottom) - upward, double(top) + upward);
    }
    const auto label = [](const QString& text, double share) { return text.arg(QLocale().toString(100.0 * share, 'f', 0)); };
    xAxis->setLabel(label(tr("first component, %1 % of the variance"), map.explained[0]));
    yAxis->setLabel(label(tr("second, %1 %"), map.explained[1]));
    replot(rpQueuedReplot);
}

int FeaturePlot::pointsShown(bool wrong) const
{
    int points = 0;
    for (const QCPGraph* graph : m_points[wrong ? 1 : 0])
        points += graph->dataCount();
    return points;
}

} // namespace reweigh
