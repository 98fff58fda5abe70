// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/AccuracyPlot.h"

#include "core/base/Stats.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/SeriesPens.h"
#include "widgets/plots/WholeTicker.h"
#include "widgets/text/FigureText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr double labelGap = 0.03; ///< between the axes and the column at their right, of the width of the axes

} // namespace

const std::array<SplitStyle, 4>& splitStyles()
{
    static const std::array<SplitStyle, 4> styles = {{
        {"validation", &EpochFigures::validation, Role::Validation},
        {"test", &EpochFigures::test, Role::Test},
        {"meta", &EpochFigures::meta, Role::Meta},
        {"train", &EpochFigures::train, Role::Train},
    }};
    return styles;
}

double metricOf(const SplitFigures& split, CurveMetric metric)
{
    switch (metric) {
    case CurveMetric::Accuracy: return split.accuracy;
    case CurveMetric::BalancedAccuracy: return split.balancedAccuracy;
    case CurveMetric::FewImages: return split.few;
    case CurveMetric::Loss: return split.loss;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

RunSeries curveSeries(const CurveRun& run, const SplitStyle& split, CurveMetric metric, CurveAxis axis)
{
    RunSeries series;
    if (!run.trained)
        return series;
    for (const EpochFigures& epoch : run.trained->epochs) {
        series.x.push_back(axis == CurveAxis::Epoch  ? epoch.epoch
                           : axis == CurveAxis::Step ? double(epoch.epoch) * run.stepsPerEpoch
                                                     : epoch.secondsElapsed);
        series.y.push_back(metricOf(epoch.*split.figures, metric));
    }
    return series;
}

SplitLines splitLines(const std::vector<CurveRun>& group, const SplitStyle& split, CurveMetric metric, CurveAxis axis)
{
    SplitLines lines;
    std::size_t shortest = std::numeric_limits<std::size_t>::max();
    for (const CurveRun& run : group) {
        RunSeries series = curveSeries(run, split, metric, axis);
        if (series.x.empty())
            continue;
        shortest = std::min(shortest, series.x.size());
        lines.runs.push_back(std::move(series));
    }
    if (lines.runs.empty())
        return lines;
    lines.band = runBand(lines.runs);
    std::vector<double> last;
    for (const RunSeries& run : lines.runs)
        if (std::isfinite(run.y[shortest - 1]))
            last.push_back(run.y[shortest - 1]);
    const MeanInterval interval = meanInterval(last);
    lines.mean = interval.mean;
    lines.halfWidth = interval.halfWidth;
    lines.n = interval.n;
    return lines;
}

QString AccuracyPlot::figure(double value)
{
    return shownMetric(value, 3);
}

QString AccuracyPlot::splitName(const SplitStyle& split)
{
    switch (split.role) {
    case Role::Validation: return tr("validation");
    case Role::Test: return tr("test");
    case Role::Meta: return tr("meta");
    default: return tr("train, observed labels");
    }
}

QString AccuracyPlot::axisName(CurveAxis axis)
{
    return axis == CurveAxis::Epoch ? tr("epoch") : axis == CurveAxis::Step ? tr("step") : tr("seconds of training");
}

AccuracyPlot::AccuracyPlot(Plot& plot)
    : QObject(&plot)
    , m_plot(plot)
{
    connect(&plot, &Plot::aboutToLayOut, this, &AccuracyPlot::fitColumn);
}

/// Gives the column at the right the width of its words, but at most half of the plot, which has another size in a figure than on screen;
/// words that do not fit are shortened. A figure without a legend has no column.
void AccuracyPlot::fitColumn()
{
    if (m_plot.axisRect()->minimumMargins().right() == 0)
        return;
    const int whole = m_plot.viewport().width(), column = std::min(m_columnWidth, std::max(Theme::instance().grid(12), whole / 2));
    m_plot.axisRect()->setMinimumMargins(QMargins(0, 0, column, 0));
    const QFontMetrics metrics(Theme::instance().scopeFont());
    const int room = column - int(std::ceil(labelGap * (whole - column)));
    for (int i = 0; i < m_plot.itemCount(); ++i)
        if (auto* item = qobject_cast<QCPItemText*>(m_plot.item(i)); item && item->objectName() == QLatin1String("label")) {
            QStringList lines = item->property("whole").toString().split(QLatin1Char('\n'));
            for (QString& line : lines)
                line = metrics.elidedText(line, Qt::ElideMiddle, room);
            item->setText(lines.join(QLatin1Char('\n')));
        }
}

int AccuracyPlot::columnHeight() const
{
    return int(std::ceil(m_column)) + QFontMetrics(Theme::instance().scopeFont()).height(); // it begins a line below the upper edge
}

void AccuracyPlot::begin(const QStringList& names)
{
    m_plot.clearPlottables();
    for (int i = m_plot.itemCount() - 1; i >= 0; --i)
        if (m_plot.item(i)->objectName() == QLatin1String("label"))
            m_plot.removeItem(m_plot.item(i));
    m_column = 0.0;
    m_full = false;
    m_low = std::numeric_limits<double>::infinity();
    m_high = -m_low;
    m_end = 0.0;
    const QFontMetrics metrics(Theme::instance().scopeFont());
    int widest = metrics.horizontalAdvance(QStringLiteral("━ ") + splitName(splitStyles()[3]));
    for (const QString& name : names)
        widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("╌·· %1").arg(name))
                                      + metrics.horizontalAdvance(QStringLiteral(" 0.000")));
    m_columnWidth = widest + Theme::instance().grid(4);
    m_plot.axisRect()->setMinimumMargins(QMargins(0, 0, m_columnWidth, 0));
    fitColumn();
}

