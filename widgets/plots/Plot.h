// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ValueSource.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/theme/Theme.h"

#include <cmath>
#include <functional>
#include <vector>

namespace reweigh {

/// Ticks of a log axis: powers of ten; on an axis that spans few of them also 3, or 2 and 5, times each power.
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

/// Values as QCustomPlot takes them.
inline QVector<double> plotted(const std::vector<double>& values)
{
    return QVector<double>(values.begin(), values.end());
}

class PlotNavigator;

/// A QCustomPlot in the program's style: no frame at top and right, a grid fainter than the data, at most five ticks, numbers
/// formatted by the locale with as many digits as tell ticks apart, colours of the theme. It zooms and pans as PlotNavigator says.
class Plot : public QCustomPlot, public ValueSource {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);

    PlotNavigator& navigator() { return *m_navigator; }
    /// The range that this program has set, also while the user sees another one.
    QCPRange home(const QCPAxis& axis) const;

    /// What a reader says of a point of the widget; empty: nothing.
    using Reader = std::function<QString(const QPointF& place)>;
    /// Adds a reader, which saysAt() asks before it says coordinates.
    void addReader(Reader reader) { m_readers.push_back(std::move(reader)); }
    /// What is under the pointer: what the first reader that knows something says, else the coordinates with the axes' labels.
    QString saysAt(const QPointF& place) const override;
    /// The whole name of the row at `place`, in the plot or beside it, where the y axis has names; else empty. The plot's tool tip says it,
    /// for names that are cut or left out, or what a reader knows of the row.
    QString rowAt(const QPointF& place) const;

    /// Applies the theme's colours and fonts to all axis rects. Call it after adding an axis rect.
    void applyTheme();
    /// Applies the theme to one axis rect.
    void style(QCPAxisRect& rect);

    /// Pens: 2.2 pixels wide for the line that matters most, 1 pixel for the others.
    static QPen thick(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) { return {QBrush(colour), 2.2, style, Qt::FlatCap}; }
    static QPen thin(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) { return {QBrush(colour), 1.0, style, Qt::FlatCap}; }

    /// Draws the plot into the rectangle `target` of a figure, with ticks and labels that fit it. The painter must be a QCPPainter
    /// (widgets/plots/FigureExport makes it). Without `legend` its legend and what markAsLegend() named are left out.
    void paintInto(QPainter& painter, const QRect& target, bool legend);
    /// Says that a part of the plot tells which line is what, as a legend does.
    static void markAsLegend(QCPLayerable& part) { part.setProperty("legend", true); }

    /// Makes an axis logarithmic or linear and gives it suitable ticks.
    static void setLog(QCPAxis& axis, bool log);
    /// Sets the axis to a range with round ends around [low, high], but only if `low` or `high` lies outside the present range or
    /// the data fill less than half of it. So an axis changes rarely while data arrive. Around a single value, low == high, it leaves some
    /// room. Does nothing if a value is not finite or low > high. The present range is home(), not what the user has zoomed into.
    static void growTo(QCPAxis& axis, double low, double high);

Q_SIGNALS:
    /// The plot is drawn in the size of viewport(). What keeps room beside the axes for names makes it fit now.
    void aboutToLayOut();

protected:
    bool event(QEvent* event) override;

private:
    bool hasNames() const;
    QString readAt(const QPointF& place) const;

    PlotNavigator* m_navigator;
    std::vector<Reader> m_readers;
    QSize m_ticksOf; ///< of the viewport for which ticks were made
};

} // namespace reweigh
