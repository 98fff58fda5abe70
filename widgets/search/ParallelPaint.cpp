// SPDX-License-Identifier: GPL-3.0-or-later

// How ParallelPlot draws its axes, their names and values, on screen and in figures.

#include "widgets/panel/PaintedView.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ParallelPlot.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
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

/// Draws a value beside its axis: to the right of a point, or turned, with its middle there.
void paintValue(QPainter& painter, QPointF place, const QString& text, double room, bool turned)
{
    if (!turned)
        return paintWord(painter, place, text, room);
    const QFontMetricsF metrics(painter.font());
    painter.save();
    painter.translate(place.x(), place.y() + metrics.horizontalAdvance(text) / 2);
    painter.rotate(-90);
    paintWord(painter, {0.0, metrics.height() / 2}, text, metrics.horizontalAdvance(text) + 1);
    painter.restore();
}

} // namespace

ParallelFrame ParallelPlot::frame(const QRectF& target) const
{
    ParallelFrame frame = wholeFrame(target);
    if (!m_zoom->moved())
        return frame;
    // The axes of the zoom are shares of the room.
    const QRectF room = frame.seen;
    const auto x = [&](double whole) { return m_zoom->x((whole - room.left()) / room.width(), room); };
    const auto y = [&](double whole) { return m_zoom->y((room.bottom() - whole) / room.height(), room); };
    frame.left = x(frame.left);
    frame.right = x(frame.right);
    frame.top = y(frame.top);
    frame.bottom = y(frame.bottom);
    frame.zoomed = true;
    return frame;
}

ParallelFrame ParallelPlot::wholeFrame(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const std::size_t axes = m_info->axes.size();
    const double column = axes > 1 ? target.width() / double(axes) : target.width();
    const double word = axes ? metrics.horizontalAdvance(objectiveValueText(m_info->axes.back().high)) + theme.grid(0.75) : 0.0;
    const double side = std::min(column / 2, double(theme.grid(6)));
    ParallelFrame frame{.left = target.left() + side,
                        .right = target.right() - std::max(side, word),
                        .top = target.top() + metrics.height() / 2,
                        .bottom = 0.0,
                        .axes = axes,
                        .stops = stops(target.width() - side - std::max(side, word))};
    const double names = namePlan(frame, target).room() + theme.grid(0.5);
    double end = target.bottom() - names - metrics.height() / 2;
    end = std::max(end, frame.top + theme.grid(2)); // if a dock is too low for its texts
    frame.bottom = m_info->anyLacking() ? frame.top + (end - frame.top) / (1.0 - ParallelInfo::absentPlace) : end;
    frame.seen = QRectF(QPointF(target.left(), frame.top), QPointF(target.right(), end));
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
    const ParameterAxis& named = m_info->axes[axis];
    return isValueAxis(named) ? m_valueName : parameterText(named.name);
}

QStringList ParallelPlot::valueWords(std::size_t index) const
{
    const ParameterAxis& axis = m_info->axes[index];
    QStringList words;
    if (axis.categorical)
        for (std::size_t i = 0; i < axis.categories.size(); ++i)
            words << axisValueText(axis, double(i));
    else
        for (const double value : {axis.high, axis.low})
            words << (isValueAxis(axis) ? objectiveValueText(value) : quantityText(value));
    return words;
}

std::vector<double> ParallelPlot::stops(double width) const
{
    const std::size_t axes = m_info->axes.size();
    if (axes < 3)
        return {};
    const QFontMetricsF metrics(Theme::instance().scopeFont());
    const double even = width / double(axes - 1), least = std::min(even, double(Theme::instance().grid(5)));
    std::vector<double> gaps;
    double wanted = 0.0;
    for (std::size_t axis = 0; axis + 1 < axes; ++axis) {
        double widest = 0.0;
        for (const QString& word : valueWords(axis))
            widest = std::max(widest, metrics.horizontalAdvance(word));
        gaps.push_back(std::max(least, widest + Theme::instance().grid(1.5)));
        wanted += gaps.back();
    }
    std::vector<double> places = {0.0};
    for (const double gap : gaps) // what is left is shared equally; what is missing, in proportion to what is wanted beyond the least
        places.push_back(places.back()
                         + (wanted <= width
                                ? gap + (width - wanted) / double(axes - 1)
                                : least + (gap - least) * (width - least * double(axes - 1)) / (wanted - least * double(axes - 1))));
    for (double& place : places)
        place /= std::max(1.0, width);
    places.back() = 1.0;
    return places;
}

