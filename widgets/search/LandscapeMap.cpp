// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/LandscapeMap.h"

#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/search/AxisText.h"
#include "widgets/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

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
    , m_zoom(
          new ViewZoom(*this, Qt::Horizontal | Qt::Vertical, [this] { return m_view.info.cells.empty() ? QRectF() : frame(body()).cells; }))
{
    m_zoom->setKept([this](QPointF place) { // where a click opens the choice of an axis
        const Frame places = frame(body());
        return places.xLabel.contains(place) || places.yLabel.contains(place);
    });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(Theme::instance().grid(16), Theme::instance().grid(10));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LandscapeMap::setView(LandscapeView view)
{
    const bool sameAxes = view.info.x.axis.name == m_view.info.x.axis.name && view.info.y.axis.name == m_view.info.y.axis.name;
    const bool sameCells = sameAxes && view.info.cells.size() == m_view.info.cells.size();
    if (!sameAxes)
        m_zoom->release(); // what the user zoomed into were other quantities
    m_view = std::move(view);
    m_zoom->setWhole(Qt::Horizontal, 0.0, m_view.info.x.cells());
    m_zoom->setWhole(Qt::Vertical, 0.0, m_view.info.y.cells());
    if (!sameCells) {
        m_focus = m_view.info.bestCell;
        m_pressed = -1;
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
    painter.setClipRect(frame(body()).cells);
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
    m_pressed = cellAt(event->position());
}

void LandscapeMap::mouseReleaseEvent(QMouseEvent* event)
{
    const int cell = std::exchange(m_pressed, -1);
    if (event->button() != Qt::LeftButton || cell < 0 || m_zoom->dragged()) // the map was moved, no cell meant
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
    case Qt::Key_Left: return goTo(row * columns + std::max(0, column - 1));
    case Qt::Key_Right: return goTo(row * columns + std::min(columns - 1, column + 1));
    case Qt::Key_Up: return goTo(std::min(rows - 1, row + 1) * columns + column);
    case Qt::Key_Down: return goTo(std::max(0, row - 1) * columns + column);
    case Qt::Key_Return:
    case Qt::Key_Enter: return event->modifiers() & Qt::ControlModifier ? Q_EMIT filterWanted(at) : Q_EMIT picked(at);
    case Qt::Key_Escape: return Q_EMIT filterWanted(-1);
    default: QWidget::keyPressEvent(event);
    }
}

/// Gives the cell the focus, and shows it.
void LandscapeMap::goTo(int cell)
{
    const int columns = m_view.info.x.cells();
    m_zoom->reveal(Qt::Horizontal, cell % columns, cell % columns + 1);
    m_zoom->reveal(Qt::Vertical, cell / columns, cell / columns + 1);
    setFocusCell(cell);
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

} // namespace reweigh
