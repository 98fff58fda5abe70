// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"

#include <algorithm>
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