void AccuracyPlot::include(double x, double y)
{
    if (!std::isfinite(y))
        return;
    m_low = std::min(m_low, y);
    m_high = std::max(m_high, y);
    m_end = std::max(m_end, x);
}

void AccuracyPlot::drawOther(const std::vector<std::pair<int, double>>& points, bool alone, bool selected)
{
    QVector<double> x, y;
    for (const auto& [step, value] : points) {
        x << step;
        y << value;
        if (alone)
            include(step, value);
    }
    QCPGraph* graph = m_plot.addGraph();
    const Theme& theme = Theme::instance();
    graph->setPen(selected ? Plot::thick(theme.colour(Role::Selection)) : Plot::thin(theme.tint(Role::Dim, 0.25)));
    graph->setData(x, y, true);
}

void AccuracyPlot::drawTrace(const StepTrace& trace, CurveAxis axis)
{
    if (trace.size() < 2)
        return;
    const Theme& theme = Theme::instance();
    const auto most = std::size_t(std::max(200, m_plot.axisRect()->width()));
    const std::vector<double>& x = axis == CurveAxis::Epoch ? trace.epochs() : axis == CurveAxis::Step ? trace.steps() : trace.seconds();
    const auto draw = [&](const MinMaxPyramid& values, const QPen& pen) {
        QVector<QCPGraphData> data;
        for (const MinMaxPyramid::Point& point : values.decimated(0, values.size(), most)) {
            data.push_back({x[point.index], point.value});
            include(x[point.index], point.value);
        }
        QCPGraph* graph = m_plot.addGraph();
        graph->setPen(pen);
        graph->setAntialiased(false); // the trace has many short lines: antialiasing would be slow and hardly visible
        graph->setAdaptiveSampling(false);
        graph->data()->set(data, true);
    };
    draw(trace.raw(), Plot::thin(theme.tint(Role::Train, 0.35)));
    draw(trace.smoothed(), Plot::thin(theme.colour(Role::Train)));
}

void AccuracyPlot::drawBand(const RunBand& band, const QColor& colour)
{
    QCPGraph* high = m_plot.addGraph();
    QCPGraph* low = m_plot.addGraph();
    high->setPen(Qt::NoPen);
    low->setPen(Qt::NoPen);
    high->setData(plotted(band.x), plotted(band.high), true);
    low->setData(plotted(band.x), plotted(band.low), true);
    QColor fill = colour; // bands overlap, so the fill is transparent
    fill.setAlphaF(0.14F);
    high->setBrush(fill);
    high->setChannelFillGraph(low);
    high->setLayer(QStringLiteral("background"));
    low->setLayer(QStringLiteral("background"));
}

void AccuracyPlot::drawSplit(const SplitStyle& split, const SplitLines& lines, double smoothing)
{
    const Theme& theme = Theme::instance();
    const QColor colour = theme.colour(split.role);
    const Qt::PenStyle dash = split.role == Role::Meta ? Qt::DashLine : Qt::SolidLine;
    const bool several = lines.runs.size() > 1;
    if (several)
        drawBand(lines.band, colour);
    for (const RunSeries& run : lines.runs) {
        QCPGraph* graph = m_plot.addGraph();
        graph->setPen(Plot::thin(theme.tint(split.role, several ? 0.45 : 0.4), dash));
        graph->setData(plotted(run.x), plotted(run.y), true);
        for (std::size_t i = 0; i < run.x.size(); ++i)
            include(run.x[i], run.y[i]);
    }
    QCPGraph* mean = m_plot.addGraph();
    mean->setLayer(QStringLiteral("axes")); // above all thin lines
    mean->setObjectName(QString::fromLatin1(split.key));
    mean->setName(splitName(split));
    QPen pen = Plot::thick(colour, dash);
    if (split.role == Role::Train)
        pen.setWidthF(1.4);
    mean->setPen(pen);
    mean->setData(plotted(lines.band.x), plotted(smoothed(lines.band.mean, smoothing)), true);
    if (lines.band.x.size() == 1)
        mean->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
    label(split, lines);
}