QRectF ParallelPlot::nameBox(const ParallelFrame& frame, const QRectF& target, std::size_t axis, const NamePlan& plan) const
{
    const QFontMetricsF metrics(Theme::instance().scopeFont());
    const double line = metrics.height(), x = frame.x(axis);
    const double bottom = frame.zoomed ? frame.seen.bottom() : frame.y(m_info->anyLacking() ? ParallelInfo::absentPlace : 0.0);
    const double top = bottom + 0.75 * line + double(axis % plan.levels) * plan.height;
    if (plan.turned) // in the middle under its axis, but whole at an edge
        return {std::clamp(x - line / 2, target.left(), std::max(target.left(), target.right() - line)), top, line, plan.height};
    // The names beside it on the same level leave half of the way to them; to a name at an edge, what they do not take of it.
    const std::size_t way = plan.levels;
    const auto isEdge = [&](std::size_t other) { return other < way || other + way >= frame.axes; };
    const auto reach = [&](std::size_t other) {
        const double apart = std::abs(frame.x(other) - x);
        double taken = apart / 2;
        if (isEdge(axis) && !isEdge(other) && !frame.zoomed)
            taken = std::min(taken, metrics.horizontalAdvance(axisName(other)) / 2 + 2);
        return apart - taken - 2;
    };
    double left = axis >= way ? reach(axis - way) : target.width(), right = axis + way < frame.axes ? reach(axis + way) : target.width();
    if (axis >= way && axis + way < frame.axes)
        left = right = std::min(left, right);
    // A name near an edge is not in the middle of its axis, but whole.
    return QRectF(QPointF(std::max(target.left(), x - left), top), QPointF(std::min(target.right(), x + right), top + plan.height));
}

namespace {

bool fitsInTwoLines(const QFontMetricsF& metrics, const QRectF& box, const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '));
    return metrics.boundingRect(box, Qt::AlignHCenter | Qt::TextWordWrap, name).height() <= box.height() + 1
           && std::ranges::all_of(words, [&](const QString& word) { return metrics.horizontalAdvance(word) <= box.width(); });
}

} // namespace

ParallelPlot::NamePlan ParallelPlot::namePlan(const ParallelFrame& frame, const QRectF& target) const
{
    const QFontMetricsF metrics(Theme::instance().scopeFont());
    const double line = metrics.height();
    const auto fits = [&](const NamePlan& plan) {
        for (std::size_t axis = 0; axis < frame.axes; ++axis)
            if (!fitsInTwoLines(metrics, nameBox(frame, target, axis, plan), axisName(axis)))
                return false;
        return true;
    };
    const NamePlan level{.levels = 1, .height = 2 * line}, staggered{.levels = 2, .height = 2 * line};
    if (fits(level))
        return level;
    if (target == QRectF(rect()) || fits(staggered))
        return staggered;
    double longest = 0.0, closest = line;
    for (std::size_t axis = 0; axis < frame.axes; ++axis) {
        longest = std::max(longest, std::ceil(metrics.horizontalAdvance(axisName(axis))) + 1);
        if (axis > 0)
            closest = std::min(closest, frame.x(axis) - frame.x(axis - 1));
    }
    const auto levels = std::size_t(std::clamp(std::ceil(line / std::max(1.0, closest)), 1.0, 3.0));
    const NamePlan turned{.levels = levels, .height = std::min(longest, target.width()), .turned = true};
    return turned.room() + 8 * line <= target.height() ? turned : staggered; // else it has a height from the user, and none for the lines
}

