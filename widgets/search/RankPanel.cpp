// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/RankPanel.h"

#include "core/analysis/TimelineInfo.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/SlicePanel.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Ticks and range of one side: names of categories, or numbers with some room.
void fitSide(QCPAxis& side, const ParameterAxis& axis)
{
    if (axis.categorical) {
        Plot::setLog(side, false);
        const auto names = QSharedPointer<QCPAxisTickerText>::create();
        for (std::size_t i = 0; i < axis.categories.size(); ++i)
            names->addTick(double(i), axisValueText(axis, double(i)));
        side.setTicker(names);
        side.setRange(-0.5, double(axis.categories.size()) - 0.5);
        return;
    }
    Plot::setLog(side, axis.log);
    const double room = axis.log ? std::pow(axis.high / axis.low, 0.04)
                                 : std::max(smallestRoom(axis.low, axis.high), 0.04 * (axis.high - axis.low)) + 0.3 * (axis.step == 1.0);
    if (axis.log)
        side.setRange(axis.low / room, axis.high * room);
    else
        side.setRange(axis.low - room, axis.high + room);
}

/// Dots at few places would overlap.
double spread(const ParameterAxis& axis, double value, std::int64_t trial)
{
    const double width = axis.categorical ? 0.26 : axis.step == 1.0 && !axis.log && axis.name != column::number ? 0.2 : 0.0;
    return value + width * jitter(trial);
}

} // namespace

RankPanel::RankPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("rank"), tr("Rank"), bench, parent)
    , m_x(QStringLiteral("rank/x"), tr("Across"), {parameter::metaLr}, menu(), this)
    , m_y(QStringLiteral("rank/y"), tr("Upwards"), {derivedNodes, parameter::layers}, menu(), this)
    , m_dots(new TrialDots(plot(), [this](const TrialDots::Dot& dot) { return words(dot); }))
    , m_upright(new FittedLabel(plot(), *plot().yAxis))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    for (AxisChoice* choice : {&m_x, &m_y})
        connect(choice, &AxisChoice::changed, this, &RankPanel::scheduleRefresh);
    connect(m_dots, &TrialDots::picked, this, [this](qint64 trial, bool extend) { pick(study().selection(), trial, extend); });
}

void RankPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    const auto mark = [this] { isVisible() ? m_dots->mark(this->study().selection()) : scheduleRefresh(); };
    connect(&study, &OpenStudy::snapshotChanged, this, &RankPanel::scheduleRefresh);
    connect(&study, &OpenStudy::selectionChanged, this, mark);
    connect(&study, &OpenStudy::filterChanged, this, mark);
}

void RankPanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), x = m_x.wish(), y = m_y.wish()] {
        const TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed;
        computed.axes = plotAxes(*snapshot);
        const ParameterAxis* up = y.among(computed.axes, x.chosen);
        const ParameterAxis* across = up ? x.among(computed.axes, up->name) : nullptr;
        if (!across)
            return computed;
        computed.x = withRange(*across, trials);
        computed.y = withRange(*up, trials);
        std::vector<double> values;
        for (const FrozenTrial* trial : trials) {
            if (!isComplete(*trial))
                continue;
            ++computed.complete;
            const auto atX = axisValue(*trial, computed.x), atY = axisValue(*trial, computed.y);
            if (!atX || !atY)
                continue;
            computed.points.push_back({*atX, *atY, *trial->value, 0.0, trial->number});
            values.push_back(*trial->value);
        }
        const std::vector<double> shares = rankShares(values, snapshot->direction);
        for (std::size_t i = 0; i < shares.size(); ++i)
            computed.points[i].share = shares[i];
        return computed;
    });
}

void RankPanel::take(Computed computed)
{
    if (m_xAxis.name != computed.x.name || m_yAxis.name != computed.y.name)
        plot().navigator().release(); // what the user zoomed into were other quantities
    m_points = std::move(computed.points);
    m_xAxis = std::move(computed.x);
    m_yAxis = std::move(computed.y);
    m_x.offer(computed.axes, m_xAxis.name);
    m_y.offer(computed.axes, m_yAxis.name);
    if (m_points.empty()) {
        m_dots->setDots({});
        if (computed.complete > 0)
            showEmpty(tr("No complete trial has both %1 and %2: choose others in this view's menu.")
                          .arg(parameterText(m_xAxis.name), parameterText(m_yAxis.name)));
        else
            showEmpty(tr("Every trial over two quantities, coloured by its rank. It begins with the first complete trial."),
                      bench().action(QStringLiteral("run")));
        return setAccessibleDescription(summary());
    }
    std::vector<TrialDots::Dot> dots;
    for (const Point& point : m_points)
        dots.push_back({spread(m_xAxis, point.x, point.trial), spread(m_yAxis, point.y, point.trial + 1), point.trial, false, point.share});
    m_dots->setDots(std::move(dots));
    fitSide(*plot().xAxis, m_xAxis);
    fitSide(*plot().yAxis, m_yAxis);
    plot().navigator().shareX(sharedAxisKey(m_xAxis));
    plot().xAxis->setLabel(parameterText(m_xAxis.name));
    m_upright->set(parameterText(m_yAxis.name));
    showBody();
    const bool dark = Theme::instance().dark();
    setScope(dark ? tr("%1 trials, the lighter the better").arg(QLocale().toString(qint64(m_points.size())))
                  : tr("%1 trials, the darker the better").arg(QLocale().toString(qint64(m_points.size()))));
    m_dots->mark(study().selection());
    setAccessibleDescription(summary());
}

QString RankPanel::words(const TrialDots::Dot& dot) const
{
    const auto point = std::ranges::find(m_points, dot.trial, &Point::trial);
    if (point == m_points.end())
        return {};
    const double rank = 1.0 + (1.0 - point->share) * double(m_points.size() - 1);
    return tr("trial %1: rank %2 of %3, %4", "number, its rank, number of trials, the trial's value")
        .arg(QLocale().toString(qint64(point->trial)), QLocale().toString(rank, 'g', 6), QLocale().toString(qint64(m_points.size())),
             objectiveValueText(point->value));
}

QString RankPanel::summary() const
{
    if (m_points.empty())
        return tr("No complete trial yet.");
    const auto best = std::ranges::max_element(m_points, {}, &Point::share);
    return tr("%n trial(s) over %1 and %2. The best: trial %3.", nullptr, int(m_points.size()))
        .arg(parameterText(m_xAxis.name), parameterText(m_yAxis.name), QLocale().toString(qint64(best->trial)));
}

FigureTable RankPanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QString::fromStdString(m_xAxis.name), QString::fromStdString(m_yAxis.name),
                       QStringLiteral("value"), QStringLiteral("rank_share")},
                      {}};
    const auto shown = [](const ParameterAxis& axis, double value) {
        return axis.categorical ? QVariant(QString::fromStdString(axis.categories[std::size_t(value)])) : QVariant(value);
    };
    for (const Point& point : m_points)
        table.rows.push_back({qlonglong(point.trial), shown(m_xAxis, point.x), shown(m_yAxis, point.y), point.value, point.share});
    return table;
}

} // namespace reweigh