void AccuracyPlot::drawThing(const QString& name, int place, const SplitStyle& split, const SplitLines& lines, double smoothing, bool first)
{
    if (lines.runs.empty())
        return;
    const QPen full = seriesPen(place);
    QColor faint = full.color();
    faint.setAlphaF(0.4F);
    const bool several = lines.runs.size() > 1;
    if (first && several) {
        drawBand(lines.band, full.color());
        for (const RunSeries& run : lines.runs) {
            QCPGraph* graph = m_plot.addGraph();
            graph->setPen(Plot::thin(faint));
            graph->setData(plotted(run.x), plotted(run.y), true);
        }
    }
    for (const RunSeries& run : lines.runs)
        for (std::size_t i = 0; i < run.x.size(); ++i)
            include(run.x[i], run.y[i]);
    QCPGraph* mean = m_plot.addGraph();
    mean->setObjectName(QStringLiteral("%1 %2").arg(QString::fromLatin1(split.key), name));
    mean->setName(name);
    mean->setPen(first ? full : Plot::thin(faint, split.role == Role::Meta ? Qt::DashLine : Qt::SolidLine));
    mean->setData(plotted(lines.band.x), plotted(smoothed(lines.band.mean, smoothing)), true);
    if (first)
        mean->setLayer(QStringLiteral("axes")); // above all thin lines
    if (lines.band.x.size() == 1)
        mean->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, first ? 6 : 4));
    if (!first)
        return;
    write(QStringLiteral("%1 %2%3%4").arg(seriesMark(full), name, several ? QStringLiteral("\n") : QStringLiteral("  "), valueOf(lines)),
          full.color());
}

/// One finite run has no interval, however many others diverged.
QString AccuracyPlot::valueOf(const SplitLines& lines)
{
    return lines.n > 1 ? tr("%1 ± %2  n %3").arg(figure(lines.mean), figure(lines.halfWidth)).arg(lines.n) : figure(lines.mean);
}

void AccuracyPlot::label(const SplitStyle& split, const SplitLines& lines)
{
    if (lines.runs.empty())
        return;
    const QString mark = split.role == Role::Meta ? QStringLiteral("╌") : QStringLiteral("━");
    write(tr("%1 %2\n%3").arg(mark, splitName(split), valueOf(lines)), Theme::instance().colour(split.role));
}

void AccuracyPlot::write(const QString& text, const QColor& colour)
{
    const int line = QFontMetrics(Theme::instance().scopeFont()).height();
    const double height = line * (text.contains(QLatin1Char('\n')) ? 2.6 : 1.3), room = std::max(15.0 * line, double(m_plot.height()));
    if (m_full)
        return;
    m_full = m_column + height + 2.6 * line > room;
    auto* item = new QCPItemText(&m_plot);
    item->setObjectName(QStringLiteral("label"));
    item->setClipToAxisRect(false);
    Plot::markAsLegend(*item);
    item->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    item->setTextAlignment(Qt::AlignLeft);
    item->position->setType(QCPItemPosition::ptAxisRectRatio);
    item->position->setTypeY(QCPItemPosition::ptAbsolute);
    item->position->setCoords(1.0 + labelGap, m_column + line);
    item->setFont(Theme::instance().scopeFont());
    item->setColor(colour);
    item->setText(m_full ? QStringLiteral("…") : text);
    item->setProperty("whole", item->text());
    m_column += height;
}

void AccuracyPlot::finish(const Axes& axes)
{
    if (m_column == 0.0) { // no names, no column: room for the half of the axis's last number that stands beyond it
        m_columnWidth = Theme::instance().grid(2);
        fitColumn();
    }
    const QString key =
        QStringLiteral("%1/%2/%3/%4%5").arg(int(axes.metric)).arg(int(axes.axis)).arg(axes.group).arg(axes.logX).arg(axes.logY);
    if (key != std::exchange(m_axesKey, key))
        m_plot.navigator().release(); // what the user zoomed into are other axes than these
    Plot::setLog(*m_plot.xAxis, axes.logX);
    if (!axes.logX && axes.axis != CurveAxis::Seconds)
        m_plot.xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    Plot::setLog(*m_plot.yAxis, axes.logY);
    m_plot.xAxis->setLabel(axisName(axes.axis));
    m_plot.yAxis->setLabel(axes.metric == CurveMetric::Loss ? tr("cross entropy") : tr("accuracy"));
    const double last = axes.axis == CurveAxis::Epoch ? std::max(m_end, double(axes.epochs)) : m_end;
    double first = axes.axis == CurveAxis::Epoch && axes.metric != CurveMetric::Loss ? 1.0 : 0.0;
    if (axes.logX)
        first = std::max(first, last / 1e5);
    m_plot.xAxis->setRange(first, std::max(last, first + 1));
    if (axes.logY)
        m_plot.yAxis->setRange(std::max(1e-4, m_low * 0.9), std::max(1e-3, m_high * 1.1));
    else
        Plot::growTo(*m_plot.yAxis, m_low, m_high);
    m_plot.navigator().shareX(axes.axis == CurveAxis::Epoch && !axes.logX ? QStringLiteral("epoch") : QString());
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

} // namespace reweigh
