// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/PaintedView.h"
#include "widgets/plan/GainGrid.h"

namespace reweigh {

/// Draws a GainGrid: colour and number are the difference; hatched where nothing is decided, with a dotted outline where there is no
/// cell, with a ring where a further seed tells most. A click, or arrow keys, go to a cell, and a click says what is known of it; a
/// double click or Enter picks it.
class GainGridView : public PaintedView {
    Q_OBJECT
public:
    GainGridView(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    void setGrid(GainGrid grid);
    const GainGrid& grid() const { return m_grid; }
    /// Where a cell lies in the widget.
    QRectF placeOf(int cell) const;
    int focusCell() const { return m_focus; }

    /// As scrolled(), but the view takes the keyboard focus itself.
    QWidget* withKeys();

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;
    QString saysAt(const QPointF& place) const override;

Q_SIGNALS:
    void picked(int cell); ///< a cell of the plan: grid().cells[cell].cell is not null

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    double footHeight() const;
    QRectF areaIn(const QRectF& target) const;
    QRectF cellIn(const QRectF& area, int cell) const;
    int cellAt(const QPointF& place) const;
    void setFocusCell(int cell);
    void pick(int cell);
    void paintCell(QPainter& painter, const QRectF& place, const GainGrid::Cell& cell) const;
    void paintAxes(QPainter& painter, const QRectF& target, const QRectF& area) const;

    GainGrid m_grid;
    int m_focus = 0;
    int m_pressed = -1;
};

} // namespace reweigh
