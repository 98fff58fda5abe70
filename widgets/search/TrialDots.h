// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"
#include "widgets/state/OpenStudy.h"

#include <functional>
#include <optional>
#include <vector>

namespace reweigh {

/// Trials as dots of a plot: those the filter leaves out are faint, the selected are ringed. A click picks the nearest dot,
/// arrow keys go from dot to dot, and the pointer learns what a dot is.
class TrialDots : public QObject {
    Q_OBJECT
public:
    struct Dot {
        double x = 0.0, y = 0.0;
        std::int64_t trial = 0;
        bool cross = false; ///< pruned
    };

    /// Words for the tooltip of a dot.
    using Words = std::function<QString(const Dot&)>;

    TrialDots(Plot& plot, Words words);

    /// In the order of the arrow keys.
    void setDots(std::vector<Dot> dots);
    const std::vector<Dot>& dots() const { return m_dots; }
    /// Takes the selection's trials and filter, and colours by the theme.
    void mark(const Selection& selection);

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
    QCPGraph *m_faint, *m_plain, *m_crosses, *m_rings;
};

/// What a pick does to a selection.
void pick(Selection& selection, std::int64_t trial, bool extend);

} // namespace reweigh
