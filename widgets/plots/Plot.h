// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"
#include "widgets/theme/Theme.h"

#include <cmath>

namespace reweigh {

/// Ticks of a log axis: powers of ten, and 3, or 2 and 5, between them where the axis spans few.
class LogTicker : public QCPAxisTickerLog {
protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override
    {
        const double span = range.lower > 0.0 ? range.upper / range.lower : 0.0;
        if (span <= 0.0 || span > 1e3 || (span > 1e2 && tickCount() < 4))
            return QCPAxisTickerLog::createTickVector(step, range);
        QVector<double> ticks;
        for (double decade = std::pow(10.0, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10.0)
            for (const double part : span > 30.0 ? QVector<double>{1.0, 3.0} : QVector<double>{1.0, 2.0, 5.0})
                ticks.append(part * decade);
        return ticks;
    }
};


/// A QCustomPlot in the house's look: no frame at top and right, a grid fainter than any datum, at most five ticks, figures
/// by locale, colours of the theme.
class Plot : public QCustomPlot {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);

    /// Applies theme colours and fonts to all axis rects (after one was added too).
    void applyTheme();
    /// Styles an axis rect made by hand.
    void style(QCPAxisRect& rect);

    /// 2.2 px for what is looked at, 1 px for the rest.
    static QPen thick(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) { return {QBrush(colour), 2.2, style, Qt::FlatCap}; }
    static QPen thin(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) { return {QBrush(colour), 1.0, style, Qt::FlatCap}; }

    /// Draws the plot into `target` of a figure. The painter is a QCPPainter (widgets/plots/FigureExport makes it).
    void paintInto(QPainter& painter, const QRect& target);

    /// True log axis or linear, with fitting ticks.
    static void setLog(QCPAxis& axis, bool log);
    /// Widens the range in steps so that nothing jumps: only if `low` or `high` lies outside, or the data fill less than half.
    static void growTo(QCPAxis& axis, double low, double high);
};

} // namespace reweigh