int ParallelPlot::figureHeight(int width) const
{
    const double line = QFontMetricsF(Theme::instance().scopeFont()).height();
    const QRectF target(0.0, 0.0, width, 1e6);
    // Values that a column turns, two of them along an axis, take what the names leave.
    const double height = 12 * line + std::max(4 * line, namePlan(wholeFrame(target), target).room());
    return int(std::ceil(height + valueKey(QRectF(0.0, 0.0, width, height)).height));
}

void ParallelPlot::paintAxis(QPainter& painter, const ParallelFrame& frame, const QRectF& target, std::size_t axis,
                             const NamePlan& plan) const
{
    const Theme& theme = Theme::instance();
    const double x = frame.x(axis);
    const bool focus = hasFocus() && axis == m_axis;
    painter.setPen(QPen(theme.colour(focus ? Role::Selection : Role::Line), focus ? 2.0 : 1.0));
    const double top = frame.zoomed ? std::max(frame.top, frame.seen.top()) : frame.top;
    const double bottom = frame.zoomed ? std::min(frame.bottom, frame.seen.bottom()) : frame.bottom;
    if (top < bottom)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(theme.colour(Role::Text));
    paintName(painter, frame, target, axis, plan);
}

void ParallelPlot::paintName(QPainter& painter, const ParallelFrame& frame, const QRectF& target, std::size_t axis,
                             const NamePlan& plan) const
{
    const QFontMetricsF metrics(painter.font());
    const QString name = axisName(axis);
    QRectF box = nameBox(frame, target, axis, plan);
    if (plan.turned) { // its end is at the axis
        painter.save();
        painter.translate(box.topLeft());
        painter.rotate(-90);
        painter.drawText(QRectF(-box.height(), 0.0, box.height(), box.width()), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideMiddle, box.height()));
        painter.restore();
        return;
    }
    const bool wraps = fitsInTwoLines(metrics, box, name);
    // In the middle under its axis where an edge leaves room for that, else as near to it as it can be.
    const double x = frame.x(axis),
                 half = metrics.boundingRect(box, int(Qt::AlignHCenter) | (wraps ? int(Qt::TextWordWrap) : 0), name).width() / 2 + 1;
    if (2 * half <= box.width())
        box = QRectF(std::clamp(x, box.left() + half, box.right() - half) - half, box.top(), 2 * half, box.height());
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | (wraps ? Qt::TextWordWrap : 0),
                     wraps ? name : metrics.elidedText(name, Qt::ElideRight, box.width()));
}

namespace {

/// A value beside its axis, and the ordinate of its middle.
struct AxisWord {
    double y;
    QString text;
};

/// Which values are written beside an axis, level or turned to run upwards along it.
struct AxisWords {
    const QFontMetricsF& metrics;
    double room; ///< to the right of the axis
    bool turned;
    std::vector<AxisWord> words = {};

    double length(const QString& word) const { return turned ? metrics.horizontalAdvance(word) : metrics.height() * 0.8; }

    /// A part of a number is another number: it is written whole or not at all.
    void addEnds(double high, const QString& highest, double low, const QString& lowest)
    {
        if (turned) {
            if (length(highest) + length(lowest) <= low - high)
                words = {{high + length(highest) / 2, highest}, {low - length(lowest) / 2, lowest}};
            return;
        }
        for (const AxisWord& end : {AxisWord{high, highest}, AxisWord{low, lowest}})
            if (metrics.horizontalAdvance(end.text) <= room)
                words.push_back(end);
    }

