// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/LandscapeMap.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace reweigh {

LandscapeView landscapeView(LandscapeInfo info, const TrialRefs& trials, Direction direction)
{
    LandscapeView view{.info = std::move(info), .ranges = {}, .maximize = direction == Direction::Maximize};
    std::unordered_map<std::int64_t, double> values;
    for (const FrozenTrial* trial : trials)
        if (isComplete(*trial))
            values.emplace(trial->number, *trial->value);
    bool first = true;
    for (const LandscapeInfo::Cell& cell : view.info.cells) {
        std::pair<double, double> range{0.0, 0.0};
        for (std::size_t i = 0; i < cell.trials.size(); ++i) {
            const double value = values.at(cell.trials[i]);
            range = i == 0 ? std::pair(value, value) : std::pair(std::min(range.first, value), std::max(range.second, value));
        }
        view.ranges.push_back(range);
        if (cell.n == 0 || !std::isfinite(cell.median)) // an infinity would leave one colour for all others
            continue;
        view.low = first ? cell.median : std::min(view.low, cell.median);
        view.high = first ? cell.median : std::max(view.high, cell.median);
        first = false;
    }
    return view;
}

LandscapeMap::LandscapeMap(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(Theme::instance().grid(16), Theme::instance().grid(10));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LandscapeMap::setView(LandscapeView view)
{
    const bool sameCells = view.info.cells.size() == m_view.info.cells.size() && view.info.x.axis.name == m_view.info.x.axis.name
                           && view.info.y.axis.name == m_view.info.y.axis.name;
    m_view = std::move(view);
    if (!sameCells) {
        m_focus = m_view.info.bestCell;
        m_faint.clear();
        m_selected.clear();
    }
    update();
}

void LandscapeMap::mark(const Selection& selection)
{
    m_faint.assign(m_view.info.cells.size(), 0);
    m_selected.assign(m_view.info.cells.size(), 0);
    for (std::size_t cell = 0; cell < m_view.info.cells.size(); ++cell) {
        const std::vector<std::int64_t>& trials = m_view.info.cells[cell].trials;
        m_faint[cell] = selection.filter() && std::ranges::none_of(trials, [&](std::int64_t trial) { return selection.passes(trial); });
        m_selected[cell] = !selection.trials().empty()
                           && std::ranges::any_of(trials, [&](std::int64_t trial) { return selection.trials().contains(trial); });
    }
    update();
}

QRectF LandscapeMap::body() const
{
    return QRectF(rect());
}

int LandscapeMap::cellAt(QPointF place) const
{
    const Frame places = frame(body());
    if (m_view.info.cells.empty() || !places.cells.contains(place))
        return -1;
    for (int cell = 0; cell < int(m_view.info.cells.size()); ++cell)
        if (cellRect(places, cell).contains(place))
            return cell;
    return -1;
}

QRectF LandscapeMap::cellRect(int cell) const
{
    return cellRect(frame(body()), cell);
}

QString LandscapeMap::cellWords(int cell) const
{
    if (cell < 0 || cell >= int(m_view.info.cells.size()))
        return {};
    const LandscapeInfo& info = m_view.info;
    const LandscapeInfo::Cell& at = info.cells[std::size_t(cell)];
    const QString place = tr("%1 %2, %3 %4", "parameter, its value, other parameter, its value")
                              .arg(parameterText(info.x.axis.name), cellText(info.x, cell % info.x.cells()),
                                   parameterText(info.y.axis.name), cellText(info.y, cell / info.x.cells()));
    if (at.n == 0)
        return tr("%1: never tried").arg(place);
    const auto [low, high] = m_view.ranges[std::size_t(cell)];
    return tr("%1: median %2, n = %3, from %4 to %5")
        .arg(place, objectiveValueText(at.median), QLocale().toString(at.n), objectiveValueText(low), objectiveValueText(high));
}

void LandscapeMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, body());
    if (hasFocus() && m_focus >= 0 && m_focus < int(m_view.info.cells.size())) {
        painter.setPen(
            QPen(Theme::inkOn(m_view.info.cells[std::size_t(m_focus)].n ? cellColour(m_focus) : Theme::instance().colour(Role::Grid)), 1,
                 Qt::DotLine));
        painter.drawRect(cellRect(m_focus).adjusted(4.5, 4.5, -5.5, -5.5));
    }
}

