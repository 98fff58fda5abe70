// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/WhereMap.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/panel/Panel.h"

namespace reweigh {

class ViewZoom;

/// Draws a WhereMap. A cell's colour and number are the difference in percentage points. A cell is hatched if the verdict is
/// CannotTell, and has a dotted outline if there is no study. Both axes are zoomed as ViewZoom says, in numbers of cells.
class WhereMapView : public PaintedView {
    Q_OBJECT
public:
    explicit WhereMapView(QWidget* parent = nullptr);

    void setMap(WhereMap map);
    const WhereMap& map() const { return m_map; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;

private:
    static double axisHeight();
    QRectF gridIn(const QRectF& target) const;
    /// What is seen of a cell; empty: nothing.
    QRectF cellAt(const QRectF& grid, std::size_t rate, std::size_t factor) const;
    void paintCell(QPainter& painter, const QRectF& place, const WhereMap::Cell& cell) const;
    void paintAxes(QPainter& painter, const QRectF& target, const QRectF& grid) const;

    WhereMap m_map;
    double m_most = 0.01; ///< difference that has the strongest colour
    ViewZoom* m_zoom;
};

class SiblingStudies;
class WhereMapView;

/// Shows where a searched architecture helps, using the open studies and those that lie beside the one in view.
class WherePanel : public Panel {
    Q_OBJECT
public:
    explicit WherePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    void followAll();
    void readSiblings();
    std::vector<WhereStudy> openStudies() const;
    QString note() const;
    QString leftOut() const;

    WhereMapView* m_view;
    QLabel* m_note;
    std::shared_ptr<SiblingStudies> m_reader; ///< shared with the job that reads
    std::vector<WhereStudy> m_siblings;
    LatestJob<std::vector<WhereStudy>> m_job;
};

} // namespace reweigh
