// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <vector>

class QPainter;

namespace reweigh {

/// Gains in a grid of cells: a phase map, or a matrix of transfers. A cell is coloured by its gain and has its value in print; cells that
/// are undecided are hatched, decided ones carry ▲ or ▼, cells without a value have a dash.
struct MatrixFigure {
    struct Cell {
        MeanInterval gain; ///< n = 0: nothing is known
        JudgedAs verdict = JudgedAs::CannotTell;
        bool outlined = false;
        bool isThere = true; ///< false: there is no such cell, and its place stays blank
        bool same = false;   ///< both are one training, so that there is no gain
    };
    QString xTitle, yTitle;  ///< what the columns and the rows are
    QStringList x, y;        ///< names of columns and rows
    std::vector<Cell> cells; ///< [y][x], row by row
    bool share = true;       ///< whether gains are shares, printed in percentage points
    QString unit;            ///< of the printed values
    double width = 0.0;      ///< points

    QSizeF size() const; ///< points
    void draw(QPainter& painter) const;

private:
    double left() const;
    double largest() const;
    void drawCell(QPainter& painter, const Cell& cell, const QRectF& place) const;
    void drawKeys(QPainter& painter, double top) const;
};

} // namespace reweigh