    /// Of as many categories as have room, at equal distances. Returns how many of those that are seen are not named.
    int addCategories(const ParameterAxis& axis, const ParallelFrame& frame, const QStringList& names)
    {
        const auto middle = [&](qsizetype i) { return frame.y(placeOf(axis, double(i))); };
        const double step = middle(0) - middle(1);
        bool whole = false;
        for (qsizetype stride = 1; stride <= names.size() && !whole; ++stride) {
            if (!turned && double(stride) * step < length({}))
                continue;
            whole = !turned; // level names do not become more readable with the distance
            std::vector<AxisWord> named;
            bool all = true;
            for (qsizetype i = (stride - 1) / 2; i < names.size(); i += stride) {
                const QString shown = metrics.elidedText(names[i], Qt::ElideRight, turned ? double(stride) * step - 3 : room);
                const double half = turned ? length(shown) / 2 : 0.0;
                if (!frame.showsY(middle(i) - half) || !frame.showsY(middle(i) + half))
                    continue;
                if (shown == names[i] || shown.size() > 4) // three letters of a name say nothing
                    named.push_back({middle(i), shown});
                else
                    all = false;
            }
            if (named.size() > words.size())
                words = std::move(named);
            whole |= all;
        }
        int seen = 0;
        for (qsizetype i = 0; i < names.size(); ++i)
            seen += frame.showsY(middle(i));
        return seen - int(words.size());
    }
};

} // namespace

void ParallelPlot::paintValues(QPainter& painter, const ParallelFrame& frame, std::size_t index, bool numbered) const
{
    const ParameterAxis& axis = m_info->axes[index];
    const QFontMetricsF metrics(painter.font());
    const double x = frame.x(index) + Theme::instance().grid(0.5);
    const double next = index + 1 < frame.axes ? frame.x(index + 1) - 2 : 1e6;
    const double room = (frame.zoomed ? std::min(next, frame.seen.right()) : next) - x;
    if (room < metrics.height())
        return; // the tooltip shows the values
    QStringList words = valueWords(index);
    for (qsizetype i = 0; numbered && i < words.size(); ++i)
        words[i] = QLocale().toString(i + 1);
    AxisWords level{metrics, room, false}, turned{metrics, room, true};
    int unnamed = 0;
    const double top = frame.zoomed ? std::max(frame.top, frame.seen.top()) : frame.top;
    if (axis.categorical) {
        const int levelUnnamed = level.addCategories(axis, frame, words), turnedUnnamed = turned.addCategories(axis, frame, words);
        unnamed = std::min(levelUnnamed, turnedUnnamed);
    } else {
        const auto word = [&](double place) {
            return isValueAxis(axis) ? objectiveValueText(valueAt(axis, place)) : quantityText(valueAt(axis, place), 4);
        };
        // Of a part of an axis, its ends are named: with one digit more, as they are closer together.
        const double high = frame.zoomed ? std::min(1.0, frame.place(frame.seen.top())) : 1.0;
        const double low = frame.zoomed ? std::max(0.0, frame.place(frame.seen.bottom())) : 0.0;
        if (low < high)
            for (AxisWords* ends : {&level, &turned})
                ends->addEnds(frame.y(high), high == 1.0 ? words[0] : word(high), frame.y(low), low == 0.0 ? words[1] : word(low));
    }
    AxisWords& shown = turned.words.size() > level.words.size() ? turned : level;
    if (unnamed > 0) // how many more there are stands at the upper end, in place of names that would touch it
        while (!shown.words.empty() && shown.words.back().y - shown.length(shown.words.back().text) / 2 < top + level.length({}) / 2) {
            shown.words.pop_back();
            ++unnamed;
        }
    painter.setPen(Theme::instance().colour(Role::Dim));
    for (const AxisWord& word : shown.words)
        paintValue(painter, {x, word.y}, word.text, room, shown.turned);
    if (unnamed > 0) {
        const QString count = QLocale().toString(unnamed), more = tr("+%1 more", "values of an axis that are not written").arg(count);
        paintWord(painter, {x, top}, metrics.horizontalAdvance(more) <= room ? more : QStringLiteral("+%1").arg(count), room);
    }
    if (const double absent = frame.y(ParallelInfo::absentPlace); m_info->lacking[index] && frame.showsY(absent)) {
        const QString none = tr("none", "a trial lacks this parameter");
        paintWord(painter, {x, absent}, metrics.horizontalAdvance(none) <= room ? none : QStringLiteral("–"), room);
    }
}

