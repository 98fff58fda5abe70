// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/Plot.h"

#include "widgets/plots/PlotNavigator.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace reweigh {
namespace {

constexpr int mostTicks = 5;
constexpr int usualDigits = 4, mostDigits = 15;

bool hasNames(const QCPAxis& axis)
{
    return !axis.ticker().dynamicCast<QCPAxisTickerText>().isNull();
}

/// The ticks that are in sight, with their labels.
struct AxisTicks {
    QVector<double> at;
    QVector<QString> labels;

    AxisTicks(const QCPAxis& axis, int digits)
    {
        axis.ticker()->generate(axis.range(), QLocale(), QLatin1Char('g'), digits, at, nullptr, &labels);
    }
    bool areToldApart() const { return std::ranges::adjacent_find(labels) == labels.end(); }
    double widest(const QFontMetricsF& metrics) const
    {
        double width = 0.0;
        for (const QString& label : labels)
            width = std::max(width, metrics.horizontalAdvance(label));
        return width;
    }
};

/// Lets the axis write so many digits that no two ticks have the same label. About values that are all equal four said "0.1 0.1 0.1 0.1".
void fitDigits(QCPAxis& axis)
{
    axis.ticker()->setTickCount(mostTicks); // fewer lie farther apart
    int digits = usualDigits;
    while (!hasNames(axis) && digits < mostDigits && !AxisTicks(axis, digits).areToldApart())
        ++digits;
    axis.setNumberPrecision(digits);
}

/// Nobody reads a scale off one value: asks for more ticks where fewer than two are in sight, and labels still do not touch.
void wantTwoTicks(QCPAxis& axis)
{
    if (hasNames(axis))
        return;
    const QFontMetricsF metrics(axis.tickLabelFont());
    const int before = axis.ticker()->tickCount();
    for (int count = before; count <= mostTicks; ++count) {
        axis.ticker()->setTickCount(count);
        const AxisTicks seen(axis, axis.numberPrecision());
        if (seen.at.size() < 2)
            continue;
        const double apart = std::abs(axis.coordToPixel(seen.at[1]) - axis.coordToPixel(seen.at[0]));
        if (count == before || apart > 1.1 * (axis.orientation() == Qt::Horizontal ? seen.widest(metrics) : metrics.height()))
            return;
        break;
    }
    axis.ticker()->setTickCount(before);
}

/// Uses five ticks, or fewer if their labels would touch, each with a label of its own.
void fitTicks(QCPAxisRect& rect)
{
    for (QCPAxis* axis : rect.axes()) {
        const QFontMetricsF metrics(axis->tickLabelFont());
        fitDigits(*axis);
        double label = metrics.horizontalAdvance(QStringLiteral("0.0000"));
        if (axis->numberPrecision() > usualDigits)
            label = std::max(label, AxisTicks(*axis, axis->numberPrecision()).widest(metrics));
        const double room = axis->orientation() == Qt::Horizontal ? rect.width() / (1.5 * label) : rect.height() / (1.6 * metrics.height());
        axis->ticker()->setTickCount(std::clamp(int(room), 2, mostTicks));
        wantTwoTicks(*axis);
    }
}

/// The coordinate at `place` as words: "epoch 12.5", or the name of the nearest tick where ticks have names.
QString coordinateText(const QCPAxis& axis, const QPointF& place)
{
    const double value = axis.pixelToCoord(axis.orientation() == Qt::Horizontal ? place.x() : place.y());
    const auto number = [&] { return QLocale().toString(value, 'g', 4); };
    if (const auto named = axis.ticker().dynamicCast<QCPAxisTickerText>()) {
        double nearest = 0.5;
        QString name;
        for (auto tick = named->ticks().constBegin(); tick != named->ticks().constEnd(); ++tick)
            if (std::abs(tick.key() - value) <= nearest) {
                nearest = std::abs(tick.key() - value);
                name = tick.value();
            }
        return name;
    }
    return axis.label().isEmpty() ? number() : QStringLiteral("%1 %2").arg(axis.label(), number());
}

} // namespace

