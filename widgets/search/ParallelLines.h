// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace reweigh {

/// Complete trials as lines over upright axes: every parameter, and last the value. A place is 0 at an axis' lower end and 1
/// at its upper one; a trial that lacks the parameter lies at `absentPlace`, below.
struct ParallelInfo {
    static constexpr double absentPlace = -0.1;

    std::vector<ParameterAxis> axes; ///< the last has an empty name: the value
    std::vector<std::int64_t> trials;
    std::vector<float> places; ///< [trial][axis]
    std::vector<char> lacking;         ///< by axis: some trial lacks the parameter
    Direction direction = Direction::Maximize;

    std::size_t lines() const { return trials.size(); }
    bool anyLacking() const { return std::ranges::find(lacking, char(1)) != lacking.end(); }
    float place(std::size_t line, std::size_t axis) const { return places[line * axes.size() + axis]; }
    /// The share of the way from the worst value to the best.
    double merit(std::size_t line) const;
};

ParallelInfo parallelInfo(const TrialRefs& trials, Direction direction);

double placeOf(const ParameterAxis& axis, double value);
double valueAt(const ParameterAxis& axis, double place);

/// Stretches of axes; a line passes that lies within all of them.
class ParallelBrushes {
public:
    using Stretch = std::pair<double, double>; ///< places, ascending

    explicit ParallelBrushes(std::size_t axes = 0)
        : m_stretches(axes)
    {
    }

    bool any() const;
    const std::optional<Stretch>& at(std::size_t axis) const { return m_stretches[axis]; }
    /// Ends in any order; cut to where lines can be.
    void set(std::size_t axis, double from, double to);
    void clear(std::size_t axis) { m_stretches[axis].reset(); }
    void clear() { m_stretches.assign(m_stretches.size(), std::nullopt); }

    bool passes(const ParallelInfo& info, std::size_t line) const;
    /// The same values on axes whose ends have moved; none where these are other axes.
    ParallelBrushes carried(const std::vector<ParameterAxis>& from, const std::vector<ParameterAxis>& to) const;

private:
    std::vector<std::optional<Stretch>> m_stretches;
};

} // namespace reweigh

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