void ParallelPlot::paintBrush(QPainter& painter, const ParallelFrame& frame, std::size_t axis) const
{
    const auto& stretch = m_brushes.at(axis);
    if (!stretch)
        return;
    const Theme& theme = Theme::instance();
    QColor fill = theme.colour(Role::Selection);
    const double half = theme.grid(0.7);
    QRectF box(QPointF(frame.x(axis) - half, frame.y(stretch->second)), QPointF(frame.x(axis) + half, frame.y(stretch->first)));
    if (frame.zoomed && (box.top() > frame.seen.bottom() || box.bottom() < frame.seen.top()))
        return;
    if (frame.zoomed) {
        box.setTop(std::max(box.top(), frame.seen.top()));
        box.setBottom(std::min(box.bottom(), frame.seen.bottom()));
    }
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

/// Draws lines that were painted for other places of the axes, stretched, until those for these places come.
void ParallelPlot::paintPicture(QPainter& painter, const ParallelFrame& frame, const QRectF& target, const Picture& picture) const
{
    const ParallelFrame& before = picture.frame;
    if (picture.image.isNull())
        return;
    if (before == frame || before.right <= before.left || before.bottom <= before.top)
        return painter.drawImage(target, picture.image);
    const double across = (frame.right - frame.left) / (before.right - before.left);
    const double along = (frame.bottom - frame.top) / (before.bottom - before.top);
    const QSizeF size = picture.image.deviceIndependentSize();
    painter.drawImage(
        QRectF(frame.left - before.left * across, frame.top - before.top * along, size.width() * across, size.height() * along),
        picture.image);
}

void ParallelPlot::paint(QPainter& painter, const QRectF& whole) const
{
    if (m_info->trials.empty())
        return;
    const ValueKey key = valueKey(whole);
    const QRectF target = whole.adjusted(0.0, 0.0, 0.0, -key.height);
    painter.save();
    painter.setFont(Theme::instance().scopeFont());
    const ParallelFrame places = frame(target);
    const auto limit = [&](const auto& draw) { // to the room of the lines
        painter.save();
        painter.setClipRect(places.seen, Qt::IntersectClip);
        draw();
        painter.restore();
    };
    const auto lines = [&] {
        if (target == QRectF(rect())) {
            paintPicture(painter, places, target, m_faint);
            if (m_filtered)
                paintPicture(painter, places, target, m_strong);
        } else { // exported figures have lines instead of images
            paintLines(painter, *m_info, places, m_passes, !m_filtered, ink(false));
            if (m_filtered)
                paintLines(painter, *m_info, places, m_passes, true, ink(true));
        }
    };
    places.zoomed ? limit(lines) : lines();
    const NamePlan plan = namePlan(wholeFrame(target), target); // names of a part stand on the levels for which the whole has room
    for (std::size_t axis = 0; axis < places.axes; ++axis)
        if (places.showsX(places.x(axis)))
            paintAxis(painter, places, target, axis, plan);
    const auto selected = [&] { paintSelected(painter, places); };
    places.zoomed ? limit(selected) : selected();
    for (std::size_t axis = 0; axis < places.axes; ++axis)
        if (places.showsX(places.x(axis))) {
            paintBrush(painter, places, axis);
            paintValues(painter, places, axis, key.numbered[axis]);
        }
    painter.setPen(Theme::instance().colour(Role::Dim));
    drawWrapped(painter, whole, Qt::AlignLeft | Qt::AlignBottom, key.text);
    painter.restore();
}

} // namespace reweigh