Plot::Plot(QWidget* parent)
    : QCustomPlot(parent)
    , m_navigator(new PlotNavigator(*this))
{
    setAttribute(Qt::WA_NoMousePropagation, false); // what a plot does not take, as a right click, is the panel's around it
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phCacheLabels, true);
    setPlottingHint(QCP::phFastPolylines, true);
    setFocusPolicy(Qt::StrongFocus);
    axisRect()->setMinimumMargins(QMargins(0, 0, 0, 0));
    setMinimumSize(Theme::instance().grid(12), Theme::instance().grid(10));
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &Plot::applyTheme);
    connect(this, &QCustomPlot::beforeReplot, this, [this] {
        Q_EMIT aboutToLayOut();
        // Ticks are made before the axes get their new size, which follows the viewport and the labels. Names made for the size before
        // would overlap, or be left out, until the next drawing.
        if (std::exchange(m_ticksOf, viewport().size()) != viewport().size() || hasNames())
            updateLayout();
        for (QCPAxisRect* rect : axisRects())
            fitTicks(*rect);
    });
}

QCPRange Plot::home(const QCPAxis& axis) const
{
    return m_navigator->home(axis);
}

/// What the first reader says that knows something.
QString Plot::readAt(const QPointF& place) const
{
    for (const Reader& reader : m_readers)
        if (QString said = reader(place); !said.isEmpty())
            return said;
    return {};
}

QString Plot::saysAt(const QPointF& place) const
{
    if (const QString said = readAt(place); !said.isEmpty())
        return said;
    for (QCPAxisRect* rect : axisRects()) {
        if (!rect->visible() || !rect->rect().contains(place.toPoint()))
            continue;
        QStringList said;
        for (const QCPAxis* axis : {rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft)})
            if (const QString text = axis ? coordinateText(*axis, place) : QString(); !text.isEmpty())
                said << text;
        return said.join(QStringLiteral(" · "));
    }
    return {};
}

bool Plot::hasNames() const
{
    return std::ranges::any_of(axisRects(), [](const QCPAxisRect* rect) {
        return std::ranges::any_of(rect->axes(),
                                   [](const QCPAxis* axis) { return !axis->ticker().dynamicCast<QCPAxisTickerText>().isNull(); });
    });
}

QString Plot::rowAt(const QPointF& place) const
{
    for (const QCPAxisRect* rect : axisRects()) {
        const QCPAxis* axis = rect->visible() ? rect->axis(QCPAxis::atLeft) : nullptr;
        const bool beside = place.y() >= rect->top() && place.y() <= rect->bottom() && place.x() <= rect->right();
        if (axis && beside && axis->ticker().dynamicCast<QCPAxisTickerText>())
            return coordinateText(*axis, place);
    }
    return {};
}

bool Plot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !hasNames())
        return QCustomPlot::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const QString name = rowAt(help->pos()); !name.isEmpty()) {
        const QString read = readAt(help->pos());
        QToolTip::showText(help->globalPos(), read.isEmpty() ? name : read, this);
    } else
        QToolTip::hideText();
    return true;
}

void Plot::style(QCPAxisRect& rect)
{
    const Theme& theme = Theme::instance();
    for (QCPAxis* axis : rect.axes()) {
        axis->setTickLabelColor(theme.colour(Role::Dim));
        axis->setTickLabelFont(theme.scopeFont());
        axis->setLabelColor(theme.colour(Role::Dim));
        axis->setLabelFont(theme.scopeFont());
        axis->setBasePen(QPen(theme.colour(Role::Line)));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->grid()->setPen(QPen(theme.colour(Role::Grid)));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(QPen(theme.colour(Role::Line)));
        axis->ticker()->setTickCount(mostTicks);
        axis->setTickLabelPadding(theme.grid(0.75));
        axis->setLabelPadding(theme.grid(0.5));
        axis->setNumberFormat("g");
        axis->setNumberPrecision(usualDigits);
    }
}

