// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/report/FigureStyle.h"

#include <QSizeF>
#include <QStringList>

#include <limits>
#include <vector>

class QPainter;

namespace reweigh {

/// A value with its interval.
struct Dot {
    double value = 0.0;     ///< not drawn if not finite
    double halfWidth = 0.0; ///< no interval if not finite
    Mark mark = Mark::Disc;
    Role colour = Role::Text;
};

struct DotRow {
    QString label;
    std::vector<Dot> dots;
    std::vector<double> limits; ///< drawn as short upright lines
    QString aside;              ///< at the right end of the row, of figures with one column of panels
    bool isStrong = false;      ///< its label is set in bold
};

struct DotPanel {
    QString title;
    std::vector<DotRow> rows; ///< the panels beside each other have the same labels
};

/// Rows of values with intervals over one axis, in panels beside and below each other. All panels share the axis.
struct DotFigure {
    struct Band {
        QString title;                ///< stands above the band's panels; may be empty
        QString axis;                 ///< what the titles of the panels are values of: said in each, or left of them where there is no room
        std::vector<DotPanel> panels; ///< beside each other; one without rows stays empty
    };
    std::vector<Band> bands;                                ///< below each other
    QString axis;                                           ///< what the axis shows, with its unit
    double zero = std::numeric_limits<double>::quiet_NaN(); ///< a value at which a line is drawn through all panels
    struct Key {
        Mark mark;
        Role colour;
        QString text;
    };
    std::vector<Key> keys; ///< what the marks mean
    double width = 0.0;    ///< points

    QSizeF size() const;         ///< points
    bool shortensLabels() const; ///< whether this width has no room for some row's label
    void draw(QPainter& painter) const;

private:
    struct Layout;
    Layout layout() const;
    void drawPanel(QPainter& painter, const Layout& layout, const DotPanel& panel, double left, double first) const;
    void drawPanelTitles(QPainter& painter, const Layout& layout, const Band& band, double top) const;
    void drawRowLabels(QPainter& painter, const Layout& layout, const DotPanel& panel, double first) const;
    void drawKeys(QPainter& painter, double top) const;
    std::size_t columns() const;
    std::vector<std::vector<Key>> keyLines() const;
};

} // namespace reweigh
