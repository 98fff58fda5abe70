// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/DensityPanel.h"

#include "core/search/ParameterNames.h"
#include "core/search/SamplerFactory.h"
#include "core/search/tpe/ParzenEstimator.h"
#include "core/study/StudyHistory.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/NamedRows.h"

#include <algorithm>

namespace reweigh {
namespace {

QVector<double> vectorOf(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

double largest(const std::vector<double>& values)
{
    return values.empty() ? 0.0 : *std::ranges::max_element(values);
}

/// With a search lag, leaves only the trials that the next one will know.
void dropUnknown(TrialRefs& trials, int lag)
{
    if (lag <= 0 || trials.empty())
        return;
    const std::int64_t next = (*std::ranges::max_element(trials, {}, &FrozenTrial::number))->number + 1;
    std::erase_if(trials, [&](const FrozenTrial* trial) { return !isKnownTo(next, *trial, lag); });
}

/// Trials that TPE learns from.
int finishedCount(const TrialRefs& trials)
{
    return int(std::ranges::count_if(
        trials, [](const FrozenTrial* trial) { return trial->state == TrialState::Complete || trial->state == TrialState::Pruned; }));
}

} // namespace

DensityPanel::DensityPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("density"), tr("Why the next trial"), bench, parent)
    , m_parameter(QStringLiteral("density/parameter"), tr("Parameter"), {parameter::nodesOf(0), parameter::layers}, menu(), this)
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    connect(&m_parameter, &AxisChoice::changed, this, &DensityPanel::scheduleRefresh);
    connect(&plot(), &QCustomPlot::axisClick, this, [this](QCPAxis*, QCPAxis::SelectablePart part, QMouseEvent* event) {
        if (part == QCPAxis::spAxisLabel)
            m_parameter.popup(event->globalPosition().toPoint());
    });
    // The legend stands above the plot, so that it never covers the curves.
    plot().plotLayout()->insertRow(0);
    auto* row = new QCPLayoutGrid;
    row->addElement(0, 0, plot().legend);
    row->addElement(0, 1, new QCPLayoutElement(&plot()));
    row->setColumnStretchFactor(0, 0.001);
    plot().plotLayout()->addElement(0, 0, row);
    plot().setAutoAddPlottableToLegend(false);
    plot().plotLayout()->setRowStretchFactor(0, 0.001);
    plot().plotLayout()->setRowSpacing(0);
    plot().legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    plot().legend->setBrush(Qt::NoBrush);
    plot().legend->setMargins({});
    plot().legend->setVisible(true);
}

void DensityPanel::retheme()
{
    const int grid = Theme::instance().grid();
    plot().legend->setIconSize(2 * grid, grid);
    plot().legend->setColumnSpacing(2 * grid);
}

void DensityPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    connect(&study, &OpenStudy::snapshotChanged, this, &DensityPanel::scheduleRefresh);
    connect(&study, &OpenStudy::filterChanged, this, &DensityPanel::tellScope);
}

void DensityPanel::refresh()
{
    const auto snapshot = study().snapshot();
    const SearchOptions options = snapshot->facts ? study().storedConfig().search : study().config().search;
    const auto given = options.ownSettings.find(tpeStartup);
    const int startup = given == options.ownSettings.end() ? int(TpeOptions().startupTrials) : int(given->second);
    m_job.request([snapshot, wish = m_parameter.wish(), startup, lag = options.lag] {
        TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed{
            .axes = parameterAxes(trials), .info = {}, .anyTrial = !trials.empty(), .knowledge = {.startup = startup, .lag = lag}};
        computed.knowledge.finished = finishedCount(trials);
        dropUnknown(trials, lag);
        computed.knowledge.known = finishedCount(trials);
        std::erase_if(computed.axes, [](const ParameterAxis& axis) { return axis.derived; }); // TPE samples parameters only
        if (const ParameterAxis* axis = wish.among(computed.axes))
            computed.info = densityInfo(trials, snapshot->direction, *axis, std::size_t(startup));
        return computed;
    });
}

