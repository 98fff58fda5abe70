// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/GainGridView.h"

#include "core/plan/PlanState.h"
#include "widgets/help/ToolTipWrap.h"
#include "widgets/panel/Hatching.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reweigh {

GainGridView::GainGridView(const QString& name, const QString& accessibleName, QWidget* parent)
    : PaintedView(name, accessibleName, parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QWidget* GainGridView::withKeys()
{
    QWidget* area = scrolled();
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

void GainGridView::setGrid(GainGrid grid)
{
    m_grid = std::move(grid);
    m_focus = std::clamp(m_focus, 0, std::max(0, int(m_grid.cells.size()) - 1));
    contentChanged();
}

/// Height of the labels and the name of the axis below the cells, and of what the ring says.
double GainGridView::footHeight() const
{
    const double line = QFontMetricsF(Theme::instance().scopeFont()).height();
    return (m_grid.nextWords.isEmpty() ? 2 : 3) * line + Theme::instance().grid(1.25);
}

QRectF GainGridView::areaIn(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    double widest = 0.0;
    for (const QString& label : m_grid.rows)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    const double left = metrics.height() + std::min(widest, target.width() * 0.3) + theme.grid(1.5);
    QRectF area = target.adjusted(left, 1, -1, -footHeight());
    // Limits the size of cells if there are few.
    area.setWidth(std::min(area.width(), double(m_grid.columns.size()) * theme.grid(36)));
    area.setHeight(std::min(area.height(), double(m_grid.rows.size()) * theme.grid(18)));
    return area;
}

QRectF GainGridView::cellIn(const QRectF& area, int cell) const
{
    const int columns = int(m_grid.columns.size());
    const double width = area.width() / columns, height = area.height() / double(m_grid.rows.size());
    return {area.left() + (cell % columns) * width, area.top() + int(cell / columns) * height, width, height};
}

QRectF GainGridView::placeOf(int cell) const
{
    return m_grid.empty() ? QRectF() : cellIn(areaIn(rect()), cell);
}

int GainGridView::cellAt(const QPointF& place) const
{
    for (int cell = 0; cell < int(m_grid.cells.size()); ++cell)
        if (placeOf(cell).contains(place))
            return cell;
    return -1;
}

int GainGridView::heightFor(int) const
{
    const double line = QFontMetricsF(Theme::instance().bodyFont()).height();
    return int(std::ceil(footHeight() + 1 + double(m_grid.rows.size()) * (2 * line + Theme::instance().grid())));
}

void GainGridView::paint(QPainter& painter, const QRectF& target) const
{
    if (m_grid.empty())
        return;
    const Theme& theme = Theme::instance();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = areaIn(target);
    for (int i = 0; i < int(m_grid.cells.size()); ++i) {
        const GainGrid::Cell& cell = m_grid.cells[std::size_t(i)];
        const QRectF place = cellIn(area, i);
        if (cell.cell) {
            paintCell(painter, place, cell);
        } else {
            painter.setPen(QPen(theme.colour(Role::Line), 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(1.5, 1.5, -1.5, -1.5));
        }
        if (i == m_focus && hasFocus()) {
            painter.setPen(QPen(theme.colour(Role::Text), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(1, 1, -1, -1));
        }
    }
    paintAxes(painter, target, area);
}

void GainGridView::paintCell(QPainter& painter, const QRectF& place, const GainGrid::Cell& cell) const
{
    const Theme& theme = Theme::instance();
    const QColor ground = theme.diverging(cell.shade);
    const QRectF inside = place.adjusted(1, 1, -1, -1);
    if (cell.open)
        paintHatched(painter, inside, ground, Theme::hatchOn(ground), 1.0);
    else
        painter.fillRect(inside, ground);
    const QFontMetricsF body(theme.bodyFont());
    const bool both = !cell.spread.isEmpty() && inside.height() >= 2 * body.height()
                      && inside.width() >= body.horizontalAdvance(cell.spread) + theme.grid(0.5);
    QRectF text(0, 0, std::max(body.horizontalAdvance(cell.value), both ? body.horizontalAdvance(cell.spread) : 0.0) + theme.grid(),
                (both ? 2 : 1) * body.height());
    text.moveCenter(inside.center());
    if (text.width() <= inside.width() + theme.grid() && text.height() <= inside.height()) { // a number is never cut
        if (cell.open) // numbers get a plain background, not the hatched one
            painter.fillRect(text.intersected(inside), ground);
        painter.setFont(theme.bodyFont());
        painter.setPen(Theme::inkOn(ground));
        painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop, cell.value);
        if (both)
            painter.drawText(text, Qt::AlignHCenter | Qt::AlignBottom, cell.spread);
    }
    if (cell.next) {
        painter.setPen(QPen(theme.colour(Role::Selection), 2.6));
        painter.setBrush(Qt::NoBrush);
        const double radius = theme.grid();
        painter.drawRoundedRect(inside.adjusted(2.5, 2.5, -2.5, -2.5), radius, radius);
    }
}

void GainGridView::paintAxes(QPainter& painter, const QRectF& target, const QRectF& area) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const double line = metrics.height(), gap = theme.grid(0.75);
    const auto fitted = [&](const QString& text, double width) { return metrics.elidedText(text, Qt::ElideRight, width + 0.5); };
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    const int columns = int(m_grid.columns.size());
    for (int row = 0; row < int(m_grid.rows.size()); ++row) {
        const QRectF cell = cellIn(area, row * columns);
        const QRectF label(target.left() + line, cell.top(), area.left() - gap - target.left() - line, cell.height());
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, fitted(m_grid.rows[row], label.width()));
    }
    for (int column = 0; column < columns; ++column) {
        const QRectF cell = cellIn(area, column);
        painter.drawText(QRectF(cell.left(), area.bottom() + theme.grid(0.5), cell.width(), line), Qt::AlignCenter,
                         fitted(m_grid.columns[column], cell.width() - 2));
    }
    const double below = area.bottom() + theme.grid(0.75) + line;
    painter.drawText(QRectF(area.left(), below, area.width(), line), Qt::AlignCenter, fitted(m_grid.across, area.width()));
    painter.save();
    painter.translate(target.left(), area.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, area.height(), line), Qt::AlignCenter, fitted(m_grid.upwards, area.height()));
    painter.restore();
    if (m_grid.nextWords.isEmpty())
        return;
    const QRectF foot(area.left(), below + line + theme.grid(0.25), target.right() - area.left(), line);
    const QRectF ring(foot.left() + 1.5, foot.top() + line * 0.2, line * 0.9, line * 0.6);
    painter.setPen(QPen(theme.colour(Role::Selection), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    painter.setPen(theme.colour(Role::Text));
    const QRectF words = foot.adjusted(ring.width() + gap, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, fitted(m_grid.nextWords, words.width()));
}

QString GainGridView::saysAt(const QPointF& place) const
{
    const int cell = cellAt(place);
    return cell < 0 ? QString() : m_grid.cells[std::size_t(cell)].words;
}

QString GainGridView::tipAt(const QPointF& place) const
{
    const QString said = saysAt(place);
    const CellState* cell = said.isEmpty() ? nullptr : m_grid.cells[std::size_t(cellAt(place))].cell;
    return !cell || !cell->begun ? said : said + QLatin1Char('\n') + tr("Enter or a double click opens its study in Compare.");
}

void GainGridView::setFocusCell(int cell)
{
    m_focus = cell;
    setAccessibleDescription(m_grid.cells[std::size_t(cell)].words);
    if (parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parentWidget()->parentWidget())) {
            const QRect place = placeOf(cell).toAlignedRect();
            area->ensureVisible(place.center().x(), place.center().y(), place.width() / 2, place.height() / 2);
        }
    update();
}

void GainGridView::pick(int cell)
{
    if (cell >= 0 && m_grid.cells[std::size_t(cell)].cell)
        Q_EMIT picked(cell);
}

void GainGridView::keyPressEvent(QKeyEvent* event)
{
    const int columns = int(m_grid.columns.size()), row = columns > 0 ? m_focus / columns : 0, column = m_focus - row * columns;
    const auto go = [&](int toRow, int toColumn) {
        setFocusCell(std::clamp(toRow, 0, int(m_grid.rows.size()) - 1) * columns + std::clamp(toColumn, 0, columns - 1));
    };
    if (m_grid.empty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: go(row, column - 1); break;
    case Qt::Key_Right: go(row, column + 1); break;
    case Qt::Key_Up: go(row - 1, column); break;
    case Qt::Key_Down: go(row + 1, column); break;
    case Qt::Key_Home: go(row, 0); break;
    case Qt::Key_End: go(row, columns - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: pick(m_focus); break;
    default: QWidget::keyPressEvent(event);
    }
}

void GainGridView::mouseMoveEvent(QMouseEvent* event)
{
    const int cell = cellAt(event->position());
    if (cell >= 0 && m_grid.cells[std::size_t(cell)].cell)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void GainGridView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = cellAt(event->position());
    if (m_pressed >= 0)
        setFocusCell(m_pressed);
}

void GainGridView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_pressed >= 0 && cellAt(event->position()) == m_pressed)
        QToolTip::showText(event->globalPosition().toPoint(), wrappedTip(tipAt(event->position())), this,
                           placeOf(m_pressed).toAlignedRect());
    m_pressed = -1;
}

void GainGridView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseDoubleClickEvent(event);
    QToolTip::hideText(); // of the first click
    mousePressEvent(event);
    pick(std::exchange(m_pressed, -1));
}

void GainGridView::focusInEvent(QFocusEvent* event)
{
    PaintedView::focusInEvent(event);
    if (!m_grid.empty())
        setAccessibleDescription(m_grid.cells[std::size_t(m_focus)].words);
    update();
}

void GainGridView::focusOutEvent(QFocusEvent* event)
{
    PaintedView::focusOutEvent(event);
    update();
}

} // namespace reweigh