void LandscapeMap::mousePressEvent(QMouseEvent* event)
{
    const Frame places = frame(body());
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (places.xLabel.contains(event->position()))
        return Q_EMIT axisWanted(Qt::Horizontal, event->globalPosition().toPoint());
    if (places.yLabel.contains(event->position()))
        return Q_EMIT axisWanted(Qt::Vertical, event->globalPosition().toPoint());
    const int cell = cellAt(event->position());
    if (cell < 0)
        return;
    setFocusCell(cell);
    if (event->modifiers() & Qt::ControlModifier)
        Q_EMIT filterWanted(cell);
    else
        Q_EMIT picked(cell);
}

void LandscapeMap::mouseMoveEvent(QMouseEvent* event)
{
    const Frame places = frame(body());
    const bool hand =
        places.xLabel.contains(event->position()) || places.yLabel.contains(event->position()) || cellAt(event->position()) >= 0;
    setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LandscapeMap::keyPressEvent(QKeyEvent* event)
{
    const int columns = m_view.info.x.cells(), rows = m_view.info.y.cells();
    if (columns == 0 || rows == 0)
        return QWidget::keyPressEvent(event);
    const int at = std::max(0, m_focus), column = at % columns, row = at / columns;
    switch (event->key()) {
    case Qt::Key_Left: return setFocusCell(row * columns + std::max(0, column - 1));
    case Qt::Key_Right: return setFocusCell(row * columns + std::min(columns - 1, column + 1));
    case Qt::Key_Up: return setFocusCell(std::min(rows - 1, row + 1) * columns + column);
    case Qt::Key_Down: return setFocusCell(std::max(0, row - 1) * columns + column);
    case Qt::Key_Return:
    case Qt::Key_Enter: return event->modifiers() & Qt::ControlModifier ? Q_EMIT filterWanted(at) : Q_EMIT picked(at);
    case Qt::Key_Escape: return Q_EMIT filterWanted(-1);
    default: QWidget::keyPressEvent(event);
    }
}

void LandscapeMap::setFocusCell(int cell)
{
    m_focus = cell;
    setAccessibleDescription(cellWords(cell)); // screen readers read it when the focus moves
    update();
}

void LandscapeMap::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    setFocusCell(std::max(0, m_focus));
}

void LandscapeMap::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool LandscapeMap::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int cell = cellAt(help->pos());
    if (cell < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), wrappedTip(cellWords(cell)), this, cellRect(cell).toAlignedRect());
    return true;
}

namespace {

bool isRange(const LandscapeInfo::Side& side)
{
    for (int cell = 0; cell < side.cells(); ++cell)
        if (const auto [first, last] = cellRange(side, cell); first != last)
            return true;
    return false;
}

/// Ticks of one side of the map; `place` counts cells from its start. A cell with one value has its name in the middle; cells that
/// cover ranges have numbers at their borders.
struct Tick {
    double place = 0.0;
    QString text;
};

std::vector<Tick> ticksOf(const LandscapeInfo::Side& side)
{
    std::vector<Tick> ticks;
    const bool range = isRange(side);
    const auto end = [](double value) { return quantityText(value, std::abs(value) < 100.0 ? 2 : 3); }; // rounded border of a cell
    for (int cell = 0; cell < side.cells(); ++cell) {
        const double value = cellRange(side, cell).first;
        ticks.push_back(range ? Tick{double(cell), end(value)} : Tick{cell + 0.5, axisValueText(side.axis, value)});
    }
    if (range && side.cells() > 0)
        ticks.push_back({double(side.cells()), end(cellRange(side, side.cells() - 1).second)});
    return ticks;
}

} // namespace

