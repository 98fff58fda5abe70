// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/AxisText.h"
#include "widgets/landscape/ParallelPlot.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace reweigh {
namespace {

/// A word among lines: on a ground of the panel's colour.
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
    ParallelFrame frame{.left = target.left() + side, .right = target.right() - std::max(side, word), .top = target.top() + metrics.height() / 2,
                        .bottom = 0.0, .axes = axes};
    double end = target.bottom() - names - metrics.height() / 2;
    end = std::max(end, frame.top + theme.grid(2)); // a dock may be lower than its words
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
    const bool wraps = metrics.boundingRect(box, Qt::AlignHCenter | Qt::TextWordWrap, name).height() <= box.height() + 1
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
        return; // the tooltip tells
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
    constexpr std::size_t few = 8, most = 200; // thick lines cost; a cell of thousands is better seen by filtering
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
    } else { // an export has lines, not pictures
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
