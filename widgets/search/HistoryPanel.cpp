// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/HistoryPanel.h"

#include "core/experiment/VariantResult.h"
#include "widgets/search/AxisChoice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reweigh {
namespace {

std::optional<double> fixedValue(const StudySnapshot& study)
{
    const auto fixed =
        std::ranges::find_if(study.variants, [](const VariantResult& result) { return result.name() == "fixed" && !result.earlier; });
    if (fixed == study.variants.end())
        return std::nullopt;
    const std::vector<double> values = valuesOf(*fixed, study.facts ? study.facts->metric : "validation.accuracy");
    if (values.empty())
        return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

} // namespace

HistoryPanel::HistoryPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("history"), tr("History"), bench, parent)
    , m_dots(new TrialDots(plot(), [this](const TrialDots::Dot& dot) { return words(dot); }))
    , m_best(plot().addGraph())
    , m_improved(plot().addGraph())
    , m_fixed(plot().addGraph())
    , m_fixedName(new QCPItemText(&plot()))
    , m_valueLabel(new FittedLabel(plot(), *plot().yAxis))
    , m_pruned(addSwitch(tr("Pruned trials"), QStringLiteral("pruned"), false))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    m_pruned->setObjectName(QStringLiteral("history-pruned"));
    m_best->setLineStyle(QCPGraph::lsStepLeft);
    m_improved->setLineStyle(QCPGraph::lsNone);
    m_fixedName->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_fixedName->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_fixedName->setClipToAxisRect(false); // else the name of a line near an end of the axis is cut
    plot().xAxis->setLabel(tr("trial"));
    connect(m_dots, &TrialDots::picked, this, [this](qint64 trial, bool extend) { pick(study().selection(), trial, extend); });
}

void HistoryPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    const auto mark = [this] { isVisible() ? m_dots->mark(this->study().selection()) : scheduleRefresh(); };
    connect(&study, &OpenStudy::snapshotChanged, this, &HistoryPanel::scheduleRefresh);
    connect(&study, &OpenStudy::selectionChanged, this, mark);
    connect(&study, &OpenStudy::filterChanged, this, mark);
}

void HistoryPanel::refresh()
{
    m_job.request([snapshot = study().snapshot()] {
        Computed computed{.info = historyInfo(trialRefs(snapshot->trials), snapshot->direction),
                          .pruned = {},
                          .fixed = fixedValue(*snapshot),
                          .direction = snapshot->direction,
                          .objective = objectiveText(*snapshot)};
        for (const auto& trial : snapshot->trials) {
            computed.last = std::max(computed.last, trial->number);
            if (trial->state == TrialState::Pruned && trial->value)
                computed.pruned.push_back({double(trial->number), *trial->value, trial->number, true});
        }
        return computed;
    });
}

void HistoryPanel::take(Computed computed)
{
    m_info = computed.info;
    m_objective = computed.objective;
    std::vector<TrialDots::Dot> dots;
    if (m_pruned->isChecked())
        dots = computed.pruned;
    for (const HistoryInfo::Point& point : m_info.points)
        dots.push_back({double(point.number), point.value, point.number});
    std::ranges::sort(dots, {}, &TrialDots::Dot::trial);
    if (dots.empty()) {
        m_dots->setDots({});
        showEmpty(tr("The value of every trial and the best so far. It begins with the first complete trial."),
                  bench().action(QStringLiteral("run")));
        return setAccessibleDescription(summary());
    }
    fitAxes(computed, dots);
    m_dots->setDots(std::move(dots));
    drawBest();
    drawFixed(computed.fixed);
    showBody();
    setScope(m_pruned->isChecked() ? tr("best so far, each trial, pruned") : tr("best so far, each trial"));
    m_dots->mark(study().selection());
    setAccessibleDescription(summary());
}

void HistoryPanel::drawBest()
{
    const Theme& theme = Theme::instance();
    QVector<QCPGraphData> best, improved;
    for (const HistoryInfo::Point& point : m_info.points) {
        if (best.isEmpty() || point.improved || point.number == m_info.points.back().number)
            best.append({double(point.number), placeOn(*plot().yAxis, point.best)});
        if (point.improved)
            improved.append({double(point.number), placeOn(*plot().yAxis, point.best)});
    }
    m_best->setPen(Plot::thick(theme.colour(Role::Selection)));
    m_best->data()->set(best, true);
    m_improved->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, theme.colour(Role::Selection), theme.grid(0.85)));
    m_improved->data()->set(improved, true);
}

void HistoryPanel::drawFixed(std::optional<double> value)
{
    const QColor colour = Theme::instance().colour(Role::Validation);
    m_fixed->setVisible(value.has_value());
    m_fixedName->setVisible(value.has_value());
    if (!value)
        return;
    const QCPRange range = plot().home(*plot().xAxis);
    m_fixed->setPen(Plot::thick(colour, Qt::DashLine));
    m_fixed->data()->set({{range.lower, *value}, {range.upper, *value}}, true);
    m_fixedName->setText(tr("fixed 1-100-1"));
    m_fixedName->setFont(Theme::instance().scopeFont());
    m_fixedName->setColor(colour);
    m_fixedName->setPadding(QMargins(0, Theme::instance().grid(0.25), Theme::instance().grid(0.5), 0));
    m_fixedName->position->setCoords(1.0, *value);
    // Above a line that is near the lower end, where there is no room below it.
    const QCPRange heights = plot().yAxis->range();
    const bool low = *value - heights.lower < 0.25 * heights.size();
    m_fixedName->setPositionAlignment(Qt::AlignRight | (low ? Qt::AlignBottom : Qt::AlignTop));
}

void HistoryPanel::fitAxes(const Computed& computed, const std::vector<TrialDots::Dot>& dots)
{
    auto [low, high] = finiteRange(dots, &TrialDots::Dot::y);
    if (computed.fixed && std::isfinite(*computed.fixed)) {
        low = std::min(low, *computed.fixed);
        high = std::max(high, *computed.fixed);
    }
    const double room = std::max(smallestRoom(low, high), 0.05 * (high - low));
    Plot::growTo(*plot().yAxis, low - room, high + room);
    plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    const double side = std::max(0.5, 0.03 * double(computed.last));
    const double step = std::pow(10.0, std::floor(std::log10(std::max(10.0, double(computed.last))))) / 2;
    plot().xAxis->setRange(-side, std::max(computed.last + side, std::ceil(double(computed.last) / step) * step));
    m_valueLabel->set(computed.objective);
}

QString HistoryPanel::words(const TrialDots::Dot& dot) const
{
    const QString number = QLocale().toString(qint64(dot.trial)), value = objectiveValueText(dot.y);
    if (dot.cross)
        return tr("trial %1: pruned at %2").arg(number, value);
    return tr("trial %1: %2 %3", "number, name of the objective, value").arg(number, m_objective, value);
}

QString HistoryPanel::summary() const
{
    if (m_info.points.empty())
        return tr("No complete trial yet.");
    const double best = m_info.points.back().best;
    const QString since = tr("%n complete trial(s) since the best one.", nullptr, m_info.sinceBest());
    return tr("%n complete trial(s), best %1 %2. %3", "%1: name of the objective, %2: its value, %3: sentence", int(m_info.points.size()))
        .arg(m_objective, objectiveValueText(best), since);
}

FigureTable HistoryPanel::table() const
{
    FigureTable table{{QStringLiteral("trial"), QStringLiteral("value"), QStringLiteral("best")}, {}};
    for (const HistoryInfo::Point& point : m_info.points)
        table.rows.push_back({qlonglong(point.number), point.value, point.best});
    return table;
}

} // namespace reweigh
