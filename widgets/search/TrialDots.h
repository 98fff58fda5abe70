// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"
#include "widgets/state/OpenStudy.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace reweigh {

/// Trials as dots of a plot: those outside the filter are faint, the selected have a ring. A click picks the nearest dot, arrow
/// keys move from dot to dot, and a tooltip describes the dot under the pointer.
class TrialDots : public QObject {
    Q_OBJECT
public:
    struct Dot {
        double x = 0.0, y = 0.0; ///< infinite: drawn at that end of its axis
        std::int64_t trial = 0;
        bool cross = false;                                      ///< drawn as a cross, for a pruned trial
        double shade = std::numeric_limits<double>::quiet_NaN(); ///< in [0, 1]: its colour on Theme::merit(), 1 with the most contrast
    };

    /// Returns the text of a dot's tooltip.
    using Words = std::function<QString(const Dot&)>;

    TrialDots(Plot& plot, Words words);

    /// Sets the dots; their order is that of the arrow keys.
    void setDots(std::vector<Dot> dots);
    const std::vector<Dot>& dots() const { return m_dots; }
    /// Draws the dots according to the selection, its filter and the theme.
    void mark(const Selection& selection);

    /// The dot nearest to `pixel`; none if it is too far away.
    std::optional<Dot> nearest(QPointF pixel) const;
    QPointF pixelOf(const Dot& dot) const;

Q_SIGNALS:
    /// `extend`: add to the selection.
    void picked(qint64 trial, bool extend);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool step(int by);
    QCPGraph* addGraph(QCPScatterStyle::ScatterShape shape);

    Plot& m_plot;
    Words m_words;
    std::vector<Dot> m_dots;
    std::optional<std::int64_t> m_current;
    Selection::Trials m_ringed;
    QCPGraph *m_faint, *m_plain, *m_crosses;
    std::vector<QCPGraph*> m_shaded; ///< by shade; made when a dot first has one
    QCPGraph* m_rings;
};

/// The place on `axis` at which `value` is drawn: an infinite one at the end of the visible range.
double placeOn(const QCPAxis& axis, double value);

/// A shift in [-1, 1) that depends only on the trial's number and is evenly spread over trials. It separates dots that would
/// overlap.
double jitter(std::int64_t trial);

/// The least and the largest finite value; (0, 1) if none is finite. For the range of an axis.
template <typename Values, typename Value> std::pair<double, double> finiteRange(const Values& values, Value value)
{
    std::pair<double, double> range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const auto& entry : values)
        if (const double at = std::invoke(value, entry); std::isfinite(at))
            range = {std::min(range.first, at), std::max(range.second, at)};
    return range.first > range.second ? std::pair(0.0, 1.0) : range;
}

/// The room beside equal values on an axis: small against them, so that values of any size can be told apart.
inline double smallestRoom(double low, double high)
{
    const double size = std::max(std::abs(low), std::abs(high));
    return size > 0.0 ? 1e-6 * size : 1e-6;
}

/// Applies a pick to a selection: selects `trial` alone, or with `extend` in addition.
void pick(Selection& selection, std::int64_t trial, bool extend);

} // namespace reweigh