void DensityPanel::take(Computed computed)
{
    if (m_info.axis.name != computed.info.axis.name)
        plot().navigator().release(); // what the user zoomed into was another parameter
    m_info = std::move(computed.info);
    m_knowledge = computed.knowledge;
    m_parameter.offer(computed.axes, m_info.axis.name);
    plot().clearItems();
    plot().clearPlottables();
    if (!computed.anyTrial) {
        showEmpty(tr("Where TPE looks next: the densities of good and of other trials over a parameter."),
                  bench().action(QStringLiteral("run")));
    } else if (m_info.goodTrials == 0 && study().snapshot()->hasSeveralObjectives()) {
        showEmpty(severalObjectivesText());
    } else if (computed.axes.empty()) {
        showEmpty(tr("No trial has drawn a parameter yet."));
    } else if (!m_info.begun) {
        showEmpty(waitText());
    } else if (m_info.goodTrials == 0) {
        showEmpty(summary());
    } else {
        m_info.axis.categorical ? drawCategories() : drawCurves();
        plot().navigator().shareX(sharedAxisKey(m_info.axis));
        showBody();
        tellScope();
        plot().replot(QCustomPlot::rpQueuedReplot);
    }
    setAccessibleDescription(summary());
}

void DensityPanel::tellScope()
{
    if (m_info.goodTrials == 0)
        return;
    QString what = study().config().search.sampler == "random" ? tr("what TPE would draw · this study draws at random")
                                                               : tr("TPE · good l(x), rest g(x), their ratio decides");
    if (m_knowledge.known < m_knowledge.finished)
        what = tr("of %1 of %2 finished trials, for with a search lag of %3 the next one knows no later ones · %4")
                   .arg(QLocale().toString(m_knowledge.known), QLocale().toString(m_knowledge.finished),
                        QLocale().toString(m_knowledge.lag), what);
    setScope(study().selection().filter() ? tr("unfiltered, as TPE sees the trials · %1", "%1: what the view shows").arg(what) : what);
}

QString DensityPanel::waitText() const
{
    if (m_knowledge.known == m_knowledge.finished)
        return tr("TPE has not begun: it draws at random until it knows %n finished trial(s).", nullptr, m_knowledge.startup);
    return tr("TPE has not begun: it draws at random until it knows %n finished trial(s), and with a search lag of %1 the next trial knows "
              "only those at least %1 before it: %2 of %3.",
              nullptr, m_knowledge.startup)
        .arg(QLocale().toString(m_knowledge.lag), QLocale().toString(m_knowledge.known), QLocale().toString(m_knowledge.finished));
}

std::vector<double> DensityPanel::ratio() const
{
    std::vector<double> ratio;
    for (std::size_t i = 0; i < m_info.x.size(); ++i)
        ratio.push_back(m_info.rest[i] > 0.0 ? m_info.good[i] / m_info.rest[i] : 0.0);
    return ratio;
}

QString DensityPanel::goodName() const
{
    return tr("good l(x), %1", "number of trials").arg(QLocale().toString(m_info.goodTrials));
}

QString DensityPanel::restName() const
{
    return tr("rest g(x), %1", "number of trials").arg(QLocale().toString(m_info.restTrials));
}

QCPGraph* DensityPanel::addCurve(const std::vector<double>& values, const QPen& pen, const QString& name)
{
    QCPGraph* graph = plot().addGraph();
    graph->setData(vectorOf(m_info.x), vectorOf(values), true);
    graph->setPen(pen);
    graph->setName(name);
    return graph;
}

void DensityPanel::drawCurves()
{
    const Theme& theme = Theme::instance();
    const double top = std::max(largest(m_info.good), largest(m_info.rest));
    std::vector<double> share = ratio();
    const double scale = largest(share) > 0.0 ? 0.85 * top / largest(share) : 0.0;
    for (double& value : share)
        value *= scale;
    QCPGraph* fill = addCurve(share, Qt::NoPen, tr("l / g"));
    fill->setBrush(theme.tint(Role::Selection, 0.22));
    QCPGraph* rest = addCurve(m_info.rest, Plot::thick(theme.colour(Role::Dim), Qt::DashLine), restName());
    QCPGraph* good = addCurve(m_info.good, Plot::thick(theme.colour(Role::Done)), goodName());
    for (QCPGraph* graph : {good, rest, fill})
        graph->addToLegend();

    setFigures(plot());
    plot().yAxis->setTickLabels(false);
    plot().yAxis->grid()->setVisible(false);
    plot().yAxis->setLabel(tr("density"));
    plot().yAxis->setRange(0.0, top * 1.08);
    Plot::setLog(*plot().xAxis, m_info.axis.log);
    plot().xAxis->setTickLabels(true);
    plot().xAxis->setLabel(choiceLabel(m_info.axis));
    plot().xAxis->setRange(m_info.x.front(), m_info.x.back());
    auto* favourite = new QCPItemStraightLine(&plot());
    favourite->setPen(Plot::thick(theme.colour(Role::Selection)));
    favourite->point1->setCoords(m_info.favourite, 0.0);
    favourite->point2->setCoords(m_info.favourite, top);
}

