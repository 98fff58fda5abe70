// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/LandscapeMap.h"

#include "widgets/landscape/AxisText.h"
#include "widgets/panel/ParameterText.h"
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
        if (cell.n == 0)
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
        painter.setPen(QPen(Theme::inkOn(m_view.info.cells[std::size_t(m_focus)].n ? cellColour(m_focus)
                                                                                  : Theme::instance().colour(Role::Grid)), 1, Qt::DotLine));
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
    const bool hand = places.xLabel.contains(event->position()) || places.yLabel.contains(event->position()) || cellAt(event->position()) >= 0;
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
    case Qt::Key_Enter:
        return event->modifiers() & Qt::ControlModifier ? Q_EMIT filterWanted(at) : Q_EMIT picked(at);
    case Qt::Key_Escape: return Q_EMIT filterWanted(-1);
    default: QWidget::keyPressEvent(event);
    }
}

void LandscapeMap::setFocusCell(int cell)
{
    m_focus = cell;
    setAccessibleDescription(cellWords(cell)); // read out as the focus moves
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
        QToolTip::showText(help->globalPos(), cellWords(cell), this, cellRect(cell).toAlignedRect());
    return true;
}

} // namespace reweigh
