// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotNavigator.h"

#include "widgets/plots/Plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

bool isLog(const QCPAxis& axis)
{
    return axis.scaleType() == QCPAxis::stLogarithmic;
}

/// The part of `range` from share `from` to share `to` of its length, as the axis is drawn; shares may lie outside [0, 1].
QCPRange partOf(const QCPAxis& axis, const QCPRange& range, double from, double to)
{
    if (isLog(axis)) {
        const double low = std::log(range.lower), length = std::log(range.upper) - low;
        return {std::exp(low + from * length), std::exp(low + to * length)};
    }
    return {range.lower + from * range.size(), range.lower + to * range.size()};
}

double lengthOf(const QCPAxis& axis, const QCPRange& range)
{
    return isLog(axis) ? std::log(range.upper / range.lower) : range.size();
}

/// Where a point of the widget is along the axis: 0 at its lowest coordinate, 1 at its highest.
double shareAt(const QCPAxis& axis, QPointF place)
{
    const QRect rect = axis.axisRect()->rect();
    const double share = axis.orientation() == Qt::Horizontal ? (place.x() - rect.left()) / std::max(1, rect.width())
                                                              : (rect.bottom() - place.y()) / std::max(1, rect.height());
    return axis.rangeReversed() ? 1.0 - share : share;
}

} // namespace

PlotNavigator::PlotNavigator(QCustomPlot& plot)
    : ZoomGestures(plot)
    , m_plot(plot)
{
}

void PlotNavigator::shareX(const QString& key)
{
    if (key == m_key)
        return;
    release(); // what was shared is another quantity than what is shared now
    m_key = key;
}

std::vector<PlotNavigator*> PlotNavigator::sharing() const
{
    std::vector<PlotNavigator*> others;
    if (!m_key.isEmpty())
        for (PlotNavigator* other : m_plot.window()->findChildren<PlotNavigator*>())
            if (other != this && other->m_key == m_key)
                others.push_back(other);
    return others;
}

QCPRange PlotNavigator::home(const QCPAxis& axis) const
{
    const auto held = std::ranges::find_if(m_held, [&](const auto& entry) { return entry.first == &axis; });
    return held == m_held.end() ? axis.range() : held->second.home;
}

void PlotNavigator::hold(QCPAxis& axis, const QCPRange& range)
{
    if (!QCPRange::validRange(range) || (isLog(axis) && range.lower <= 0.0))
        return;
    const double length = lengthOf(axis, range), owners = lengthOf(axis, home(axis));
    if (!(length <= widest * owners && length >= narrowest * owners))
        return;
    holdHere(axis, range);
    if (!m_held.contains(m_plot.xAxis) || m_held.at(m_plot.xAxis).range != range || axis.orientation() != Qt::Horizontal)
        return; // neither the shared axis nor one that is linked to it
    for (PlotNavigator* other : sharing())
        if (other->m_plot.xAxis->scaleType() == axis.scaleType()) {
            other->holdHere(*other->m_plot.xAxis, range);
            other->m_plot.replot(QCustomPlot::rpQueuedReplot);
        }
}

/// Holds the axis and those that are linked to it in this plot.
void PlotNavigator::holdHere(QCPAxis& axis, const QCPRange& range)
{
    std::vector<QCPAxis*> together{&axis};
    for (const std::vector<QCPAxis*>& link : m_links)
        if (std::ranges::find(link, &axis) != link.end())
            together = link;
    for (QCPAxis* each : together) { // all owners' ranges are taken down before the first of them is changed
        if (m_held.contains(each))
            continue;
        Held& held = m_held[each];
        held.home = each->range();
        held.range = range;
        held.watched = connect(each, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this, each](const QCPRange& set) {
            const auto known = m_held.find(each);
            if (m_giving || known == m_held.end())
                return;
            known->second.home = set;
            give(*each, known->second.range);
        });
        held.scale = connect(each, &QCPAxis::scaleTypeChanged, this, [this, each] { releaseAxis(*each); });
    }
    for (QCPAxis* each : together) {
        m_held[each].range = range;
        give(*each, range);
    }
    tell();
}