QCPBars* DensityPanel::addBars(const std::vector<double>& values, const QBrush& brush, double width, const QString& name,
                               QCPBarsGroup* group)
{
    auto* bars = new QCPBars(plot().yAxis, plot().xAxis);
    bars->setData(vectorOf(m_info.x), vectorOf(values), true);
    bars->setWidth(width);
    bars->setBrush(brush);
    bars->setPen(Qt::NoPen);
    bars->setName(name);
    bars->setBarsGroup(group);
    return bars;
}

void DensityPanel::drawCategories()
{
    const Theme& theme = Theme::instance();
    const double top = std::max(largest(m_info.good), largest(m_info.rest));
    std::vector<double> share = ratio();
    const double scale = largest(share) > 0.0 ? top / largest(share) : 0.0;
    for (double& value : share)
        value *= scale;
    QCPBars* fill = addBars(share, theme.tint(Role::Selection, 0.22), 0.9, tr("l / g"), nullptr);
    auto* pair = new QCPBarsGroup(&plot());
    pair->setSpacing(0);
    QCPBars* rest = addBars(m_info.rest, theme.colour(Role::Dim), 0.3, restName(), pair);
    QCPBars* good = addBars(m_info.good, theme.colour(Role::Done), 0.3, goodName(), pair);
    for (QCPBars* bars : {good, rest, fill})
        bars->addToLegend();

    QStringList names;
    for (const double x : m_info.x)
        names << axisValueText(m_info.axis, x);
    setNamedRows(plot(), names);
    plot().yAxis->setTickLabels(true);
    Plot::setLog(*plot().xAxis, false);
    plot().xAxis->setLabel(choiceLabel(m_info.axis));
    plot().xAxis->setTickLabels(false);
    plot().xAxis->setRange(0.0, top * 1.12);
    auto* favourite = new QCPItemText(&plot());
    favourite->setText(QStringLiteral("◂"));
    favourite->setColor(theme.colour(Role::Selection));
    favourite->setFont(theme.bodyFont());
    favourite->setPositionAlignment(Qt::AlignRight | Qt::AlignVCenter);
    favourite->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    favourite->position->setTypeY(QCPItemPosition::ptPlotCoords);
    favourite->position->setCoords(1.0, m_info.favourite);
}

void DensityPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const QString parameter = parameterText(m_info.axis.name); // exported figures have no menus
    const QString upright = plot().yAxis->label();
    plot().xAxis->setLabel(m_info.axis.categorical ? tr("density") : parameter);
    plot().yAxis->setLabel(m_info.axis.categorical ? parameter : tr("density"));
    PlotPanel::paintFigure(painter, target);
    plot().xAxis->setLabel(choiceLabel(m_info.axis));
    plot().yAxis->setLabel(upright);
}

QString DensityPanel::summary() const
{
    if (!m_info.begun)
        return tr("TPE has not begun.");
    if (m_info.goodTrials == 0)
        return tr("No densities over %1: its range has no end or is one value, or earlier values lie too far outside it.")
            .arg(parameterText(m_info.axis.name));
    const QString others = tr("%n other trial(s)", nullptr, m_info.restTrials);
    return tr("%n good trial(s) against %1: for %2 TPE likes %3 best.", nullptr, m_info.goodTrials)
        .arg(others, parameterText(m_info.axis.name), axisValueText(m_info.axis, m_info.favourite));
}

FigureTable DensityPanel::table() const
{
    FigureTable table{{QString::fromStdString(m_info.axis.name), QStringLiteral("good"), QStringLiteral("rest"), QStringLiteral("ratio")},
                      {}};
    const std::vector<double> share = ratio();
    for (std::size_t i = 0; i < m_info.x.size(); ++i)
        table.rows.push_back({axisTableValue(m_info.axis, m_info.x[i]), m_info.good[i], m_info.rest[i], share[i]});
    return table;
}

} // namespace reweigh