LandscapeMap::Frame LandscapeMap::frame(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const double gap = theme.grid(0.5), line = metrics.height();
    double widest = 0.0;
    for (const Tick& tick : ticksOf(m_view.info.y))
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const double rows = std::min(widest, target.width() * 0.32) + gap;
    Frame frame;
    // Names of categories may take two lines below their column; the colour bar is left out if the dock is too low.
    frame.tickHeight = m_view.info.x.axis.categorical && target.height() > 10 * line ? 2 * line : line;
    const double bar = target.height() > 9 * line ? line + gap : 0.0;
    frame.cells = target.adjusted(line + gap + rows, line / 2, -line, -(frame.tickHeight + 1.5 * gap + line + bar));
    frame.yLabel = {target.left(), frame.cells.top(), line, frame.cells.height()};
    frame.xLabel = {frame.cells.left(), frame.cells.bottom() + gap + frame.tickHeight, frame.cells.width(), line};
    if (bar > 0.0)
        frame.bar = {frame.cells.left(), frame.xLabel.bottom() + gap, frame.cells.width(), line};
    return frame;
}

QRectF LandscapeMap::cellRect(const Frame& frame, int cell) const
{
    const int columns = m_view.info.x.cells(), rows = m_view.info.y.cells();
    const int column = cell % columns, row = cell / columns;
    const auto x = [&](int at) { return std::round(frame.cells.left() + frame.cells.width() * at / columns); };
    const auto y = [&](int at) { return std::round(frame.cells.bottom() - frame.cells.height() * at / rows); };
    return {QPointF(x(column), y(row + 1)), QPointF(x(column + 1), y(row))};
}

QColor LandscapeMap::cellColour(int cell) const
{
    const LandscapeInfo::Cell& at = m_view.info.cells[std::size_t(cell)];
    const double span = m_view.high - m_view.low, worst = m_view.maximize ? 0.0 : 1.0;
    double share = span > 0.0 ? (at.median - m_view.low) / span : 1.0 - worst;
    if (!std::isfinite(at.median)) // drawn with the colour of its end of the scale
        share = std::isnan(at.median) ? worst : at.median > 0.0 ? 1.0 : 0.0;
    QColor colour = Theme::ramp(m_view.maximize ? share : 1.0 - share);
    if (m_faint.size() == m_view.info.cells.size() && m_faint[std::size_t(cell)]) {
        const QColor panel = Theme::instance().colour(Role::Panel);
        const auto mix = [](int a, int b) { return (a * 4 + b) / 5; };
        colour = QColor(mix(panel.red(), colour.red()), mix(panel.green(), colour.green()), mix(panel.blue(), colour.blue()));
    }
    return colour;
}

void LandscapeMap::paintCells(QPainter& painter, const Frame& frame) const
{
    const QFontMetricsF metrics(painter.font());
    for (int cell = 0; cell < int(m_view.info.cells.size()); ++cell) {
        const QRectF rect = cellRect(frame, cell);
        const int n = m_view.info.cells[std::size_t(cell)].n;
        if (n == 0) {
            painter.fillRect(rect, Theme::instance().colour(Role::Grid));
            continue;
        }
        const QColor ground = cellColour(cell);
        painter.fillRect(rect, ground);
        const QString text = QLocale().toString(n);
        if (metrics.horizontalAdvance(text) > rect.width() || metrics.height() > rect.height() + 2)
            continue;
        painter.setPen(Theme::inkOn(ground));
        painter.drawText(rect, Qt::AlignCenter, text);
    }
}

void LandscapeMap::paintColumns(QPainter& painter, const Frame& frame) const
{
    const LandscapeInfo::Side& side = m_view.info.x;
    const QFontMetricsF metrics(painter.font());
    const double cell = frame.cells.width() / std::max(1, side.cells()), gap = Theme::instance().grid(0.25);
    double free = -1e9;
    for (const Tick& tick : ticksOf(side)) {
        const double x = frame.cells.left() + tick.place * cell;
        if (side.axis.categorical) {
            const QRectF rect(x - cell / 2 + 1, frame.cells.bottom() + gap, cell - 2, frame.tickHeight);
            const bool fits = metrics.boundingRect(rect, Qt::AlignHCenter | Qt::TextWordWrap, tick.text).height() <= rect.height() + 1
                              && metrics.horizontalAdvance(tick.text.section(' ', 0, 0)) <= rect.width();
            painter.drawText(rect, Qt::AlignHCenter | Qt::AlignTop | (fits ? Qt::TextWordWrap : 0),
                             fits ? tick.text : metrics.elidedText(tick.text, Qt::ElideRight, rect.width()));
            continue;
        }
        const double width = metrics.horizontalAdvance(tick.text);
        if (x - width / 2 < free)
            continue;
        free = x + width / 2 + 2 * gap;
        painter.drawText(QRectF(x - width, frame.cells.bottom() + gap, 2 * width, frame.tickHeight), Qt::AlignHCenter | Qt::AlignTop,
                         tick.text);
    }
}

