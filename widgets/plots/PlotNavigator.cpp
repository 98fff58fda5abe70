// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotNavigator.h"

#include "widgets/plots/Plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {
namespace {

constexpr double wheelFactor = 0.8;               ///< per notch of the wheel
constexpr double widest = 10.0, narrowest = 1e-5; ///< of the owner's range
constexpr double keyShare = 0.1;                  ///< of the visible range, by which an arrow key pans

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
    : QObject(&plot)
    , m_plot(plot)
    , m_back(new QToolButton(&plot))
{
    m_back->setObjectName(QStringLiteral("plotReset"));
    m_back->setText(QStringLiteral("⟲"));
    m_back->setAccessibleName(tr("Show the whole plot"));
    m_back->setToolTip(tr("Show the whole plot (double click, or Home)"));
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::NoFocus);
    m_back->setCursor(Qt::ArrowCursor);
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &PlotNavigator::reset);
    plot.installEventFilter(this);
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
    m_drag = Drag::None;
    if (m_rectangle)
        m_rectangle->hide();
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

void PlotNavigator::tell()
{
    if (std::exchange(m_told, moved()) == moved())
        return;
    if (m_back) {
        m_back->setVisible(moved());
        m_back->adjustSize();
        m_back->move(m_plot.width() - m_back->width(), 0);
        m_back->raise();
    }
    Q_EMIT movedChanged(moved());
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

/// Pans by shares of the visible ranges; positive: towards higher pixels, as the hand moves.
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

bool PlotNavigator::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_back) // the plot is being destroyed
        return false;
    switch (event->type()) {
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->angleDelta().y() == 0 || axesAt(wheel->position()).empty())
            break;
        zoom(wheel->position(), std::pow(wheelFactor, wheel->angleDelta().y() / 120.0));
        event->accept();
        return true;
    }
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return drag(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return drop(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        m_drag = Drag::None;
        if (!moved() || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
            break;
        reset();
        return true;
    case QEvent::KeyPress: return key(*static_cast<QKeyEvent*>(event));
    case QEvent::Resize: m_back->move(static_cast<QResizeEvent*>(event)->size().width() - m_back->width(), 0); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool PlotNavigator::press(const QMouseEvent& event)
{
    m_drag = Drag::None;
    if (event.button() != Qt::LeftButton)
        return false;
    m_start.clear();
    for (QCPAxis* axis : axesAt(event.position()))
        m_start.emplace_back(axis, axis->range());
    m_from = event.position().toPoint();
    if (!m_start.empty())
        m_drag = event.modifiers() & Qt::ShiftModifier ? Drag::Rectangle : Drag::Pressed;
    return m_drag == Drag::Rectangle; // a click that only picks what is under it goes on to the plot
}

bool PlotNavigator::drag(const QMouseEvent& event)
{
    if (m_drag == Drag::None || !(event.buttons() & Qt::LeftButton))
        return false;
    const QPoint way = event.position().toPoint() - m_from;
    if (m_drag == Drag::Rectangle) {
        if (!m_rectangle)
            m_rectangle = new QRubberBand(QRubberBand::Rectangle, &m_plot);
        const QRect inside = m_start.front().first->axisRect()->rect();
        m_rectangle->setGeometry(QRect(m_from, event.position().toPoint()).normalized().intersected(inside));
        m_rectangle->show();
        return true;
    }
    if (m_drag == Drag::Pressed && way.manhattanLength() < QApplication::startDragDistance())
        return false;
    m_drag = Drag::Pan;
    const QRect rect = m_start.front().first->axisRect()->rect();
    moveBy({double(way.x()) / std::max(1, rect.width()), double(way.y()) / std::max(1, rect.height())});
    return true;
}

bool PlotNavigator::drop(const QMouseEvent& event)
{
    const Drag done = std::exchange(m_drag, Drag::None);
    if (m_rectangle)
        m_rectangle->hide();
    if (done != Drag::Rectangle)
        return false; // the plot has seen the press, and sees the release
    const QRect chosen = QRect(m_from, event.position().toPoint()).normalized();
    if (chosen.width() < QApplication::startDragDistance() && chosen.height() < QApplication::startDragDistance())
        return true;
    for (const auto& [axis, range] : m_start) {
        const double a = std::clamp(shareAt(*axis, chosen.topLeft()), 0.0, 1.0),
                     b = std::clamp(shareAt(*axis, chosen.bottomRight()), 0.0, 1.0);
        hold(*axis, partOf(*axis, range, std::min(a, b), std::max(a, b)));
    }
    m_plot.replot(QCustomPlot::rpQueuedReplot);
    return true;
}

bool PlotNavigator::key(const QKeyEvent& event)
{
    const QPointF middle = QRectF(m_plot.axisRect()->rect()).center();
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(middle, wheelFactor); return true;
    case Qt::Key_Minus: zoom(middle, 1.0 / wheelFactor); return true;
    case Qt::Key_Home: reset(); return true;
    default: break;
    }
    const int across = event.key() == Qt::Key_Left ? 1 : event.key() == Qt::Key_Right ? -1 : 0;
    const int along = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    if (!(event.modifiers() & Qt::ShiftModifier) || (across == 0 && along == 0))
        return false;
    m_start.clear();
    for (QCPAxis* axis : axesAt(middle))
        m_start.emplace_back(axis, axis->range());
    moveBy({keyShare * across, keyShare * along});
    return true;
}

} // namespace reweigh
