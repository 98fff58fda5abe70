// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/landscape/ParallelInfo.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <memory>

class QPainter;

namespace reweigh {

/// Where the axes stand: column i at `x(i)`, place 0 to 1 from `bottom` to `top`.
struct ParallelFrame {
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0; ///< `bottom`: of place 0; what is absent lies below
    std::size_t axes = 0;

    double x(std::size_t axis) const { return axes < 2 ? left : left + (right - left) * double(axis) / double(axes - 1); }
    double y(double place) const { return bottom - (bottom - top) * place; }
    double place(double y) const { return (bottom - y) / (bottom - top); }
    friend bool operator==(const ParallelFrame&, const ParallelFrame&) = default;
};

/// Colours are passed along: lines are painted off the GUI thread too.
struct ParallelInk {
    QColor faint;      ///< with alpha: what many lines share shows stronger
    bool byMerit = false;
    bool dark = false; ///< the panel

    /// Of a brushed line: the best stand out most from the panel.
    QColor strong(double merit) const;
};

/// Paints the lines with `which[line]` equal to `wanted`, the best last; with `ink.byMerit` in strong colours.
/// Thread: any.
void paintLines(QPainter& painter, const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                const ParallelInk& ink);

/// The same into a picture of `size` at `ratio` device pixels.
QImage linePicture(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                   const ParallelInk& ink, QSize size, double ratio);

/// The line nearest to `point` among those with `which`, at most `reach` away; -1: none.
int nearestLine(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, QPointF point, double reach);

} // namespace reweigh
