// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ImportancePanel.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/NamedRows.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

ImportancePanel::ImportancePanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("importance"), tr("Importance"), bench, parent)
    , m_bars(new QCPBars(plot().yAxis, plot().xAxis))
    , m_spread(new QCPCurve(plot().yAxis, plot().xAxis))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    m_bars->setWidth(0.46);
    plot().addReader([this](const QPointF& place) { return wordsAt(place); });
}

void ImportancePanel::attach(OpenStudy& study)
{
    m_job.cancel();
    connect(&study, &OpenStudy::snapshotChanged, this, &ImportancePanel::scheduleRefresh);
    connect(&study, &OpenStudy::filterChanged, this, &ImportancePanel::scheduleRefresh);
}

void ImportancePanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), filter = study().selection().filter()] {
        TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed;
        if (filter) {
            const auto counts = [](const FrozenTrial* trial) { return isComplete(*trial) && std::isfinite(*trial->value); };
            computed.all = int(std::ranges::count_if(trials, counts));
            std::erase_if(trials, [&](const FrozenTrial* trial) { return !filter->contains(trial->number); });
        }
        computed.info = importanceInfo(trials, snapshot->direction);
        return computed;
    });
}

/// How many trials the filter keeps, as a sentence; empty without a filter.
QString ImportancePanel::kept() const
{
    return m_all ? tr("The filter keeps %1 of %Ln complete trial(s).", nullptr, int(*m_all)).arg(QLocale().toString(m_info.trials))
                 : QString();
}

void ImportancePanel::take(Computed computed)
{
    m_info = std::move(computed.info);
    m_all = computed.all;
    if (m_info.enough) {
        showBody();
        const QString how = tr("PED-ANOVA · spread over %1 bootstraps").arg(QLocale().toString(m_info.bootstraps));
        setScope(m_all ? tr("of %1 of %2 trials · %3", "trials that the filter keeps, all complete trials, how it was computed")
                             .arg(QLocale().toString(m_info.trials), QLocale().toString(*m_all), how)
                       : how);
        draw();
    } else if (study().snapshot()->hasSeveralObjectives()) {
        showEmpty(severalObjectivesText());
    } else if (m_info.trials == 0 && m_all.value_or(0) == 0) {
        showEmpty(tr("Which parameters decide whether a trial is among the best tenth. Shown once that tenth holds two trials."),
                  bench().action(QStringLiteral("run")));
    } else if (m_info.tooFew && m_all) {
        showEmpty(tr("%1 That is too few to see which parameter matters most: the best tenth must hold at least two trials.",
                     "%1: how many the filter keeps")
                      .arg(kept()));
    } else if (m_info.tooFew) {
        showEmpty(tr("%n complete trial(s): too few to see which parameter matters most. The best tenth must hold at least two trials.",
                     nullptr, m_info.trials));
    } else {
        const QString alike =
            tr("The best of %n complete trial(s) are like the rest in every parameter: no parameter stands out.", nullptr, m_info.trials);
        showEmpty((m_all ? kept() + ' ' : QString()) + alike);
    }
    setAccessibleDescription(summary());
}

void ImportancePanel::draw()
{
    const Theme& theme = Theme::instance();
    QStringList names;
    QVector<double> rows, values;
    QVector<QCPCurveData> spread;
    double most = 0.0;
    for (const ImportanceInfo::Entry& entry : m_info.entries) {
        const double row = double(names.size()), nan = std::numeric_limits<double>::quiet_NaN();
        names << parameterText(entry.name);
        rows << row;
        values << entry.importance;
        for (const double end : {entry.low, entry.high, nan})
            spread.append({double(spread.size()), row, end});
        most = std::max({most, entry.importance, entry.high});
    }
    m_bars->setBrush(theme.colour(Role::Selection));
    m_bars->setPen(Qt::NoPen);
    m_bars->setData(rows, values, true);
    const double half = theme.grid(0.45);
    QPainterPath cap(QPointF(0, -half));
    cap.lineTo(0, half);
    m_spread->setPen(Plot::thick(theme.colour(Role::Dim)));
    m_spread->setScatterStyle(QCPScatterStyle(cap, Plot::thick(theme.colour(Role::Dim)), Qt::NoBrush, 6.0));
    m_spread->data()->set(spread, true);
    setNamedRows(plot(), names);
    plot().xAxis->setLabel(tr("importance, of 1 in all"));
    plot().xAxis->setRange(0.0, std::max(0.05, most * 1.05));
    plot().replot(QCustomPlot::rpQueuedReplot);
}

/// The row at a point of the plot, or beside it; empty if there is none.
QString ImportancePanel::wordsAt(const QPointF& place) const
{
    const auto row = std::size_t(std::max(0L, std::lround(plot().yAxis->pixelToCoord(place.y()))));
    if (plot().rowAt(place).isEmpty() || row >= m_info.entries.size())
        return {};
    const ImportanceInfo::Entry& entry = m_info.entries[row];
    return tr("%1: %2, between %3 and %4 over bootstraps", "parameter, its importance, ends of its spread")
        .arg(parameterText(entry.name), quantityText(entry.importance, 2), quantityText(entry.low, 2), quantityText(entry.high, 2));
}

QString ImportancePanel::summary() const
{
    const QString filtered = m_all ? kept() + ' ' : QString();
    if (!m_info.enough || m_info.entries.empty())
        return filtered + tr("Too few complete trials to see which parameter matters most.");
    const ImportanceInfo::Entry& first = m_info.entries.front();
    return filtered
           + tr("Over %n trial(s), %1 matters most: %2, between %3 and %4 over bootstraps.", nullptr, m_info.trials)
                 .arg(parameterText(first.name), quantityText(first.importance, 2), quantityText(first.low, 2),
                      quantityText(first.high, 2));
}

FigureTable ImportancePanel::table() const
{
    FigureTable table{{QStringLiteral("parameter"), QStringLiteral("importance"), QStringLiteral("low_5"), QStringLiteral("high_95")}, {}};
    for (const ImportanceInfo::Entry& entry : m_info.entries)
        table.rows.push_back({QString::fromStdString(entry.name), entry.importance, entry.low, entry.high});
    return table;
}

} // namespace reweigh
