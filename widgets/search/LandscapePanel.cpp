// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/LandscapePanel.h"

#include "core/search/ParameterNames.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"

#include <QAction>

#include <algorithm>

namespace reweigh {

LandscapePanel::LandscapePanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("landscape"), tr("Landscape"), bench, parent)
    , m_map(new LandscapeMap(this))
    , m_x(QStringLiteral("landscape/x"), tr("Across"), {parameter::nodes}, menu(), this)
    , m_y(QStringLiteral("landscape/y"), tr("Upwards"), {parameter::layers}, menu(), this)
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    m_map->setObjectName(QStringLiteral("landscape-map"));
    m_map->setAccessibleName(title());
    setBody(m_map);
    QAction* filter = menu().addAction(tr("Show only this cell's trials"));
    filter->setObjectName(QStringLiteral("landscape-filter"));
    QAction* all = menu().addAction(tr("Show all trials"));
    all->setObjectName(QStringLiteral("landscape-all"));
    connect(filter, &QAction::triggered, this, [this] { study().selection().setFilter(trialsOf(m_map->focusCell())); });
    connect(all, &QAction::triggered, this, [this] { study().selection().showAll(); });
    for (AxisChoice* choice : {&m_x, &m_y})
        connect(choice, &AxisChoice::changed, this, &LandscapePanel::scheduleRefresh);
    connect(m_map, &LandscapeMap::axisWanted, this,
            [this](Qt::Orientation axis, const QPoint& place) { (axis == Qt::Horizontal ? m_x : m_y).popup(place); });
    connect(m_map, &LandscapeMap::picked, this, [this](int cell) {
        const Selection::Trials trials = trialsOf(cell);
        const StudySnapshot& snapshot = *study().snapshot();
        const auto better = [&](std::int64_t a, std::int64_t b) {
            const FrozenTrial *first = snapshot.trial(a), *second = snapshot.trial(b);
            return first && second && isBetter(*first->value, *second->value, snapshot.direction);
        };
        const auto best = std::ranges::min_element(trials, better);
        study().selection().set(trials, best == trials.end() ? std::nullopt : std::optional(*best));
    });
    connect(m_map, &LandscapeMap::filterWanted, this, [this](int cell) {
        Selection& selection = study().selection();
        cell < 0 ? selection.showAll() : selection.setFilter(trialsOf(cell));
    });
}

void LandscapePanel::attach(OpenStudy& study)
{
    m_job.cancel();
    connect(&study, &OpenStudy::snapshotChanged, this, &LandscapePanel::scheduleRefresh);
    connect(&study, &OpenStudy::selectionChanged, this, &LandscapePanel::mark);
    connect(&study, &OpenStudy::filterChanged, this, &LandscapePanel::mark);
}

void LandscapePanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), x = m_x.wish(), y = m_y.wish()] {
        const TrialRefs trials = trialRefs(snapshot->trials);
        Computed computed;
        computed.trials = int(std::ranges::count_if(trials, [](const FrozenTrial* trial) { return isComplete(*trial); }));
        computed.axes = plotAxes(*snapshot);
        const auto parameters = std::ranges::count_if(computed.axes, [](const ParameterAxis& axis) { return !axis.read; });
        const ParameterAxis* up = y.among(computed.axes, x.chosen);
        const ParameterAxis* across = up ? x.among(computed.axes, up->name) : nullptr;
        if (computed.trials > 0 && parameters > 1) // columns alone make no map of what was searched
            computed.view = landscapeView(landscapeInfo(trials, snapshot->direction, withRange(*across, trials), withRange(*up, trials)),
                                          trials, snapshot->direction);
        return computed;
    });
}

void LandscapePanel::take(Computed computed)
{
    if (!computed.view) {
        m_map->setView({});
        if (study().snapshot()->hasSeveralObjectives())
            showEmpty(severalObjectivesText());
        else if (computed.trials == 0)
            showEmpty(tr("A map of the searched architectures, coloured by how well they did. It begins with the first complete trial."),
                      bench().action(QStringLiteral("run")));
        else
            showEmpty(tr("A map needs two parameters; this study searched fewer."));
    } else {
        const std::string x = computed.view->info.x.axis.name, y = computed.view->info.y.axis.name;
        m_x.offer(computed.axes, x);
        m_y.offer(computed.axes, y);
        m_map->setView(std::move(*computed.view));
        m_objective = objectiveText(*study().snapshot());
        if (std::ranges::any_of(m_map->view().info.cells, [](const LandscapeInfo::Cell& cell) { return cell.n > 0; })) {
            showBody();
            setScope(tr("median %1 · n in each cell").arg(m_objective));
        } else {
            showEmpty(noneHasBothText(parameterText(x), parameterText(y)));
        }
        m_map->mark(study().selection()); // behind others, too: it is drawn for figures
    }
    setAccessibleDescription(summary());
}

Selection::Trials LandscapePanel::trialsOf(int cell) const
{
    const auto& cells = m_map->view().info.cells;
    if (cell < 0 || cell >= int(cells.size()))
        return {};
    const auto& trials = cells[std::size_t(cell)].trials;
    return {trials.begin(), trials.end()};
}

QString LandscapePanel::summary() const
{
    const LandscapeInfo& info = m_map->view().info;
    if (info.cells.empty())
        return tr("No map yet.");
    const auto tried = std::ranges::count_if(info.cells, [](const LandscapeInfo::Cell& cell) { return cell.n > 0; });
    const QString seen = tr("Map of %1 by %2: %3 of %4 cells tried.")
                             .arg(parameterText(info.x.axis.name), parameterText(info.y.axis.name), QLocale().toString(qint64(tried)),
                                  QLocale().toString(qint64(info.cells.size())));
    return info.bestCell < 0 ? seen : tr("%1 Best trial in %2.").arg(seen, m_map->cellWords(info.bestCell));
}

FigureTable LandscapePanel::table() const
{
    const LandscapeView& view = m_map->view();
    FigureTable table{{QString::fromStdString(view.info.x.axis.name), QString::fromStdString(view.info.y.axis.name), QStringLiteral("n"),
                       QStringLiteral("median"), QStringLiteral("low"), QStringLiteral("high")},
                      {}};
    for (std::size_t cell = 0; cell < view.info.cells.size(); ++cell) {
        const LandscapeInfo::Cell& at = view.info.cells[cell];
        const auto columns = std::size_t(view.info.x.cells());
        const QVariant none = std::numeric_limits<double>::quiet_NaN();
        table.rows.push_back({QString::fromStdString(view.info.x.labels[cell % columns]),
                              QString::fromStdString(view.info.y.labels[cell / columns]), at.n, at.median,
                              at.n ? QVariant(view.ranges[cell].first) : none, at.n ? QVariant(view.ranges[cell].second) : none});
    }
    return table;
}

} // namespace reweigh
