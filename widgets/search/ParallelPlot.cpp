// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ParallelPlot.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr double clickReach = 8.0; ///< pixels
constexpr double keyStep = 0.025;  ///< share of an axis' length

} // namespace

ParallelPlot::ParallelPlot(QWidget* parent)
    : QWidget(parent)
    , m_faintJob([this](QImage picture) {
        m_faint = std::move(picture);
        update();
    })
    , m_strongJob([this](QImage picture) {
        m_strong = std::move(picture);
        update();
    })
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(Theme::instance().grid(20), Theme::instance().grid(10));
    m_publish.setSingleShot(true);
    m_publish.setInterval(30); // during a drag the other views are notified about 30 times per second
    connect(&m_publish, &QTimer::timeout, this, &ParallelPlot::publish);
    connect(&Theme::instance(), &Theme::changed, this, &ParallelPlot::renderPictures);
}

void ParallelPlot::setInfo(std::shared_ptr<const ParallelInfo> info, const QString& valueName)
{
    const bool wasBrushed = m_brushes.any();
    m_brushes = m_brushes.carried(m_info->axes, info->axes);
    m_info = std::move(info);
    m_valueName = valueName;
    m_axis = std::min(m_axis, m_info->axes.empty() ? 0 : m_info->axes.size() - 1);
    m_passes.assign(m_info->lines(), 1);
    m_selected.clear();
    m_drag = {};
    if (wasBrushed)
        m_publish.start();
    renderPictures();
}

void ParallelPlot::mark(const Selection& selection)
{
    m_filtered = selection.filter().has_value();
    m_selected.clear();
    std::vector<char> passes(m_info->lines());
    for (std::size_t line = 0; line < m_info->lines(); ++line) {
        passes[line] = selection.passes(m_info->trials[line]);
        if (!selection.trials().empty() && selection.trials().contains(m_info->trials[line]))
            m_selected.push_back(line);
    }
    if (passes != m_passes) {
        m_passes = std::move(passes);
        renderStrong();
    }
    update();
}

void ParallelPlot::setBrush(std::size_t axis, double from, double to)
{
    m_brushes.set(axis, from, to);
    brushesChanged();
}

void ParallelPlot::clearBrushes()
{
    m_brushes.clear();
    brushesChanged();
}

void ParallelPlot::dropBrushes()
{
    m_publish.stop();
    m_brushes.clear();
    update();
}

void ParallelPlot::brushesChanged()
{
    if (!m_publish.isActive())
        m_publish.start();
    if (hasFocus())
        setAccessibleDescription(axisWords(m_axis));
    update();
}

void ParallelPlot::publish()
{
    if (!m_brushes.any())
        return Q_EMIT brushed(std::nullopt);
    Selection::Trials trials;
    for (std::size_t line = 0; line < m_info->lines(); ++line)
        if (m_brushes.passes(*m_info, line))
            trials.insert(trials.end(), m_info->trials[line]);
    Q_EMIT brushed(trials);
}

void ParallelPlot::renderPictures()
{
    if (!size().isEmpty())
        m_faintJob.request([info = m_info, places = frame(), ink = ink(false), size = size(), ratio = devicePixelRatioF()] {
            return linePicture(*info, places, std::vector<char>(info->lines(), 1), true, ink, size, ratio);
        });
    renderStrong();
}

void ParallelPlot::renderStrong()
{
    if (m_filtered && !size().isEmpty())
        m_strongJob.request([info = m_info, places = frame(), passes = m_passes, ink = ink(true), size = size(),
                             ratio = devicePixelRatioF()] { return linePicture(*info, places, passes, true, ink, size, ratio); });
    update();
}

void ParallelPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, QRectF(rect()));
}

void ParallelPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    renderPictures();
}

std::optional<std::size_t> ParallelPlot::axisAt(QPointF point) const
{
    const ParallelFrame places = frame();
    for (std::size_t axis = 0; axis < places.axes; ++axis)
        if (std::abs(point.x() - places.x(axis)) <= Theme::instance().grid(1.0))
            return axis;
    return std::nullopt;
}

