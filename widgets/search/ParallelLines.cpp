// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ParallelLines.h"

#include "core/study/Feasibility.h"
#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace reweigh {

double placeOf(const ParameterAxis& axis, double value)
{
    if (axis.categorical)
        return (value + 0.5) / double(std::max<std::size_t>(1, axis.categories.size()));
    if (!(axis.high > axis.low))
        return std::isfinite(value) ? 0.5 : value > 0.0 ? 1.0 : 0.0;
    const double place =
        axis.log ? std::log(value / axis.low) / std::log(axis.high / axis.low) : (value - axis.low) / (axis.high - axis.low);
    return std::isfinite(place) ? place : value > 0.0 ? 1.0 : 0.0;
}

double valueAt(const ParameterAxis& axis, double place)
{
    if (axis.categorical)
        return place * double(axis.categories.size()) - 0.5;
    return axis.log ? axis.low * std::pow(axis.high / axis.low, place) : axis.low + place * (axis.high - axis.low);
}

double ParallelInfo::merit(std::size_t line) const
{
    const double place = this->place(line, axes.size() - 1);
    return direction == Direction::Maximize ? place : 1.0 - place;
}

ParallelInfo parallelInfo(const TrialRefs& trials, Direction direction, const std::vector<ParameterAxis>& columns)
{
    ParallelInfo info{
        .axes = parameterAxes(trials), .trials = {}, .places = {}, .values = {}, .feasible = {}, .lacking = {}, .direction = direction};
    std::erase_if(info.axes, [](const ParameterAxis& axis) { return axis.derived; }); // its parameters have axes of their own
    info.axes.insert(info.axes.end(), columns.begin(), columns.end());
    TrialRefs complete;
    std::ranges::copy_if(trials, std::back_inserter(complete), [](const FrozenTrial* trial) { return isComplete(*trial); });
    if (complete.empty())
        return info;
    // The axis covers the finite values; an infinite one stands at its end.
    TrialRefs finite;
    std::ranges::copy_if(complete, std::back_inserter(finite), [](const FrozenTrial* trial) { return std::isfinite(*trial->value); });
    ParameterAxis values;
    values.read = [](const FrozenTrial& trial) { return trial.value; };
    if (!finite.empty()) {
        const auto [low, high] = std::ranges::minmax(finite, {}, [](const FrozenTrial* trial) { return *trial->value; });
        values.low = *low->value;
        values.high = *high->value;
    }
    info.axes.push_back(values);
    info.lacking.assign(info.axes.size(), 0);
    info.trials.reserve(complete.size());
    info.places.reserve(complete.size() * info.axes.size());
    for (const FrozenTrial* trial : complete) {
        info.trials.push_back(trial->number);
        info.values.push_back(*trial->value);
        info.feasible.push_back(char(isFeasible(*trial)));
        for (std::size_t i = 0; i < info.axes.size(); ++i) {
            const ParameterAxis& axis = info.axes[i];
            const auto value = axisValue(*trial, axis);
            info.lacking[i] |= char(!value);
            info.places.push_back(float(value ? placeOf(axis, *value) : ParallelInfo::absentPlace));
        }
    }
    return info;
}

bool ParallelBrushes::any() const
{
    return std::ranges::any_of(m_stretches, [](const auto& stretch) { return stretch.has_value(); });
}

void ParallelBrushes::set(std::size_t axis, double from, double to)
{
    const auto cut = [](double place) { return std::clamp(place, ParallelInfo::lowestPlace, 1.0); };
    m_stretches[axis] = Stretch(std::minmax(cut(from), cut(to)));
}

bool ParallelBrushes::passes(const ParallelInfo& info, std::size_t line) const
{
    constexpr double rounding = 1e-6; // tolerance, because places are floats
    for (std::size_t axis = 0; axis < m_stretches.size(); ++axis)
        if (const auto& stretch = m_stretches[axis]) {
            const double place = double(info.place(line, axis));
            if (place < stretch->first - rounding || place > stretch->second + rounding)
                return false;
        }
    return true;
}

ParallelBrushes ParallelBrushes::carried(const std::vector<ParameterAxis>& from, const std::vector<ParameterAxis>& to) const
{
    ParallelBrushes brushes(to.size());
    if (!std::ranges::equal(from, to, {}, &ParameterAxis::name, &ParameterAxis::name))
        return brushes;
    for (std::size_t axis = 0; axis < to.size(); ++axis)
        if (const auto& stretch = m_stretches[axis]) {
            const auto move = [&](double place) {
                return place < 0.0 || place >= 1.0 ? place : placeOf(to[axis], valueAt(from[axis], place)); // the end of an axis stays
            };
            brushes.set(axis, move(stretch->first), move(stretch->second));
        }
    return brushes;
}

QColor ParallelInk::strong(double merit) const
{
    return Theme::ramp(dark ? 0.45 + 0.55 * merit : 0.7 * (1.0 - merit)); // a part of Theme::merit()
}

void paintLines(QPainter& painter, const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                const ParallelInk& ink)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < info.lines(); ++line)
        if (bool(which[line]) == wanted)
            lines.push_back(line);
    if (ink.byMerit)
        std::ranges::sort(lines, {}, [&](std::size_t line) { return info.merit(line); });
    const bool few = lines.size() <= 400;
    painter.setRenderHint(QPainter::Antialiasing, few);
    painter.setBrush(Qt::NoBrush);
    QPen pen(ink.faint, ink.byMerit && few ? 1.8 : 1.0);
    pen.setJoinStyle(Qt::BevelJoin);
    painter.setPen(pen);
    QPolygonF polyline(qsizetype(info.axes.size()));
    for (const std::size_t line : lines) {
        if (ink.byMerit) {
            QColor colour = ink.strong(info.merit(line));
            colour.setAlphaF(float(std::clamp(150.0 / double(lines.size()), 0.12, 1.0)));
            pen.setColor(colour);
            painter.setPen(pen);
        }
        for (std::size_t axis = 0; axis < info.axes.size(); ++axis)
            polyline[qsizetype(axis)] = {frame.x(axis), frame.y(double(info.place(line, axis)))};
        painter.drawPolyline(polyline);
    }
}

QImage linePicture(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                   const ParallelInk& ink, QSize size, double ratio)
{
    QImage picture(size * ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    if (frame.zoomed)
        painter.setClipRect(frame.seen);
    paintLines(painter, info, frame, which, wanted, ink);
    return picture;
}

int nearestLine(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, QPointF point, double reach)
{
    const std::size_t axes = info.axes.size();
    if (axes < 2 || point.x() < frame.left || point.x() > frame.right || !frame.showsX(point.x()) || !frame.showsY(point.y()))
        return -1;
    std::size_t axis = 0; // the one at the left of the point
    while (axis + 2 < axes && point.x() >= frame.x(axis + 1))
        ++axis;
    const double width = frame.x(axis + 1) - frame.x(axis), share = (point.x() - frame.x(axis)) / width;
    int best = -1;
    double distance = reach;
    for (std::size_t line = 0; line < info.lines(); ++line) {
        if (!which[line])
            continue;
        const double from = frame.y(double(info.place(line, axis))), to = frame.y(double(info.place(line, axis + 1)));
        const double steep = (to - from) / width;
        const double away = std::abs(from + (to - from) * share - point.y()) / std::sqrt(1.0 + steep * steep);
        if (away < distance) {
            distance = away;
            best = int(line);
        }
    }
    return best;
}

} // namespace reweigh
