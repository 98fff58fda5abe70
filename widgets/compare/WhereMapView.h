// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/PaintedView.h"
#include "widgets/compare/WhereMap.h"

namespace reweigh {

/// The map: a cell's colour and figure are the difference in points, hatched where it cannot be told from 0, dotted outline
/// where no study lies.
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
    QRectF cellAt(const QRectF& grid, std::size_t rate, std::size_t factor) const;
    void paintCell(QPainter& painter, const QRectF& place, const WhereMap::Cell& cell) const;
    void paintAxes(QPainter& painter, const QRectF& target, const QRectF& grid) const;

    WhereMap m_map;
    double m_most = 0.01; ///< the difference whose colour is full
};

} // namespace reweigh
