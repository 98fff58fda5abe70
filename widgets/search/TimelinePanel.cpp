// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/TimelinePanel.h"

#include "widgets/plots/WholeTicker.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

struct BarStyle {
    TrialState state;
    Role role;
    Qt::BrushStyle fill; ///< tells states apart without colour
};

constexpr std::array<BarStyle, 4> barStyles = {{{TrialState::Complete, Role::Done, Qt::SolidPattern},
                                                {TrialState::Pruned, Role::Dim, Qt::Dense4Pattern},
                                                {TrialState::Failed, Role::Bad, Qt::BDiagPattern},
                                                {TrialState::Running, Role::Selection, Qt::SolidPattern}}};

void addBar(QVector<QCPCurveData>& bars, double from, double to, double lane)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    bars.append({double(bars.size()), from, lane});
    bars.append({double(bars.size()), to, lane});
    bars.append({double(bars.size()), nan, nan});
}

} // namespace

TimelinePanel::TimelinePanel(Workbench& bench, QWidget* parent)
    : DotsPanel(QStringLiteral("timeline"), tr("Timeline"), bench, parent)
    , m_faint(new QCPCurve(plot().xAxis, plot().yAxis))
    , m_laneLabel(new FittedLabel(plot(), *plot().yAxis))
{
    for (QCPCurve*& bars : m_bars)
        bars = new QCPCurve(plot().xAxis, plot().yAxis);
    addDots();
    plot().yAxis->setRangeReversed(true);
    connect(&plot(), &QCustomPlot::beforeReplot, this, &TimelinePanel::fitBars);
}

TimelinePanel::Unit TimelinePanel::unitFor(double end)
{
    if (end > 7200.0)
        return {3600.0, tr("hours since the first trial began")};
    return end > 180.0 ? Unit{60.0, tr("minutes since the first trial began")} : Unit{1.0, tr("seconds since the first trial began")};
}

void TimelinePanel::refresh()
{
    const auto snapshot = study().snapshot();
    // Of a study that another program made nobody knows whether it still runs; its running trials are shown up to now.
    const bool running = snapshot->beingWritten || !snapshot->facts;
    m_info = timelineInfo(trialRefs(snapshot->trials), running ? std::optional(currentTime()) : std::nullopt);
    if (m_info.bars.empty()) {
        m_dots->setDots({});
        showEmpty(tr("When each trial ran, and how many at once. It begins with the first trial."), bench().action(QStringLiteral("run")));
        return;
    }
    double end = 0.0;
    for (const TimelineInfo::Bar& bar : m_info.bars)
        end = std::max(end, bar.to);
    const Unit unit = unitFor(end);
    m_unit = unit.seconds;
    plot().xAxis->setLabel(unit.label);
    const double span = std::max(end / m_unit, 1e-3);
    plot().xAxis->setRange(-0.02 * span, 1.03 * span);
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    plot().yAxis->setRange(0.4, m_info.lanes + 0.6);
    m_laneLabel->set(tr("trials at once"));
    std::vector<TrialDots::Dot> dots;
    for (const TimelineInfo::Bar& bar : m_info.bars)
        if (bar.last)
            dots.push_back({bar.to / m_unit, bar.lane + 1.0, bar.number, bar.state == TrialState::Pruned});
    m_dots->setDots(std::move(dots));
    showBody();
    const QString lanes = QLocale().toString(m_info.lanes), busy = QLocale().toString(int(std::lround(100.0 * m_info.busy())));
    QString scope = m_info.whole > 0 ? tr("at most %1 at once · whether a trial was interrupted is not stored").arg(lanes)
                                     : tr("at most %1 at once, %2 % of the time used").arg(lanes, busy);
    if (m_info.left > 0)
        scope = tr("%1 · %2 without times").arg(scope, QLocale().toString(m_info.left));
    setScope(scope);
    mark();
}

void TimelinePanel::mark()
{
    const Theme& theme = Theme::instance();
    const Selection& selection = study().selection();
    QVector<QCPCurveData> faint;
    std::array<QVector<QCPCurveData>, barStyles.size()> bars;
    for (const TimelineInfo::Bar& bar : m_info.bars) {
        const auto style = std::ranges::find(barStyles, bar.state, &BarStyle::state);
        const bool shown = selection.passes(bar.number) && style != barStyles.end();
        addBar(shown ? bars[std::size_t(style - barStyles.begin())] : faint, bar.from / m_unit, bar.to / m_unit, bar.lane + 1.0);
    }
    m_faint->setPen(QPen(theme.tint(Role::Dim, 0.2), 1.0, Qt::SolidLine, Qt::FlatCap));
    m_faint->data()->set(faint, true);
    for (std::size_t i = 0; i < barStyles.size(); ++i) {
        m_bars[i]->setPen(QPen(QBrush(theme.tint(barStyles[i].role, 0.7), barStyles[i].fill), 1.0, Qt::SolidLine, Qt::FlatCap));
        m_bars[i]->data()->set(bars[i], true);
    }
    m_dots->mark(selection);
}

/// Bars are as thick as their lanes allow, also in an exported figure.
void TimelinePanel::fitBars()
{
    const double lane = plot().axisRect()->height() / std::max(1.0, plot().yAxis->range().size());
    const double width = std::clamp(0.6 * lane, 1.0, double(Theme::instance().grid(2.5)));
    const auto fit = [width](QCPCurve& curve) {
        QPen pen = curve.pen();
        pen.setWidthF(width);
        curve.setPen(pen);
    };
    fit(*m_faint);
    for (QCPCurve* bars : m_bars)
        fit(*bars);
}

QString TimelinePanel::words(const TrialDots::Dot& dot) const
{
    const auto bar = std::ranges::find(m_info.bars, dot.trial, &TimelineInfo::Bar::number);
    if (bar == m_info.bars.end())
        return {};
    const QString number = QLocale().toString(qint64(bar->number)), seconds = QLocale().toString(bar->seconds, 'f', 1);
    switch (bar->state) {
    case TrialState::Pruned: return tr("trial %1: pruned after %2 s").arg(number, seconds);
    case TrialState::Failed: return tr("trial %1: failed after %2 s").arg(number, seconds);
    case TrialState::Running: return tr("trial %1: running for %2 s").arg(number, seconds);
    default: return tr("trial %1: done in %2 s").arg(number, seconds);
    }
}

QString TimelinePanel::summary() const
{
    if (m_info.bars.empty())
        return tr("No trial yet.");
    return tr("%n trial(s) over time: %1.", nullptr, int(std::ranges::count(m_info.bars, true, &TimelineInfo::Bar::last))).arg(scope());
}

FigureTable TimelinePanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QStringLiteral("from_seconds"), QStringLiteral("to_seconds"), QStringLiteral("lane"),
                       QStringLiteral("ended")},
                      {}};
    for (const TimelineInfo::Bar& bar : m_info.bars)
        table.rows.push_back({qlonglong(bar.number), bar.from, bar.to, bar.lane + 1, bar.open || !bar.last ? 0 : 1});
    return table;
}

} // namespace reweigh
