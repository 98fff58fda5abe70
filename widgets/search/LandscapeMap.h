// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LandscapeInfo.h"
#include "widgets/panel/ValueSource.h"
#include "widgets/state/OpenStudy.h"

#include <QWidget>

#include <optional>
#include <utility>

namespace reweigh {

class ViewZoom;

/// A landscape and further values that its map shows.
struct LandscapeView {
    LandscapeInfo info;
    std::vector<std::pair<double, double>> ranges; ///< lowest and highest value per cell; not set if the cell has no trial
    double low = 0.0, high = 0.0;                  ///< range of the medians
    bool maximize = true;
};

/// Adds the ranges to `info`. `trials` must be those from which the landscape was computed.
LandscapeView landscapeView(LandscapeInfo info, const TrialRefs& trials, Direction direction);

/// Draws the map: a cell's colour shows the median value of its trials, its number how many trials it has.
/// Both axes are zoomed as ViewZoom says, in numbers of cells; a click, no drag, chooses a cell.
/// Keyboard: arrow keys move between cells, Enter selects a cell's trials, Ctrl+Enter filters by them, Escape removes every filter.
class LandscapeMap : public QWidget, public ValueSource {
    Q_OBJECT
public:
    explicit LandscapeMap(QWidget* parent = nullptr);

    void setView(LandscapeView view);
    const LandscapeView& view() const { return m_view; }
    /// Outlines cells with selected trials and draws cells in which no trial passes the filter faintly.
    void mark(const Selection& selection);

    void paint(QPainter& painter, const QRectF& target) const;
    /// The least height in pixels of a figure of `width` pixels: its scale of colours, and a line for each of its rows, up to twelve.
    int figureHeight(int width) const;

    int cellAt(QPointF place) const; ///< -1: none
    QRectF cellRect(int cell) const; ///< in the widget
    int focusCell() const { return m_focus; }
    /// "hidden layers 3, nodes 8–17: median 0.8612, n = 4, from 0.8411 to 0.8714".
    QString cellWords(int cell) const;
    QString saysAt(const QPointF& place) const override { return cellWords(cellAt(place)); }

Q_SIGNALS:
    void picked(int cell);
    void filterWanted(int cell); ///< -1: remove every filter
    void axisWanted(Qt::Orientation axis, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// The places of the map's parts in a target rectangle.
    struct Frame {
        QRectF cells, xLabel, yLabel, bar;
        double tickHeight = 0.0;
    };
    Frame frame(const QRectF& target) const;
    QRectF cellRect(const Frame& frame, int cell) const;
    QColor cellColour(int cell) const;
    void paintCells(QPainter& painter, const Frame& frame) const;
    void paintColumns(QPainter& painter, const Frame& frame) const;
    void paintRows(QPainter& painter, const Frame& frame) const;
    void paintBar(QPainter& painter, const Frame& frame) const;
    void paintOutlines(QPainter& painter, const Frame& frame) const;
    QRectF body() const;
    void goTo(int cell);
    void setFocusCell(int cell);

    LandscapeView m_view;
    ViewZoom* m_zoom;
    std::vector<char> m_faint, m_selected; ///< one value per cell
    int m_focus = -1;
    int m_pressed = -1; ///< the cell on which the button was pressed
};

} // namespace reweigh
