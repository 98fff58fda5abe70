// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/SlicePanel.h"

#include "core/search/ParameterNames.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/NamedRows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr int numericParts = 9;

double medianOf(std::vector<double>& values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

} // namespace

SliceInfo sliceInfo(const TrialRefs& trials, const ParameterAxis& axis)
{
    SliceInfo info{axis, {}, {}};
    const auto scaled = [&](double value) { return axis.log ? std::log(value) : value; };
    const double low = scaled(axis.low), span = scaled(axis.high) - low;
    const std::size_t parts = axis.categorical ? axis.categories.size() : numericParts;
    std::vector<std::vector<double>> values(parts);
    for (const FrozenTrial* trial : trials) {
        const auto at = isComplete(*trial) ? axisValue(*trial, axis) : std::nullopt;
        if (!at)
            continue;
        const double part = axis.categorical ? *at : span > 0.0 ? (scaled(*at) - low) / span * numericParts : 0.0;
        if (std::isnan(*at) || std::isnan(part)) // it has no place, such as -1 on a logarithmic axis
            continue;
        info.points.push_back({*at, *trial->value, trial->number});
        values[std::size_t(std::clamp(part, 0.0, double(parts) - 1.0))].push_back(*trial->value);
    }
    const auto edge = [&](std::size_t part) {
        const double at = low + span * double(part) / numericParts;
        return axis.log ? std::exp(at) : at;
    };
    for (std::size_t part = 0; part < parts; ++part) {
        if (values[part].empty())
            continue;
        const int n = int(values[part].size());
        const double median = medianOf(values[part]);
        info.parts.push_back(axis.categorical ? SliceInfo::Part{double(part), double(part), median, n}
                                              : SliceInfo::Part{edge(part), edge(part + 1), median, n});
    }
    return info;
}

SlicePanel::SlicePanel(Workbench& bench, QWidget* parent)
    : DotsPanel(QStringLiteral("slice"), tr("By parameter"), bench, parent)
    , m_parameter(QStringLiteral("slice/parameter"), tr("Parameter"), {parameter::input}, menu(), this)
    , m_upright(new FittedLabel(plot(), *plot().yAxis))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    addDots();
    m_medians = new QCPCurve(plot().xAxis, plot().yAxis);
    connect(&m_parameter, &AxisChoice::changed, this, &SlicePanel::scheduleRefresh);
}

void SlicePanel::attach(OpenStudy& study)
{
    m_job.cancel();
    setTitle(tr("By parameter")); // which one, of those that this study has, shows once it is drawn
    DotsPanel::attach(study);
}

void SlicePanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), wish = m_parameter.wish()] {
        const TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed{
            plotAxes(*snapshot), {}, std::ranges::any_of(trials, [](const FrozenTrial* trial) { return isComplete(*trial); })};
        if (const ParameterAxis* axis = wish.among(computed.axes))
            computed.info = sliceInfo(trials, withRange(*axis, trials));
        return computed;
    });
}

void SlicePanel::take(Computed computed)
{
    if (m_info.axis.name != computed.info.axis.name)
        plot().navigator().release(); // what the user zoomed into was another parameter
    m_info = std::move(computed.info);
    m_parameter.offer(computed.axes, m_info.axis.name);
    if (m_info.points.empty()) {
        m_dots->setDots({});
        setTitle(tr("By parameter"));
        if (study().snapshot()->hasSeveralObjectives())
            showEmpty(severalObjectivesText());
        else if (computed.anyComplete)
            showEmpty(noneHasText(parameterText(m_info.axis.name)));
        else
            showEmpty(tr("Every trial's value along one parameter. It begins with the first complete trial."),
                      bench().action(QStringLiteral("run")));
        return setAccessibleDescription(summary());
    }
    setTitle(tr("By %1", "a parameter").arg(parameterText(m_info.axis.name)));
    m_info.axis.categorical ? drawCategories() : drawNumbers();
    plot().navigator().shareX(sharedAxisKey(m_info.axis));
    drawMedians();
    showBody();
    setScope(tr("every trial, median"));
    mark();
    setAccessibleDescription(summary());
}