void PlotNavigator::give(QCPAxis& axis, const QCPRange& range)
{
    const bool before = std::exchange(m_giving, true);
    axis.setRange(range);
    m_giving = before;
}

void PlotNavigator::releaseAxis(QCPAxis& axis)
{
    const auto found = m_held.find(&axis);
    if (found == m_held.end())
        return;
    const Held held = found->second;
    m_held.erase(found);
    disconnect(held.watched);
    disconnect(held.scale);
    give(axis, isLog(axis) ? held.home.sanitizedForLogScale() : held.home);
    tell();
}

void PlotNavigator::release()
{
    stop();
    const bool shared = m_held.contains(m_plot.xAxis);
    while (!m_held.empty())
        releaseAxis(*m_held.begin()->first);
    if (shared)
        for (PlotNavigator* other : sharing())
            if (other->m_held.contains(other->m_plot.xAxis)) {
                std::vector<QCPAxis*> together{other->m_plot.xAxis};
                for (const std::vector<QCPAxis*>& link : other->m_links)
                    if (std::ranges::find(link, other->m_plot.xAxis) != link.end())
                        together = link;
                for (QCPAxis* each : together)
                    other->releaseAxis(*each);
                other->m_plot.replot(QCustomPlot::rpQueuedReplot);
            }
}

void PlotNavigator::reset()
{
    release();
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

/// The axes that a gesture at `place` moves: all of the axis rect there, or the one whose labels are there.
std::vector<QCPAxis*> PlotNavigator::axesAt(QPointF place) const
{
    std::vector<QCPAxis*> axes;
    for (QCPAxisRect* rect : m_plot.axisRects()) {
        const QRectF inside = rect->rect(), outer = rect->outerRect();
        if (!rect->visible() || !outer.contains(place))
            continue;
        const bool left = inside.left() > place.x();
        const bool below = place.y() > inside.bottom();
        for (QCPAxis* axis : {rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft)})
            if (axis && (axis->orientation() == Qt::Horizontal ? !left : !below))
                axes.push_back(axis);
        if (left && below)
            axes.clear();
        if (place.x() > inside.right() || place.y() < inside.top())
            axes.clear();
        break;
    }
    return axes;
}

void PlotNavigator::zoom(QPointF place, double factor)
{
    for (QCPAxis* axis : axesAt(place)) {
        const double share = shareAt(*axis, place);
        hold(*axis, partOf(*axis, axis->range(), share - share * factor, share + (1.0 - share) * factor));
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

void PlotNavigator::moveBy(QPointF share)
{
    for (const auto& [axis, range] : m_start) {
        const bool across = axis->orientation() == Qt::Horizontal;
        const double by = (across ? -share.x() : share.y()) * (axis->rangeReversed() ? -1.0 : 1.0);
        if (by != 0.0)
            hold(*axis, partOf(*axis, range, by, 1.0 + by));
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

QPointF PlotNavigator::middle() const
{
    return QRectF(m_plot.axisRect()->rect()).center();
}

QRect PlotNavigator::begin(QPointF place)
{
    m_start.clear();
    for (QCPAxis* axis : axesAt(place))
        m_start.emplace_back(axis, axis->range());
    return m_start.empty() ? QRect() : m_start.front().first->axisRect()->rect();
}

void PlotNavigator::choose(const QRect& chosen)
{
    for (const auto& [axis, range] : m_start) {
        const double a = std::clamp(shareAt(*axis, chosen.topLeft()), 0.0, 1.0),
                     b = std::clamp(shareAt(*axis, chosen.bottomRight()), 0.0, 1.0);
        hold(*axis, partOf(*axis, range, std::min(a, b), std::max(a, b)));
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

} // namespace reweigh