void LandscapeMap::paintRows(QPainter& painter, const Frame& frame) const
{
    const LandscapeInfo::Side& side = m_view.info.y;
    const QFontMetricsF metrics(painter.font());
    const double cell = frame.cells.height() / std::max(1, side.cells()), line = metrics.height();
    const double right = frame.cells.left() - Theme::instance().grid(0.5), left = frame.yLabel.right();
    double free = 1e9; // y below which space is taken; ticks run from the bottom upwards
    for (const Tick& tick : ticksOf(side)) {
        const double y = frame.cells.bottom() - tick.place * cell;
        if (y + line * 0.45 > free)
            continue;
        free = y - line * 0.45;
        painter.drawText(QRectF(left, y - line / 2, right - left, line), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(tick.text, Qt::ElideRight, right - left));
    }
}

void LandscapeMap::paintBar(QPainter& painter, const Frame& frame) const
{
    if (frame.bar.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const double gap = Theme::instance().grid(0.75);
    const QString worst = objectiveValueText(m_view.maximize ? m_view.low : m_view.high);
    const QString best = objectiveValueText(m_view.maximize ? m_view.high : m_view.low);
    double right = frame.bar.right();
    const auto put = [&](const QString& text) {
        painter.drawText(QRectF(frame.bar.left(), frame.bar.top(), right - frame.bar.left(), frame.bar.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
        right -= metrics.horizontalAdvance(text) + gap;
    };
    put(best);
    QRectF strip(right - Theme::instance().grid(10), 0, Theme::instance().grid(10), Theme::instance().grid(0.75));
    strip.moveTop(frame.bar.center().y() - strip.height() / 2);
    QLinearGradient ramp(strip.topLeft(), strip.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, Theme::ramp(i / 8.0));
    painter.fillRect(strip, ramp);
    right = strip.left() - gap;
    put(worst);
    const QString words = tr("best cell outlined · empty cells never tried");
    if (metrics.horizontalAdvance(words) <= right - frame.bar.left())
        painter.drawText(frame.bar, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void LandscapeMap::paintOutlines(QPainter& painter, const Frame& frame) const
{
    const Theme& theme = Theme::instance();
    const double width = theme.grid(0.3);
    const auto outline = [&](int cell, Role role, double inset) {
        painter.setPen(QPen(theme.colour(role), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(cellRect(frame, cell).adjusted(inset, inset, -inset, -inset));
    };
    painter.setBrush(Qt::NoBrush);
    for (std::size_t cell = 0; cell < m_selected.size() && cell < m_view.info.cells.size(); ++cell)
        if (m_selected[cell])
            outline(int(cell), Role::Selection, int(cell) == m_view.info.bestCell ? 1.5 * width : 0.5 * width);
    if (m_view.info.bestCell >= 0)
        outline(m_view.info.bestCell, Role::Text, 0.5 * width);
}

void LandscapeMap::paint(QPainter& painter, const QRectF& target) const
{
    if (m_view.info.cells.empty())
        return;
    const Theme& theme = Theme::instance();
    const Frame places = frame(target);
    painter.save();
    painter.setFont(theme.scopeFont());
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCells(painter, places);
    paintOutlines(painter, places);
    painter.setPen(theme.colour(Role::Dim));
    paintColumns(painter, places);
    paintRows(painter, places);
    const QFontMetricsF metrics(painter.font());
    const auto label = [&](const ParameterAxis& axis) { return target == body() ? choiceLabel(axis) : parameterText(axis.name); };
    painter.drawText(places.xLabel, Qt::AlignCenter, metrics.elidedText(label(m_view.info.x.axis), Qt::ElideMiddle, places.xLabel.width()));
    paintBar(painter, places);
    painter.translate(places.yLabel.left(), places.yLabel.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, places.yLabel.height(), places.yLabel.width()), Qt::AlignCenter,
                     metrics.elidedText(label(m_view.info.y.axis), Qt::ElideMiddle, places.yLabel.height()));
    painter.restore();
}

} // namespace reweigh