void ParallelPlot::beginDrag(std::size_t axis, double place)
{
    const double edge = clickReach / (frame().bottom - frame().top);
    m_axis = axis;
    m_drag = {.grip = Grip::New, .axis = axis, .start = place, .stretch = {place, place}};
    if (const auto& stretch = m_brushes.at(axis)) {
        m_drag.stretch = *stretch;
        m_drag.grip = std::abs(place - stretch->second) < edge            ? Grip::Upper
                      : std::abs(place - stretch->first) < edge           ? Grip::Lower
                      : place > stretch->first && place < stretch->second ? Grip::Whole
                                                                          : Grip::New;
    }
}

void ParallelPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_info->trials.empty())
        return QWidget::mousePressEvent(event);
    if (const auto axis = axisAt(event->position()))
        return beginDrag(*axis, frame().place(event->position().y()));
    const int line = nearestLine(*m_info, frame(), m_passes, event->position(), clickReach);
    if (line >= 0)
        Q_EMIT picked(m_info->trials[std::size_t(line)], event->modifiers() & Qt::ControlModifier);
}

void ParallelPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag.grip == Grip::None)
        return setCursor(axisAt(event->position()) ? Qt::SplitVCursor : Qt::ArrowCursor);
    const double place = frame().place(event->position().y()), way = place - m_drag.start;
    const auto [low, high] = m_drag.stretch;
    switch (m_drag.grip) {
    case Grip::New: return setBrush(m_drag.axis, m_drag.start, place);
    case Grip::Lower: return setBrush(m_drag.axis, low + way, high);
    case Grip::Upper: return setBrush(m_drag.axis, low, high + way);
    case Grip::Whole: {
        const double kept = std::clamp(way, ParallelInfo::lowestPlace - low, 1.0 - high); // a brush keeps its length
        return setBrush(m_drag.axis, low + kept, high + kept);
    }
    case Grip::None: break;
    }
}

void ParallelPlot::mouseReleaseEvent(QMouseEvent*)
{
    if (m_drag.grip == Grip::None)
        return;
    m_drag.grip = Grip::None;
    if (m_publish.isActive()) {
        m_publish.stop();
        publish();
    }
}

void ParallelPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_drag.grip = Grip::None;
    if (const auto axis = axisAt(event->position()))
        m_brushes.clear(*axis);
    else
        m_brushes.clear();
    brushesChanged();
}

void ParallelPlot::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (m_info->trials.empty() || (direction == 0 && event->key() != Qt::Key_Escape && event->key() != Qt::Key_Delete))
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape)
        return clearBrushes();
    if (event->key() == Qt::Key_Delete) {
        m_brushes.clear(m_axis);
        return brushesChanged();
    }
    const auto stretch = m_brushes.at(m_axis);
    if (!stretch)
        return setBrush(m_axis, 0.75, 1.0);
    const double way = direction * keyStep;
    if (event->modifiers() & Qt::ShiftModifier)
        return setBrush(m_axis, std::min(stretch->first + way, stretch->second), stretch->second);
    const double kept = std::clamp(way, ParallelInfo::lowestPlace - stretch->first, 1.0 - stretch->second);
    setBrush(m_axis, stretch->first + kept, stretch->second + kept);
}

bool ParallelPlot::focusNextPrevChild(bool next)
{
    if (!hasFocus() || (next ? m_axis + 1 >= m_info->axes.size() : m_axis == 0))
        return QWidget::focusNextPrevChild(next);
    next ? ++m_axis : --m_axis;
    setAccessibleDescription(axisWords(m_axis));
    update();
    return true;
}

void ParallelPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason)
        m_axis = 0;
    if (event->reason() == Qt::BacktabFocusReason && !m_info->axes.empty())
        m_axis = m_info->axes.size() - 1;
    if (m_axis < m_info->axes.size())
        setAccessibleDescription(axisWords(m_axis));
    update();
}

QString ParallelPlot::axisWords(std::size_t index) const
{
    const auto& stretch = m_brushes.at(index);
    if (!stretch)
        return tr("%1: not brushed").arg(axisName(index));
    const ParameterAxis& axis = m_info->axes[index];
    const auto text = [&](double place) {
        const double last = axis.categorical ? double(axis.categories.size()) - 1.0 : 0.0;
        const double value = axis.categorical ? std::clamp(valueAt(axis, place), 0.0, last) : valueAt(axis, std::max(0.0, place));
        return axis.name.empty() ? objectiveValueText(value) : axisValueText(axis, value);
    };
    return tr("%1: brushed from %2 to %3").arg(axisName(index), text(stretch->first), text(stretch->second));
}

