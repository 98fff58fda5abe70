// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RunBand.h"
#include "core/live/follow/RunEpochs.h"
#include "widgets/plots/Plot.h"
#include "widgets/state/StepTrace.h"
#include "widgets/theme/Theme.h"

#include <QObject>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace reweigh {

enum class CurveMetric { Accuracy, BalancedAccuracy, FewImages, Loss };
enum class CurveAxis { Epoch, Step, Seconds };

/// How one data split is drawn. splitStyles() holds all four in the order in which they are listed.
struct SplitStyle {
    const char* key; ///< "validation"
    SplitFigures EpochFigures::*figures;
    Role role;
};
const std::array<SplitStyle, 4>& splitStyles();

/// The value of `metric` in the figures of one split.
double metricOf(const SplitFigures& split, CurveMetric metric);

/// One training to draw.
struct CurveRun {
    std::string name; ///< "#6", "fixed, seed 2"
    std::shared_ptr<const RunEpochs> trained;
    int stepsPerEpoch = 1;
    int epochs = 0; ///< that it will have; 0: it has them, or nobody knows
};

/// The values of one split per epoch of one training, over the chosen axis; empty if its epochs were not read.
RunSeries curveSeries(const CurveRun& run, const SplitStyle& split, CurveMetric metric, CurveAxis axis);

/// The lines of one split over a group of trainings.
struct SplitLines {
    std::vector<RunSeries> runs;
    RunBand band;
    /// At the last epoch that every run has reached: mean, half-width of the 95 % interval (infinite for one run) and number of
    /// runs.
    double mean = 0.0, halfWidth = 0.0;
    int n = 0;
};

/// The lines of one split over the trainings of `group` that have an epoch; without one, n is 0.
SplitLines splitLines(const std::vector<CurveRun>& group, const SplitStyle& split, CurveMetric metric, CurveAxis axis);

/// Draws curves into a plot. Call in this order, from back to front: begin(), drawOther(), drawTrace(), then drawSplit() for each split
/// of the one thing in view, or drawThing() for each split of each of several, and finish().
class AccuracyPlot : public QObject {
    Q_OBJECT
public:
    explicit AccuracyPlot(Plot& plot);

    /// Removes what was drawn. `names` are those of several things, for the width of the column at the right.
    void begin(const QStringList& names = {});
    /// Draws what a trial reported, (epoch, value), as a faint line, or as that of a selected one. `alone`: no epochs are drawn, and the axes
    /// fit it.
    void drawOther(const std::vector<std::pair<int, double>>& points, bool alone, bool selected);
    /// Draws the loss of every step and its moving average.
    void drawTrace(const StepTrace& trace, CurveAxis axis);
    /// Draws thin lines for the runs, a thick one for the mean over its band, and the newest value in the column at the right.
    /// `smoothing` is in [0, 1).
    void drawSplit(const SplitStyle& split, const SplitLines& lines, double smoothing);

    /// Draws one split of the thing `name`, one of several that are compared: in the colour of the place's pen (seriesPen()). The first
    /// split that is shown (`first`) has the full pen, over its seeds as thin lines and their band if there are several runs, and the
    /// name with value and n in the column at the right; the other splits are thin.
    void drawThing(const QString& name, int place, const SplitStyle& split, const SplitLines& lines, double smoothing, bool first);

    struct Axes {
        CurveMetric metric = CurveMetric::Accuracy;
        CurveAxis axis = CurveAxis::Epoch;
        bool logX = false, logY = false;
        int epochs = 0; ///< of the longest run, if known
        QString group;  ///< name of the group; if it changes, the axis ranges are set anew, else they only grow
    };
    void finish(const Axes& axes);

    /// The height in pixels of what stands in the column at the right.
    int columnHeight() const;

    static QString splitName(const SplitStyle& split);
    static QString axisName(CurveAxis axis);
    static QString figure(double value);
    static QString valueOf(const SplitLines& lines);

private:
    void label(const SplitStyle& split, const SplitLines& lines);
    /// Writes the next lines of the column at the right; "…" in place of those for which there is no room.
    void write(const QString& text, const QColor& colour);
    void fitColumn();
    void include(double x, double y);
    void drawBand(const RunBand& band, const QColor& colour);

    Plot& m_plot;
    double m_column = 0.0; ///< pixels of the column at the right that are written
    int m_columnWidth = 0; ///< pixels that its words need
    bool m_full = false;   ///< nothing more is written into it
    double m_low = 0.0, m_high = 0.0, m_end = 0.0;
    QString m_axesKey;
};

} // namespace reweigh