void Plot::applyTheme()
{
    const Theme& theme = Theme::instance();
    setBackground(theme.colour(Role::Panel));
    setLocale(QLocale());
    for (QCPAxisRect* rect : axisRects())
        style(*rect);
    if (legend) {
        legend->setBorderPen(Qt::NoPen);
        legend->setBrush(Qt::NoBrush);
        legend->setTextColor(theme.colour(Role::Text));
        legend->setFont(theme.scopeFont());
    }
    replot(rpQueuedReplot);
}

namespace {

/// While it lives, a plot has no legend: the lines' names are hidden, and so is the room beside the axes that is kept for them.
class WithoutLegend {
public:
    explicit WithoutLegend(Plot& plot)
    {
        for (QCPLayerable* part : plot.findChildren<QCPLayerable*>())
            if (part->visible() && (part == plot.legend || part->property("legend").toBool())) {
                part->setVisible(false);
                m_hidden.push_back(part);
            }
        for (QCPAxisRect* rect : plot.axisRects()) {
            const QMargins margins = rect->minimumMargins();
            m_margins.emplace_back(rect, margins);
            rect->setMinimumMargins({margins.left(), margins.top(), 0, margins.bottom()});
        }
    }
    ~WithoutLegend()
    {
        for (QCPLayerable* part : m_hidden)
            part->setVisible(true);
        for (const auto& [rect, margins] : m_margins)
            rect->setMinimumMargins(margins);
    }
    WithoutLegend(const WithoutLegend&) = delete;
    WithoutLegend& operator=(const WithoutLegend&) = delete;

private:
    std::vector<QCPLayerable*> m_hidden;
    std::vector<std::pair<QCPAxisRect*, QMargins>> m_margins;
};

} // namespace

void Plot::paintInto(QPainter& painter, const QRect& target, bool withLegend)
{
    auto& plotPainter = static_cast<QCPPainter&>(painter); // FigureExport always passes one
    const std::unique_ptr<WithoutLegend> hiding = withLegend ? nullptr : std::make_unique<WithoutLegend>(*this);
    // Ticks and labels follow the size at a replot, which this is not.
    const QRect onScreen = viewport();
    setViewport(QRect(QPoint(), target.size()));
    m_ticksOf = {};
    Q_EMIT beforeReplot();
    plotPainter.save();
    plotPainter.translate(target.topLeft());
    toPainter(&plotPainter, target.width(), target.height());
    plotPainter.restore();
    setViewport(onScreen);
    replot(rpQueuedReplot);
}

void Plot::setLog(QCPAxis& axis, bool log)
{
    axis.setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(log ? QSharedPointer<QCPAxisTicker>(new LogTicker) : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis.ticker()->setTickCount(mostTicks);
}

void Plot::growTo(QCPAxis& axis, double low, double high)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return;
    const auto* plot = qobject_cast<const Plot*>(axis.parentPlot());
    const QCPRange now = plot ? plot->home(axis) : axis.range();
    const bool fits = low >= now.lower && high <= now.upper && (high - low) * 2 >= now.size();
    if (fits)
        return;
    const double span = high > low ? high - low : high != 0.0 ? std::abs(high) * 0.1 : 1.0;
    const double step = std::pow(10.0, std::floor(std::log10(span)));
    const double unit = span / step < 2 ? step / 5 : span / step < 5 ? step / 2 : step;
    const double from = std::floor(low / unit + 1e-9), to = std::ceil(high / unit - 1e-9);
    const double beyond = from == to ? 1.0 : 0.0; // a single round value, around which there must be a range
    axis.setRange((from - beyond) * unit, (to + beyond) * unit);
}

} // namespace reweigh
