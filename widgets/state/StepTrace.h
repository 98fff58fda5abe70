// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunObserver.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace reweigh {

/// Smallest and largest values of a growing series over groups of 4, 16, 64 ... points. Any part of the series can be drawn with a
/// few points per pixel that keep its extremes, however long the series is. Appending costs O(1), drawing O(pixels).
class MinMaxPyramid {
public:
    void append(double value);
    std::size_t size() const { return m_values.size(); }
    double operator[](std::size_t i) const { return m_values[i]; }
    void clear();

    struct Point {
        std::size_t index = 0;
        double value = 0.0;
    };
    /// Points of [first, last) in order of index: all of them if there are at most `atMost`, else the smallest and largest of each
    /// of at most atMost / 2 groups.
    std::vector<Point> decimated(std::size_t first, std::size_t last, std::size_t atMost) const;

private:
    struct Extremes {
        double low, high;
        std::size_t lowAt, highAt;
    };
    Extremes extremes(std::size_t level, std::size_t group) const;

    std::vector<double> m_values;
    std::vector<std::vector<Extremes>> m_levels; ///< [l] holds one entry per full group of 4^(l+1) points
};

/// The step figures of one training, for drawing only: the loss of each step and its exponential moving average.
class StepTrace {
public:
    /// Adds a step: `seconds` that the run has trained, `position` in epochs.
    void append(const StepFigures& step, double seconds, double position);
    void setSmoothing(double smoothing); ///< in [0, 1); recomputes the whole average if it changes

    std::size_t size() const { return m_raw.size(); }
    const MinMaxPyramid& raw() const { return m_raw; }
    const MinMaxPyramid& smoothed() const { return m_smoothed; }
    /// One value per point, ascending: steps since the run began (from 1), epochs (fractional), seconds that the run has
    /// trained, without interruptions.
    const std::vector<double>& steps() const { return m_steps; }
    const std::vector<double>& epochs() const { return m_epochs; }
    const std::vector<double>& seconds() const { return m_seconds; }
    const std::optional<StepFigures>& latest() const { return m_latest; }

private:
    void smooth(double value);

    MinMaxPyramid m_raw, m_smoothed;
    std::vector<double> m_steps, m_epochs, m_seconds;
    std::optional<StepFigures> m_latest;
    double m_smoothing = 0.6;
    double m_sum = 0.0, m_weight = 0.0; ///< of the moving average, corrected for its start
};

} // namespace reweigh
