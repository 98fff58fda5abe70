// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ParallelPanel.h"

#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/TrialDots.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace reweigh {
namespace {

/// Whether the axis can be added: parameters and the value have one always.
bool isColumn(const ParameterAxis& axis)
{
    return axis.read && axis.name != column::value;
}

} // namespace

ParallelPanel::ParallelPanel(Workbench& bench, QWidget* parent)
    : Panel(QStringLiteral("parallel"), tr("Parallel coordinates"), bench, parent)
    , m_column(new QWidget(this))
    , m_plot(new ParallelPlot(m_column))
    , m_columns(menu().addMenu(tr("Columns as axes")))
    , m_chosenColumns(QStringLiteral("parallel/columns"), {})
    , m_job([this](std::shared_ptr<const ParallelInfo> info) { take(std::move(info)); })
{
    m_columns->setObjectName(QStringLiteral("parallel-columns"));
    connect(m_columns, &QMenu::aboutToShow, this, &ParallelPanel::offerColumns);
    m_plot->setObjectName(QStringLiteral("parallel-plot"));
    m_plot->setAccessibleName(title());
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::instance().grid());
    const auto addButton = [&](const QString& name, const QString& text, const QString& tip) {
        auto* button = new QToolButton(m_column);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        row->addWidget(button);
        return button;
    };
    connect(addButton(QStringLiteral("parallel-best"), tr("Top 10 %"), tr("Brush the best tenth of the complete trials")),
            &QToolButton::clicked, this, &ParallelPanel::brushBest);
    const auto showAll = [this] {
        m_plot->dropBrushes();
        study().selection().showAll();
    };
    connect(addButton(QStringLiteral("parallel-clear"), tr("All trials"), tr("Clear every brush and filter (Esc)")), &QToolButton::clicked,
            this, showAll);
    connect(m_plot, &ParallelPlot::allWanted, this, showAll);
    row->addStretch();
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins({});
    column->setSpacing(Theme::instance().grid(0.5));
    column->addWidget(m_plot, 1);
    column->addLayout(row);
    setBody(m_column);
    connect(m_plot, &ParallelPlot::picked, this, [this](qint64 trial, bool extend) { pick(study().selection(), trial, extend); });
    connect(m_plot, &ParallelPlot::brushed, this, [this](const std::optional<Selection::Trials>& trials) {
        m_published = trials;
        study().selection().setFilter(trials);
    });
}

void ParallelPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    m_plot->dropBrushes();
    m_published = study.selection().brush();
    connect(&study, &OpenStudy::snapshotChanged, this, &ParallelPanel::scheduleRefresh);
    connect(&study, &OpenStudy::selectionChanged, this,
            [this] { isVisible() ? m_plot->mark(this->study().selection()) : scheduleRefresh(); });
    connect(&study, &OpenStudy::filterChanged, this, &ParallelPanel::filterChanged);
}

void ParallelPanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), chosen = m_chosenColumns.get()] {
        const TrialRefs trials = trialRefs(snapshot->trials);
        std::vector<ParameterAxis> columns;
        if (!chosen.isEmpty())
            for (const ParameterAxis& axis : plotAxes(*snapshot))
                if (isColumn(axis) && chosen.contains(QString::fromStdString(axis.name)))
                    columns.push_back(withRange(axis, trials));
        return std::make_shared<const ParallelInfo>(parallelInfo(trials, snapshot->direction, columns));
    });
}

/// The columns of the trials table that can have an axis beside the parameters.
void ParallelPanel::offerColumns()
{
    m_columns->clear();
    for (const ParameterAxis& axis : plotAxes(*study().snapshot())) {
        if (!isColumn(axis))
            continue;
        const QString name = QString::fromStdString(axis.name);
        QAction* action = m_columns->addAction(parameterText(axis.name));
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(m_chosenColumns.get().contains(name));
        connect(action, &QAction::toggled, this, [this, name](bool on) {
            QStringList chosen = m_chosenColumns.get();
            chosen.removeAll(name);
            if (on)
                chosen << name;
            m_chosenColumns.set(chosen);
            scheduleRefresh();
        });
    }
}