QString ParallelPlot::saysAt(const QPointF& place) const
{
    if (const auto axis = axisAt(place))
        return axisWords(*axis);
    const int line = nearestLine(*m_info, frame(), m_passes, place, clickReach);
    return line < 0 ? QString()
                    : tr("trial %1: %2")
                          .arg(QLocale().toString(qint64(m_info->trials[std::size_t(line)])),
                               objectiveValueText(m_info->values[std::size_t(line)]));
}

bool ParallelPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const QString said = saysAt(help->pos()); !said.isEmpty())
        QToolTip::showText(help->globalPos(), said, this);
    else
        QToolTip::hideText();
    return true;
}

namespace {

/// Draws a text among lines on a background of the panel's colour.
void paintWord(QPainter& painter, QPointF leftMiddle, const QString& text, double room)
{
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
    QColor ground = Theme::instance().colour(Role::Panel);
    ground.setAlphaF(0.75f);
    const QRectF box(leftMiddle.x(), leftMiddle.y() - metrics.height() / 2, metrics.horizontalAdvance(shown) + 2, metrics.height());
    painter.fillRect(box, ground);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, shown);
}

} // namespace

ParallelFrame ParallelPlot::frame(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const std::size_t axes = m_info->axes.size();
    const double column = axes > 1 ? target.width() / double(axes) : target.width();
    const double word = axes ? metrics.horizontalAdvance(objectiveValueText(m_info->axes.back().high)) + theme.grid(0.5) : 0.0;
    const double side = std::min(column / 2, double(theme.grid(6)));
    const double names = 2 * metrics.height() + theme.grid(0.5);
    ParallelFrame frame{.left = target.left() + side,
                        .right = target.right() - std::max(side, word),
                        .top = target.top() + metrics.height() / 2,
                        .bottom = 0.0,
                        .axes = axes};
    double end = target.bottom() - names - metrics.height() / 2;
    end = std::max(end, frame.top + theme.grid(2)); // if a dock is too low for its texts
    frame.bottom = m_info->anyLacking() ? frame.top + (end - frame.top) / (1.0 - ParallelInfo::absentPlace) : end;
    return frame;
}

ParallelInk ParallelPlot::ink(bool strong) const
{
    const Theme& theme = Theme::instance();
    QColor faint = theme.colour(Role::Dim);
    const double share = (m_filtered ? 60.0 : 150.0) / double(std::max<std::size_t>(1, m_info->lines()));
    faint.setAlphaF(float(std::clamp(share, 0.03, m_filtered ? 0.25 : 0.55)));
    return {.faint = faint, .byMerit = strong, .dark = theme.dark()};
}

QString ParallelPlot::axisName(std::size_t axis) const
{
    const std::string& name = m_info->axes[axis].name;
    return name.empty() ? m_valueName : parameterText(name);
}

void ParallelPlot::paintAxis(QPainter& painter, const ParallelFrame& frame, std::size_t axis) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(painter.font());
    const double x = frame.x(axis), bottom = frame.y(m_info->anyLacking() ? ParallelInfo::absentPlace : 0.0);
    const bool focus = hasFocus() && axis == m_axis;
    painter.setPen(QPen(theme.colour(focus ? Role::Selection : Role::Line), focus ? 2.0 : 1.0));
    painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.bottom));
    const double column = frame.axes > 1 ? frame.x(1) - frame.x(0) : 2 * frame.left;
    const double room = axis == 0 || axis + 1 == frame.axes ? std::min(column, 2.0 * std::min(x, double(width()) - x)) : column;
    const QRectF box(x - room / 2 + 2, bottom + metrics.height() * 0.75, room - 4, 2 * metrics.height());
    const QString name = axisName(axis);
    const bool wraps =
        metrics.boundingRect(box, Qt::AlignHCenter | Qt::TextWordWrap, name).height() <= box.height() + 1
        && std::ranges::all_of(name.split(' '), [&](const QString& word) { return metrics.horizontalAdvance(word) <= box.width(); });
    painter.setPen(theme.colour(Role::Text));
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | (wraps ? Qt::TextWordWrap : 0),
                     wraps ? name : metrics.elidedText(name, Qt::ElideRight, box.width()));
}

