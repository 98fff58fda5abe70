// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/IntermediatePanel.h"

#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/WholeTicker.h"
#include "widgets/search/AxisText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr std::size_t mostCurves = 1000;

/// Adds the reports as a line, and a gap behind it. What is no number is a gap too.
void addLine(QVector<QCPCurveData>& line, const std::vector<std::pair<int, double>>& reports, const QCPAxis& axis)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [step, value] : reports)
        line.append({double(line.size()), double(step), placeOn(axis, value)});
    line.append({double(line.size()), nan, nan});
}

} // namespace

IntermediatePanel::IntermediatePanel(Workbench& bench, QWidget* parent)
    : DotsPanel(QStringLiteral("intermediate"), tr("Intermediate values"), bench, parent)
    , m_valueLabel(new FittedLabel(plot(), *plot().yAxis))
{
    addDots();
    for (QCPCurve** curves : {&m_faint, &m_plain, &m_chosen})
        *curves = new QCPCurve(plot().xAxis, plot().yAxis);
    plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
}

void IntermediatePanel::refresh()
{
    const auto& trials = study().snapshot()->trials;
    m_shown.clear();
    m_reported = 0;
    for (auto trial = trials.rbegin(); trial != trials.rend(); ++trial)
        if (!(*trial)->intermediate.empty() && ++m_reported <= mostCurves)
            m_shown.push_back(*trial);
    std::ranges::reverse(m_shown);
    std::vector<TrialDots::Dot> dots;
    for (const auto& trial : m_shown)
        if (const auto& [step, value] = trial->intermediate.back(); !std::isnan(value))
            dots.push_back({double(step), value, trial->number, trial->state == TrialState::Pruned});
    m_dots->setDots(std::move(dots));
    if (m_shown.empty()) {
        showEmpty(tr("What every trial reported while it ran, step by step. No trial has reported anything yet."),
                  bench().action(QStringLiteral("run")));
        return;
    }
    fitAxes();
    showBody();
    const int count = int(m_shown.size());
    setScope(m_shown.size() == m_reported ? tr("%Ln trial(s), a cross where one was pruned", nullptr, count)
                                          : tr("the last %1 of %2 trials, a cross where one was pruned")
                                                .arg(QLocale().toString(count), QLocale().toString(qint64(m_reported))));
    mark();
}

void IntermediatePanel::mark()
{
    const Theme& theme = Theme::instance();
    const Selection& selection = study().selection();
    QVector<QCPCurveData> faint, plain, chosen;
    for (const auto& trial : m_shown) {
        auto& lines = selection.trials().contains(trial->number) ? chosen : selection.passes(trial->number) ? plain : faint;
        addLine(lines, trial->intermediate, *plot().yAxis);
    }
    m_faint->setPen(Plot::thin(theme.tint(Role::Dim, 0.18)));
    m_plain->setPen(Plot::thin(theme.tint(Role::Dim, 0.6)));
    m_chosen->setPen(Plot::thick(theme.colour(Role::Selection)));
    m_faint->data()->set(faint, true);
    m_plain->data()->set(plain, true);
    m_chosen->data()->set(chosen, true);
    m_dots->mark(selection);
}

void IntermediatePanel::fitAxes()
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    int first = std::numeric_limits<int>::max(), last = std::numeric_limits<int>::min();
    for (const auto& trial : m_shown)
        for (const auto& [step, value] : trial->intermediate) {
            first = std::min(first, step);
            last = std::max(last, step);
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    if (low <= high) {
        const double room = std::max(smallestRoom(low, high), 0.05 * (high - low));
        Plot::growTo(*plot().yAxis, low - room, high + room);
    }
    const double side = std::max(0.5, 0.03 * double(last - first));
    plot().xAxis->setRange(double(first) - side, double(last) + side);
    const bool epochs = study().snapshot()->facts.has_value();
    plot().xAxis->setLabel(epochs ? tr("epoch") : tr("step"));
    plot().navigator().shareX(epochs ? QStringLiteral("epoch") : QString()); // as the curves of a training
    m_valueLabel->set(objectiveText(*study().snapshot()));
}

QString IntermediatePanel::words(const TrialDots::Dot& dot) const
{
    const QString number = QLocale().toString(qint64(dot.trial)), step = QLocale().toString(qint64(dot.x));
    return dot.cross ? tr("trial %1: pruned after step %2 with %3").arg(number, step, objectiveValueText(dot.y))
                     : tr("trial %1: %3 at step %2").arg(number, step, objectiveValueText(dot.y));
}

QString IntermediatePanel::summary() const
{
    if (m_shown.empty())
        return tr("No intermediate value yet.");
    const auto pruned = std::ranges::count_if(m_shown, [](const auto& trial) { return trial->state == TrialState::Pruned; });
    return tr("Reported values of %n trial(s), %1 of them pruned.", nullptr, int(m_shown.size())).arg(QLocale().toString(qint64(pruned)));
}

FigureTable IntermediatePanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QStringLiteral("step"), QStringLiteral("value")}, {}};
    for (const auto& trial : m_shown)
        for (const auto& [step, value] : trial->intermediate)
            table.rows.push_back({qlonglong(trial->number), step, value});
    return table;
}

} // namespace reweigh
