// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"
#include "widgets/state/StepTrace.h"
#include "widgets/watch/AccuracyLines.h"

#include <QObject>

namespace reweigh {

/// Draws a group's curves into a plot, from the back to the front: begin(), other trials, traces, splits, finish().
class AccuracyPlot : public QObject {
    Q_OBJECT
public:
    explicit AccuracyPlot(Plot& plot)
        : QObject(&plot)
        , m_plot(plot)
    {
    }

    void begin();
    /// A run nobody asked for, faint.
    void drawOther(const std::vector<std::pair<int, double>>& points);
    /// Every step's loss, and its moving average.
    void drawTrace(const StepTrace& trace, CurveAxis axis);
    /// Runs thin, mean thick over its band, and the value in the column at the right.
    void drawSplit(const SplitStyle& split, const SplitLines& lines, double smoothing);

    struct Axes {
        CurveMetric metric = CurveMetric::Accuracy;
        CurveAxis axis = CurveAxis::Epoch;
        bool logX = false, logY = false;
        int epochs = 0;      ///< of the longest run, if known
        QString group;       ///< another group's ranges begin anew; else they only grow
    };
    void finish(const Axes& axes);

    static QString splitName(const SplitStyle& split);
    static QString axisName(CurveAxis axis);
    static QString figure(double value);

private:
    void label(const SplitStyle& split, const SplitLines& lines);
    void include(double x, double y);

    Plot& m_plot;
    int m_labels = 0;
    double m_low = 0.0, m_high = 0.0, m_end = 0.0;
    QString m_axesKey;
};

} // namespace reweigh