void ParallelPanel::take(std::shared_ptr<const ParallelInfo> info)
{
    m_plot->setInfo(std::move(info), objectiveText(*study().snapshot()));
    if (study().snapshot()->hasSeveralObjectives()) {
        showEmpty(severalObjectivesText());
    } else if (m_plot->info().trials.empty()) {
        showEmpty(tr("Every complete trial as a line over its parameters and its value. It begins with the first complete trial."),
                  bench().action(QStringLiteral("run")));
    } else {
        showBody();
        m_plot->mark(study().selection());
        tellScope();
    }
    setAccessibleDescription(summary());
}

void ParallelPanel::filterChanged()
{
    if (study().selection().brush() != m_published) { // another view has set the brush
        m_published = study().selection().brush();
        m_plot->dropBrushes();
    }
    if (!isVisible())
        return scheduleRefresh();
    m_plot->mark(study().selection());
    tellScope();
    setAccessibleDescription(summary());
}

/// Feasible trials come before those that violate constraints, as Optuna's best trial is a feasible one. Where that parts trials of like
/// values, no brush over the values does it, and the trials themselves are the filter.
void ParallelPanel::brushBest()
{
    const ParallelInfo& info = m_plot->info();
    if (info.trials.empty())
        return;
    using Rank = std::pair<bool, double>;
    std::vector<Rank> ranks;
    for (std::size_t line = 0; line < info.lines(); ++line)
        ranks.emplace_back(info.feasible[line], info.merit(line));
    std::vector<Rank> sorted = ranks;
    const auto count = std::max<std::size_t>(1, std::size_t(std::ceil(0.1 * double(sorted.size()))));
    std::ranges::nth_element(sorted, sorted.begin() + std::ptrdiff_t(count) - 1, std::greater<>());
    const Rank last = sorted[count - 1];
    double least = 1.0;
    for (const Rank& rank : ranks)
        if (rank >= last)
            least = std::min(least, rank.second);
    Selection::Trials best;
    bool byValue = true;
    for (std::size_t line = 0; line < info.lines(); ++line) {
        if (ranks[line] >= last)
            best.insert(info.trials[line]);
        else if (ranks[line].second >= least)
            byValue = false;
    }
    m_plot->dropBrushes();
    if (!byValue)
        return study().selection().setFilter(best);
    const bool maximize = info.direction == Direction::Maximize;
    m_plot->setBrush(info.axes.size() - 1, maximize ? least : 0.0, maximize ? 1.0 : 1.0 - least);
}

void ParallelPanel::tellScope()
{
    const int all = int(m_plot->info().lines());
    const auto& filter = study().selection().filter();
    if (!filter)
        return setScope(tr("%Ln complete trial(s)", nullptr, all));
    const auto pass = std::ranges::count_if(m_plot->info().trials, [&](std::int64_t trial) { return filter->contains(trial); });
    setScope((m_plot->brushes().any() ? tr("%Ln complete trial(s) · brushed: %1", nullptr, all)
                                      : tr("%Ln complete trial(s) · filtered: %1", nullptr, all))
                 .arg(QLocale().toString(qint64(pass))));
}

QString ParallelPanel::summary() const
{
    const ParallelInfo& info = m_plot->info();
    if (info.trials.empty())
        return noCompleteTrialText();
    return tr("%1, as lines over %n axes.", nullptr, int(info.axes.size())).arg(scope());
}

FigureTable ParallelPanel::table() const
{
    const ParallelInfo& info = m_plot->info();
    FigureTable table{{QStringLiteral("trial")}, {}};
    for (const ParameterAxis& axis : info.axes)
        table.header << (isValueAxis(axis) ? QStringLiteral("value") : QString::fromStdString(axis.name));
    for (std::size_t line = 0; line < info.lines(); ++line) {
        const FrozenTrial* trial = study().snapshot()->trial(info.trials[line]);
        QVariantList row{qlonglong(info.trials[line])};
        for (const ParameterAxis& axis : info.axes) {
            const auto value = trial ? axisValue(*trial, axis) : std::nullopt;
            row << (value ? axisTableValue(axis, *value) : QVariant());
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace reweigh
