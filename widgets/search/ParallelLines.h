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

class QPainter;

namespace reweigh {

/// Complete trials as lines over vertical axes: one axis per parameter, and the value as the last. A place is a position on an
/// axis, 0 at its lower end and 1 at its upper end. A trial that lacks the parameter lies below the axis, at `absentPlace`.
struct ParallelInfo {
    static constexpr double absentPlace = -0.1;
    static constexpr double lowestPlace = absentPlace - 0.03; ///< how far down a brush may reach

    std::vector<ParameterAxis> axes; ///< the last one, which isValueAxis(), is the trial's value
    std::vector<std::int64_t> trials;
    std::vector<float> places;  ///< row-major [trial][axis]
    std::vector<double> values; ///< of the trials; an infinite one has a place at the end of its axis
    std::vector<char> feasible; ///< one per trial: true if it violates no constraint
    std::vector<char> lacking;  ///< one per axis: true if some trial lacks the parameter
    Direction direction = Direction::Maximize;

    std::size_t lines() const { return trials.size(); }
    bool anyLacking() const { return std::ranges::find(lacking, char(1)) != lacking.end(); }
    float place(std::size_t line, std::size_t axis) const { return places[line * axes.size() + axis]; }
    /// The value of a trial, scaled to 0 for the worst and 1 for the best trial.
    double merit(std::size_t line) const;
};

/// Collects the complete trials among `trials`; without one, the info has no lines. `columns`: further axes, before that of the value.
ParallelInfo parallelInfo(const TrialRefs& trials, Direction direction, const std::vector<ParameterAxis>& columns = {});

/// Whether an axis of a ParallelInfo is that of the value. It has no name, as a parameter may have none too.
inline bool isValueAxis(const ParameterAxis& axis)
{
    return axis.name.empty() && axis.read;
}

/// The place of `value` on `axis`, and the value at a place; the two functions are inverse to each other.
double placeOf(const ParameterAxis& axis, double value);
double valueAt(const ParameterAxis& axis, double place);

/// The brushed intervals of axes, at most one per axis. A line passes if it lies within all of them.
class ParallelBrushes {
public:
    using Stretch = std::pair<double, double>; ///< places, ascending

    explicit ParallelBrushes(std::size_t axes = 0)
        : m_stretches(axes)
    {
    }

    bool any() const;
    const std::optional<Stretch>& at(std::size_t axis) const { return m_stretches[axis]; }
    /// Brushes an axis between two places in any order, limited to the places where lines can lie.
    void set(std::size_t axis, double from, double to);
    void clear(std::size_t axis) { m_stretches[axis].reset(); }
    void clear() { m_stretches.assign(m_stretches.size(), std::nullopt); }

    bool passes(const ParallelInfo& info, std::size_t line) const;
    /// The brushes over the same values on the axes `to`, whose ends may differ from those of `from`. No brush is left if the names
    /// of the axes differ.
    ParallelBrushes carried(const std::vector<ParameterAxis>& from, const std::vector<ParameterAxis>& to) const;

private:
    std::vector<std::optional<Stretch>> m_stretches;
};

/// The pixel coordinates of the axes: axis i stands at `x(i)`, and places 0 to 1 run from `bottom` to `top`. Of a plot that is zoomed they may
/// lie far outside `seen`.
struct ParallelFrame {
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0; ///< `bottom` is at place 0; lines of absent parameters run below it
    std::size_t axes = 0;
    std::vector<double> stops; ///< shares of the way from `left` to `right`, one per axis; empty: at equal distances
    QRectF seen = QRectF();    ///< the room of axes and lines
    bool zoomed = false;       ///< what lies outside `seen` is not drawn

    double x(std::size_t axis) const
    {
        if (!stops.empty())
            return left + (right - left) * stops[axis];
        return axes < 2 ? left : left + (right - left) * double(axis) / double(axes - 1);
    }
    double y(double place) const { return bottom - (bottom - top) * place; }
    double place(double y) const { return (bottom - y) / (bottom - top); }
    /// Whether a point of this abscissa, or of this ordinate, is drawn.
    bool showsX(double x) const { return !zoomed || (x >= seen.left() - 0.5 && x <= seen.right() + 0.5); }
    bool showsY(double y) const { return !zoomed || (y >= seen.top() - 0.5 && y <= seen.bottom() + 0.5); }
    friend bool operator==(const ParallelFrame&, const ParallelFrame&) = default;
};

/// The colours of lines, passed as values because lines are painted off the GUI thread too.
struct ParallelInk {
    QColor faint; ///< transparent, so that places with many lines appear stronger
    bool byMerit = false;
    bool dark = false; ///< the panel has a dark background

    /// Colour of a line that passes; the better the trial, the stronger the contrast with the panel. `merit` in [0, 1].
    QColor strong(double merit) const;
};

/// Paints the lines for which `which[line]` equals `wanted`; `which` has one value per line. With `ink.byMerit` the lines have
/// strong colours, and the best are painted last.
/// Thread: any.
void paintLines(QPainter& painter, const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                const ParallelInk& ink);

/// Paints the same into an image of `size` with device pixel ratio `ratio`.
QImage linePicture(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                   const ParallelInk& ink, QSize size, double ratio);

/// The index of the line nearest to `point` among those with a true `which`, less than `reach` pixels away; -1 if there is none.
int nearestLine(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, QPointF point, double reach);

} // namespace reweigh
