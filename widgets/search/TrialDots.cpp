// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/TrialDots.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace reweigh {
namespace {

constexpr int shadeCount = 8;
constexpr double reach = 12.0; ///< largest distance in pixels at which a dot is hit

/// The layer of rings, above all dots. It has a buffer of its own, so that a change of the selection does not redraw the dots.
QCPLayer* ringLayer(QCustomPlot& plot)
{
    if (!plot.layer(QStringLiteral("rings"))) {
        plot.addLayer(QStringLiteral("rings"), plot.layer(QStringLiteral("main")), QCustomPlot::limAbove);
        plot.layer(QStringLiteral("rings"))->setMode(QCPLayer::lmBuffered);
    }
    return plot.layer(QStringLiteral("rings"));
}

void give(QCPGraph& graph, const std::vector<TrialDots::Dot>& dots)
{
    QVector<QCPGraphData> data;
    data.reserve(qsizetype(dots.size()));
    for (const TrialDots::Dot& dot : dots)
        data.append({placeOn(*graph.keyAxis(), dot.x), placeOn(*graph.valueAxis(), dot.y)});
    graph.data()->set(data, false);
}

} // namespace

double placeOn(const QCPAxis& axis, double value)
{
    return std::isinf(value) ? (value > 0.0 ? axis.range().upper : axis.range().lower) : value;
}

double jitter(std::int64_t trial)
{
    const double place = double(trial) * 0.6180339887498949; // multiples of the golden ratio, so that successive trials differ
    return 2.0 * (place - std::floor(place)) - 1.0;
}

TrialDots::TrialDots(Plot& plot, Words words)
    : QObject(&plot)
    , m_plot(plot)
    , m_words(std::move(words))
    , m_faint(addGraph(QCPScatterStyle::ssDisc))
    , m_plain(addGraph(QCPScatterStyle::ssDisc))
    , m_crosses(addGraph(QCPScatterStyle::ssCross))
    , m_rings(addGraph(QCPScatterStyle::ssCircle))
{
    m_rings->setLayer(ringLayer(plot));
    plot.installEventFilter(this);
    plot.addReader([this](const QPointF& place) {
        const auto dot = nearest(place);
        return dot ? m_words(*dot) : QString();
    });
}

QCPGraph* TrialDots::addGraph(QCPScatterStyle::ScatterShape shape)
{
    QCPGraph* graph = m_plot.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(shape, 5));
    return graph;
}

void TrialDots::setDots(std::vector<Dot> dots)
{
    m_dots = std::move(dots);
}

void TrialDots::mark(const Selection& selection)
{
    const Theme& theme = Theme::instance();
    std::vector<Dot> faint, plain, crosses, rings;
    std::vector<std::vector<Dot>> shaded(shadeCount);
    bool anyShade = false;
    for (const Dot& dot : m_dots) {
        const bool passes = selection.passes(dot.trial);
        if (passes && std::isfinite(dot.shade)) {
            shaded[std::size_t(std::clamp(int(dot.shade * shadeCount), 0, shadeCount - 1))].push_back(dot);
            anyShade = true;
        } else {
            (dot.cross && passes ? crosses : passes ? plain : faint).push_back(dot);
        }
        if (selection.trials().contains(dot.trial))
            rings.push_back(dot);
    }
    const bool crowd = m_dots.size() > 2000; // then square dots without antialiasing, which are drawn many times faster
    const double size = theme.grid(crowd ? 0.4 : 0.65);
    const auto style = [&](QCPGraph* graph, QCPScatterStyle::ScatterShape shape, const QColor& colour, double scale, double width) {
        graph->setAntialiasedScatters(!crowd || graph == m_rings);
        graph->setScatterStyle(QCPScatterStyle(
            shape, QPen(colour, width),
            shape == QCPScatterStyle::ssCircle || shape == QCPScatterStyle::ssCross ? QBrush(Qt::NoBrush) : QBrush(colour), size * scale));
    };
    const auto dot = crowd ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssDisc;
    style(m_faint, dot, theme.tint(Role::Dim, 0.28), 1.0, 0.0);
    style(m_plain, dot, theme.colour(Role::Dim), 1.0, 0.0);
    style(m_crosses, QCPScatterStyle::ssCross, theme.colour(Role::Dim), 1.0, 1.2);
    style(m_rings, QCPScatterStyle::ssCircle, theme.colour(Role::Text), crowd ? 4.0 : 2.2, 2.0);
    while (anyShade && m_shaded.size() < std::size_t(shadeCount))
        m_shaded.push_back(addGraph(QCPScatterStyle::ssDisc));
    for (std::size_t i = 0; i < m_shaded.size(); ++i) {
        const double share = double(i) / (shadeCount - 1);
        style(m_shaded[i], dot, theme.merit(theme.dark() ? 0.35 + 0.65 * share : 0.15 + 0.85 * share), crowd ? 1.4 : 1.7, 0.0);
        give(*m_shaded[i], shaded[i]);
    }
    give(*m_faint, faint);
    give(*m_plain, plain);
    give(*m_crosses, crosses);
    give(*m_rings, rings);
    m_current = selection.current();
    m_plot.replot(QCustomPlot::rpQueuedReplot);
}

QPointF TrialDots::pixelOf(const Dot& dot) const
{
    const QCPAxis &x = *m_plain->keyAxis(), &y = *m_plain->valueAxis();
    return {x.coordToPixel(placeOn(x, dot.x)), y.coordToPixel(placeOn(y, dot.y))};
}

std::optional<TrialDots::Dot> TrialDots::nearest(QPointF pixel) const
{
    const Dot* best = nullptr;
    double distance = reach * reach;
    for (const Dot& dot : m_dots) {
        const QPointF way = pixelOf(dot) - pixel;
        if (const double length = QPointF::dotProduct(way, way); length < distance) {
            distance = length;
            best = &dot;
        }
    }
    return best ? std::optional(*best) : std::nullopt;
}

bool TrialDots::step(int by)
{
    if (m_dots.empty())
        return false;
    const auto here = std::ranges::find_if(m_dots, [&](const Dot& dot) { return m_current == dot.trial; });
    const auto at = here == m_dots.end() ? (by > 0 ? -1 : std::ptrdiff_t(m_dots.size())) : here - m_dots.begin();
    const auto next = std::clamp<std::ptrdiff_t>(at + by, 0, std::ptrdiff_t(m_dots.size()) - 1);
    Q_EMIT picked(m_dots[std::size_t(next)].trial, false);
    return true;
}

bool TrialDots::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* press = static_cast<QMouseEvent*>(event);
        const bool zooms = press->modifiers() & Qt::ShiftModifier; // PlotNavigator does
        const auto dot = press->button() == Qt::LeftButton && !zooms ? nearest(press->position()) : std::nullopt;
        if (dot)
            Q_EMIT picked(dot->trial, press->modifiers() & Qt::ControlModifier);
        break;
    }
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool pans = static_cast<QKeyEvent*>(event)->modifiers() & Qt::ShiftModifier;
        if (!pans && (key == Qt::Key_Left || key == Qt::Key_Right))
            return step(key == Qt::Key_Right ? 1 : -1);
        break;
    }
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto dot = nearest(help->pos());
        if (!dot && !m_plot.rowAt(help->pos()).isEmpty())
            return false; // the plot says the row
        if (dot)
            QToolTip::showText(help->globalPos(), m_words(*dot), &m_plot);
        else
            QToolTip::hideText();
        return true;
    }
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void pick(Selection& selection, std::int64_t trial, bool extend)
{
    selection.set(extend ? selection.trials() : Selection::Trials(), trial);
}

} // namespace reweigh
