// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/RankPanel.h"

#include "core/analysis/TimelineInfo.h"
#include "core/study/ParetoFront.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

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
    : DotsPanel(QStringLiteral("rank"), tr("Rank"), bench, parent)
    , m_x(QStringLiteral("rank/x"), tr("Across"), {parameter::metaLr}, menu(), this)
    , m_y(QStringLiteral("rank/y"), tr("Upwards"), {parameter::nodes, parameter::layers}, menu(), this)
    , m_front(plot().addGraph())
    , m_upright(new FittedLabel(plot(), *plot().yAxis))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    addDots();
    for (AxisChoice* choice : {&m_x, &m_y})
        connect(choice, &AxisChoice::changed, this, &RankPanel::scheduleRefresh);
}

void RankPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    DotsPanel::attach(study);
}

void RankPanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), x = m_x.wish(), y = m_y.wish()] {
        const TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed;
        computed.axes = plotAxes(*snapshot);
        computed.several = snapshot->hasSeveralObjectives();
        AxisChoice::Wish wishX = x, wishY = y;
        std::set<std::int64_t> front;
        if (computed.several) {
            const auto name = [&](std::size_t place) { return column::objectiveOf(snapshot->objectiveNames.at(place)); };
            wishX.preferred = {name(0), name(1)};
            wishY.preferred = {name(1), name(0)};
            for (const FrozenTrial* trial : paretoFront(trials, snapshot->directions))
                front.insert(trial->number);
        }
        const ParameterAxis* up = wishY.among(computed.axes, x.chosen);
        const ParameterAxis* across = up ? wishX.among(computed.axes, up->name) : nullptr;
        if (!across)
            return computed;
        computed.x = withRange(*across, trials);
        computed.y = withRange(*up, trials);
        if (snapshot->directions.size() == 2 && across != up && directionOf(*snapshot, up->name))
            computed.frontAlong = directionOf(*snapshot, across->name);
        std::vector<double> values;
        for (const FrozenTrial* trial : trials) {
            if (!isEvaluated(*trial))
                continue;
            ++computed.complete;
            const auto atX = axisValue(*trial, computed.x), atY = axisValue(*trial, computed.y);
            if (!atX || !atY)
                continue;
            const double value = trial->value.value_or(std::numeric_limits<double>::quiet_NaN());
            computed.points.push_back({*atX, *atY, value, front.contains(trial->number) ? 1.0 : 0.0, trial->number});
            values.push_back(value);
        }
        if (computed.several)
            return computed;
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
    m_several = computed.several;
    setTitle(m_several ? tr("Pareto front") : tr("Rank"));
    m_x.offer(computed.axes, m_xAxis.name);
    m_y.offer(computed.axes, m_yAxis.name);
    if (m_points.empty()) {
        m_dots->setDots({});
        if (computed.complete > 0)
            showEmpty(noneHasBothText(parameterText(m_xAxis.name), parameterText(m_yAxis.name)));
        else if (m_several)
            showEmpty(tr("Every trial over two objectives, with the Pareto front. It begins with the first complete trial."));
        else
            showEmpty(tr("Every trial over two quantities, coloured by its rank. It begins with the first complete trial."),
                      bench().action(QStringLiteral("run")));
        return setAccessibleDescription(summary());
    }
    std::vector<TrialDots::Dot> dots;
    for (const Point& point : m_points) {
        dots.push_back({spread(m_xAxis, point.x, point.trial), spread(m_yAxis, point.y, point.trial + 1), point.trial});
        if (!m_several || point.share > 0.0)
            dots.back().shade = point.share;
    }
    m_dots->setDots(std::move(dots));
    fitSide(*plot().xAxis, m_xAxis);
    fitSide(*plot().yAxis, m_yAxis);
    plot().navigator().shareX(sharedAxisKey(m_xAxis));
    plot().xAxis->setLabel(parameterText(m_xAxis.name));
    m_upright->set(parameterText(m_yAxis.name));
    drawFront(computed.frontAlong);
    showBody();
    const bool dark = Theme::instance().dark();
    const int count = int(m_points.size());
    if (m_several)
        setScope(tr("%Ln trial(s), %1 on the Pareto front", nullptr, count).arg(QLocale().toString(onFront())));
    else
        setScope(dark ? tr("%Ln trial(s), the lighter the better", nullptr, count)
                      : tr("%Ln trial(s), the darker the better", nullptr, count));
    mark();
    setAccessibleDescription(summary());
}

/// Draws which y the trials attain for each bound on x: that of the front's last trial within the bound.
void RankPanel::drawFront(std::optional<Direction> along)
{
    QVector<QCPGraphData> line;
    for (const Point& point : m_points)
        if (along && point.share > 0.0)
            line.append({placeOn(*plot().xAxis, point.x), placeOn(*plot().yAxis, point.y)});
    m_front->setLineStyle(along == Direction::Minimize ? QCPGraph::lsStepLeft : QCPGraph::lsStepRight);
    m_front->setPen(Plot::thick(Theme::instance().colour(Role::Selection)));
    m_front->data()->set(line, false);
}

qsizetype RankPanel::onFront() const
{
    return m_several ? std::ranges::count_if(m_points, [](const Point& point) { return point.share > 0.0; }) : 0;
}

QString RankPanel::words(const TrialDots::Dot& dot) const
{
    const auto point = std::ranges::find(m_points, dot.trial, &Point::trial);
    if (point == m_points.end())
        return {};
    if (m_several) {
        const QString said = tr("trial %1: %2 %3, %4 %5", "number, a quantity, its value, another quantity, its value")
                                 .arg(QLocale().toString(qint64(point->trial)), parameterText(m_xAxis.name),
                                      axisValueText(m_xAxis, point->x), parameterText(m_yAxis.name), axisValueText(m_yAxis, point->y));
        return point->share > 0.0 ? tr("%1, on the Pareto front", "what is said of the trial").arg(said) : said;
    }
    const double rank = 1.0 + (1.0 - point->share) * double(m_points.size() - 1);
    return tr("trial %1: rank %2 of %3, %4", "number, its rank, number of trials, the trial's value")
        .arg(QLocale().toString(qint64(point->trial)), QLocale().toString(rank, 'g', 6), QLocale().toString(qint64(m_points.size())),
             objectiveValueText(point->value));
}

QString RankPanel::summary() const
{
    if (m_points.empty())
        return noCompleteTrialText();
    if (m_several)
        return tr("%n trial(s) over %1 and %2, %3 of them on the Pareto front.", nullptr, int(m_points.size()))
            .arg(parameterText(m_xAxis.name), parameterText(m_yAxis.name), QLocale().toString(onFront()));
    const auto best = std::ranges::max_element(m_points, {}, &Point::share);
    return tr("%n trial(s) over %1 and %2. The best: trial %3.", nullptr, int(m_points.size()))
        .arg(parameterText(m_xAxis.name), parameterText(m_yAxis.name), QLocale().toString(qint64(best->trial)));
}

FigureTable RankPanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QString::fromStdString(m_xAxis.name), QString::fromStdString(m_yAxis.name),
                       QStringLiteral("value"), QStringLiteral("rank_share")},
                      {}};
    if (m_several)
        table.header = table.header.first(3) << QStringLiteral("pareto_front");
    for (const Point& point : m_points) {
        table.rows.push_back({qlonglong(point.trial), axisTableValue(m_xAxis, point.x), axisTableValue(m_yAxis, point.y)});
        if (m_several)
            table.rows.back() << int(point.share);
        else
            table.rows.back() << point.value << point.share;
    }
    return table;
}

} // namespace reweigh
