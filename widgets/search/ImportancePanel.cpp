// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ImportancePanel.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/search/NamedRows.h"

#include <QPainterPath>

#include <algorithm>
#include <limits>

namespace reweigh {

ImportancePanel::ImportancePanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("importance"), tr("Importance"), bench, parent)
    , m_bars(new QCPBars(plot().yAxis, plot().xAxis))
    , m_spread(new QCPCurve(plot().yAxis, plot().xAxis))
    , m_job([this](ImportanceInfo info) { take(std::move(info)); })
{
    m_bars->setWidth(0.46);
}

void ImportancePanel::attach(OpenStudy& study)
{
    m_job.cancel();
    connect(&study, &OpenStudy::snapshotChanged, this, &ImportancePanel::scheduleRefresh);
}

void ImportancePanel::refresh()
{
    m_job.request([snapshot = study().snapshot()] { return importanceInfo(trialRefs(snapshot->trials), snapshot->direction); });
}

void ImportancePanel::take(ImportanceInfo info)
{
    m_info = std::move(info);
    if (m_info.enough) {
        showBody();
        setScope(tr("PED-ANOVA · spread over %1 bootstraps").arg(QLocale().toString(m_info.bootstraps)));
        draw();
    } else if (m_info.trials == 0) {
        showEmpty(tr("Which parameters decide whether a trial is among the best tenth. Shown once that tenth holds two trials."),
                  bench().action(QStringLiteral("run")));
    } else if (m_info.good < 2) {
        showEmpty(tr("%n complete trial(s): too few to see which parameter matters most. The best tenth must hold at least two trials.",
                     nullptr, m_info.trials));
    } else {
        showEmpty(
            tr("The best of %n complete trial(s) are like the rest in every parameter: no parameter stands out.", nullptr, m_info.trials));
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

QString ImportancePanel::summary() const
{
    if (!m_info.enough || m_info.entries.empty())
        return tr("Too few complete trials to see which parameter matters most.");
    const ImportanceInfo::Entry& first = m_info.entries.front();
    return tr("Over %n trial(s), %1 matters most: %2, between %3 and %4 over bootstraps.", nullptr, m_info.trials)
        .arg(parameterText(first.name), quantityText(first.importance, 2), quantityText(first.low, 2), quantityText(first.high, 2));
}

FigureTable ImportancePanel::table() const
{
    FigureTable table{{QStringLiteral("parameter"), QStringLiteral("importance"), QStringLiteral("low_5"), QStringLiteral("high_95")}, {}};
    for (const ImportanceInfo::Entry& entry : m_info.entries)
        table.rows.push_back({QString::fromStdString(entry.name), entry.importance, entry.low, entry.high});
    return table;
}

} // namespace reweigh