void ParallelPlot::paintValues(QPainter& painter, const ParallelFrame& frame, std::size_t index) const
{
    const ParameterAxis& axis = m_info->axes[index];
    const QFontMetricsF metrics(painter.font());
    const double x = frame.x(index) + Theme::instance().grid(0.5);
    const double room = index + 1 < frame.axes ? frame.x(index + 1) - x - 2 : 1e6;
    if (room < 4.0 * metrics.averageCharWidth())
        return; // the tooltip shows the values
    painter.setPen(Theme::instance().colour(Role::Dim));
    if (axis.categorical) {
        double free = 1e9;
        for (std::size_t i = 0; i < axis.categories.size(); ++i) {
            const double y = frame.y(placeOf(axis, double(i)));
            if (y + metrics.height() * 0.4 > free)
                continue;
            free = y - metrics.height() * 0.4;
            paintWord(painter, {x, y}, axisValueText(axis, double(i)), room);
        }
    } else {
        const auto text = [&](double value) { return axis.name.empty() ? objectiveValueText(value) : quantityText(value); };
        paintWord(painter, {x, frame.y(1.0)}, text(axis.high), room);
        paintWord(painter, {x, frame.y(0.0)}, text(axis.low), room);
    }
    if (m_info->lacking[index])
        paintWord(painter, {x, frame.y(ParallelInfo::absentPlace)}, tr("none", "a trial lacks this parameter"), room);
}

void ParallelPlot::paintBrush(QPainter& painter, const ParallelFrame& frame, std::size_t axis) const
{
    const auto& stretch = m_brushes.at(axis);
    if (!stretch)
        return;
    const Theme& theme = Theme::instance();
    QColor fill = theme.colour(Role::Selection);
    const double half = theme.grid(0.7);
    const QRectF box(QPointF(frame.x(axis) - half, frame.y(stretch->second)), QPointF(frame.x(axis) + half, frame.y(stretch->first)));
    painter.setPen(QPen(fill, 1.0));
    fill.setAlphaF(0.35f);
    painter.setBrush(fill);
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
}

void ParallelPlot::paintSelected(QPainter& painter, const ParallelFrame& frame) const
{
    constexpr std::size_t few = 8, most = 200; // thick lines are slow to draw; with thousands of trials a filter is clearer
    const bool thick = m_selected.size() <= few;
    painter.setRenderHint(QPainter::Antialiasing, thick);
    QPen pen(Theme::instance().colour(Role::Selection), thick ? 2.8 : 1.0);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    QPolygonF polyline(qsizetype(m_info->axes.size()));
    for (std::size_t i = 0; i < std::min(most, m_selected.size()); ++i) {
        for (std::size_t axis = 0; axis < m_info->axes.size(); ++axis)
            polyline[qsizetype(axis)] = {frame.x(axis), frame.y(double(m_info->place(m_selected[i], axis)))};
        painter.drawPolyline(polyline);
    }
}

void ParallelPlot::paint(QPainter& painter, const QRectF& target) const
{
    if (m_info->trials.empty())
        return;
    painter.save();
    painter.setFont(Theme::instance().scopeFont());
    const ParallelFrame places = frame(target);
    if (target == QRectF(rect())) {
        if (!m_faint.isNull())
            painter.drawImage(target, m_faint);
        if (m_filtered && !m_strong.isNull())
            painter.drawImage(target, m_strong);
    } else { // exported figures have lines instead of images
        paintLines(painter, *m_info, places, m_passes, !m_filtered, ink(false));
        if (m_filtered)
            paintLines(painter, *m_info, places, m_passes, true, ink(true));
    }
    for (std::size_t axis = 0; axis < places.axes; ++axis)
        paintAxis(painter, places, axis);
    paintSelected(painter, places);
    for (std::size_t axis = 0; axis < places.axes; ++axis) {
        paintBrush(painter, places, axis);
        paintValues(painter, places, axis);
    }
    painter.restore();
}

} // namespace reweigh