void SlicePanel::drawCategories()
{
    std::vector<TrialDots::Dot> dots;
    for (const SliceInfo::Point& point : m_info.points)
        dots.push_back({point.value, point.at + 0.26 * jitter(point.trial), point.trial});
    m_dots->setDots(std::move(dots));
    QStringList names;
    for (std::size_t i = 0; i < m_info.axis.categories.size(); ++i)
        names << axisValueText(m_info.axis, double(i));
    setNamedRows(plot(), names);
    m_upright->set({});
    Plot::setLog(*plot().xAxis, false);
    plot().xAxis->setLabel(objectiveText(*study().snapshot()));
    fitValues(*plot().xAxis);
}

void SlicePanel::drawNumbers()
{
    const bool whole = m_info.axis.step == 1.0 && !m_info.axis.log; // dots at few places would overlap
    std::vector<TrialDots::Dot> dots;
    for (const SliceInfo::Point& point : m_info.points)
        dots.push_back({whole ? point.at + 0.2 * jitter(point.trial) : point.at, point.value, point.trial});
    m_dots->setDots(std::move(dots));
    setFigures(plot());
    m_upright->set(objectiveText(*study().snapshot()));
    fitValues(*plot().yAxis);
    Plot::setLog(*plot().xAxis, m_info.axis.log);
    plot().xAxis->setLabel(parameterText(m_info.axis.name));
    const double room = whole ? 0.5 : 0.0, low = m_info.axis.low, high = m_info.axis.high;
    const double wide = m_info.axis.log ? std::pow(high / low, 0.02) : 0.02 * (high - low);
    if (m_info.axis.log)
        plot().xAxis->setRange(low / wide, high * wide);
    else
        plot().xAxis->setRange(low - room - wide, high + room + wide);
}

void SlicePanel::paintFigure(QPainter& painter, const QRect& target)
{
    if (m_info.axis.categorical) // on screen the title says it
        m_upright->set(parameterText(m_info.axis.name));
    PlotPanel::paintFigure(painter, target);
    if (m_info.axis.categorical)
        m_upright->set({});
}

void SlicePanel::drawMedians()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVector<QCPCurveData> marks;
    const auto add = [&](double x, double y) { marks.append({double(marks.size()), x, y}); };
    for (const SliceInfo::Part& part : m_info.parts) {
        if (m_info.axis.categorical) {
            const double median = placeOn(*plot().xAxis, part.median);
            add(median, part.low - 0.36);
            add(median, part.high + 0.36);
        } else {
            const double median = placeOn(*plot().yAxis, part.median);
            add(part.low, median);
            add(part.high, median);
        }
        add(nan, nan);
    }
    QPen pen = Plot::thick(Theme::instance().colour(Role::Text));
    pen.setWidthF(2.6);
    m_medians->setPen(pen);
    m_medians->data()->set(marks, true);
}

void SlicePanel::fitValues(QCPAxis& axis) const
{
    const auto [low, high] = finiteRange(m_info.points, &SliceInfo::Point::value);
    const double room = std::max(smallestRoom(low, high), 0.04 * (high - low));
    Plot::growTo(axis, low - room, high + room);
}

QString SlicePanel::words(const TrialDots::Dot& dot) const
{
    const auto point = std::ranges::find(m_info.points, dot.trial, &SliceInfo::Point::trial);
    if (point == m_info.points.end())
        return {};
    return tr("trial %1: %2, %3", "number, parameter's value, trial's value")
        .arg(QLocale().toString(qint64(dot.trial)), axisValueText(m_info.axis, point->at), objectiveValueText(point->value));
}

QString SlicePanel::summary() const
{
    if (m_info.parts.empty())
        return noCompleteTrialText();
    const auto [low, high] = std::ranges::minmax(m_info.parts, {}, &SliceInfo::Part::median);
    return tr("%n trial(s) by %1: medians from %2 to %3.", nullptr, int(m_info.points.size()))
        .arg(parameterText(m_info.axis.name), objectiveValueText(low.median), objectiveValueText(high.median));
}

FigureTable SlicePanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QString::fromStdString(m_info.axis.name), QStringLiteral("value")}, {}};
    for (const SliceInfo::Point& point : m_info.points)
        table.rows.push_back({qlonglong(point.trial), axisTableValue(m_info.axis, point.at), point.value});
    return table;
}

} // namespace reweigh
