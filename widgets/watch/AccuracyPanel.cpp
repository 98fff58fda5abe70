// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/AccuracyPanel.h"

#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/AccuracyPlot.h"
#include "widgets/watch/FollowPin.h"

#include <QActionGroup>
#include <QScopeGuard>
#include <QSlider>
#include <QToolButton>

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr std::size_t mostOthers = 200; ///< other trials drawn as faint lines behind those in view

} // namespace

AccuracyPanel::AccuracyPanel(Workbench& bench, QWidget* parent)
    : PlotPanel(QStringLiteral("accuracy"), tr("Accuracy"), bench, parent)
    , m_metric(QStringLiteral("accuracy/metric"), 0)
    , m_axis(QStringLiteral("accuracy/axis"), 0)
    , m_smoothing(QStringLiteral("accuracy/smoothing"), 0.5)
{
    m_drawing = new AccuracyPlot(plot());
    addMenu();
    plot().xAxis->grid()->setVisible(true);
    m_cursor = new PlotCursor(plot(), *plot().axisRect(), [this](double& x) { return wordsAt(x); });
    addTitleControls();
}

QString AccuracyPanel::wordsAt(double& x) const
{
    double nearest = std::numeric_limits<double>::infinity(), at = x;
    for (const CurveThing& thing : m_things)
        for (const SplitLines& split : thing.lines)
            for (const double point : split.band.x)
                if (std::abs(point - x) < nearest)
                    nearest = std::abs((at = point) - x);
    if (!std::isfinite(nearest))
        return {};
    x = at;
    std::vector<std::pair<double, QString>> rows;
    for (const CurveThing& thing : m_things)
        for (std::size_t i = 0; i < splitStyles().size(); ++i)
            if (auto row = thingWords(thing, i, at))
                rows.push_back(std::move(*row));
    std::ranges::sort(rows, std::ranges::greater(), &std::pair<double, QString>::first);
    QStringList words = {tr("%1 %2").arg(AccuracyPlot::axisName(axis()), QLocale().toString(at, 'g', 6))};
    for (const auto& row : rows)
        words << row.second;
    if (m_smoothing.get() > 0.0 && !rows.empty())
        words << tr("values as measured, lines smoothed");
    return words.join('\n');
}

void AccuracyPanel::addMenu()
{
    const auto choices = [this](const QString& title, const QStringList& names, ViewOption<int>& option) {
        QMenu* menu = this->menu().addMenu(title);
        auto* group = new QActionGroup(menu);
        for (int i = 0; i < names.size(); ++i) {
            QAction* action = menu->addAction(names[i]);
            action->setCheckable(true);
            action->setChecked(option.get() == i);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, &option, i] {
                option.set(i);
                scheduleRefresh();
            });
        }
    };
    choices(tr("Show"), {tr("Accuracy"), tr("Balanced accuracy"), tr("Accuracy of the classes with few images"), tr("Loss")}, m_metric);
    choices(tr("Over"), {tr("Epoch"), tr("Step"), tr("Wall time")}, m_axis);
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        m_shown[i] = addSwitch(AccuracyPlot::splitName(splitStyles()[i]), QString::fromLatin1(splitStyles()[i].key), true);
    menu().addSeparator();
    m_variants = addSwitch(tr("Variants of the comparison instead of chosen trials"), QStringLiteral("variants"), false);
    m_others = addSwitch(tr("Other trials in the background"), QStringLiteral("others"), true);
    m_logX = addSwitch(tr("Logarithmic horizontal axis"), QStringLiteral("log-x"), false);
    m_logY = addSwitch(tr("Logarithmic vertical axis"), QStringLiteral("log-y"), false);
}

/// What is reached for often stands in the title row: the pin, smoothing, log axes.
void AccuracyPanel::addTitleControls()
{
    addTitleWidget(new FollowPin(bench(), this));
    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(QStringLiteral("accuracySmoothing"));
    slider->setAccessibleName(tr("Smoothing"));
    slider->setToolTip(
        tr("Smoothing of the curves: the share that the average of before keeps at each point. Values beside the plot and at "
           "the pointer are as measured, and so are the thin lines behind a thick one."));
    slider->setRange(0, 99);
    slider->setValue(int(std::lround(m_smoothing.get() * 100)));
    slider->setFixedWidth(Theme::instance().grid(10));
    addTitleWidget(slider);
    connect(slider, &QSlider::valueChanged, this, [this](int value) {
        m_smoothing.set(value / 100.0);
        study().setSmoothing(value / 100.0);
        scheduleRefresh();
    });
    const auto button = [this](QAction* action, const QString& name, const QString& text) {
        auto* made = new QToolButton(this);
        action->setIconText(text); // the short form, which a button shows
        made->setDefaultAction(action);
        made->setObjectName(name);
        made->setAccessibleName(action->text());
        made->setFocusPolicy(Qt::StrongFocus);
        addTitleWidget(made);
    };
    button(m_logX, QStringLiteral("accuracyLogX"), tr("log x"));
    button(m_logY, QStringLiteral("accuracyLogY"), tr("log y"));
}

void AccuracyPanel::attach(OpenStudy& study)
{
    study.setSmoothing(m_smoothing.get());
    connect(&study, &OpenStudy::snapshotChanged, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::selectionChanged, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::filterChanged, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::epochsChanged, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::trainingsChanged, this, [this] { scheduleRefresh(); });
    connect(&study, &OpenStudy::stepsChanged, this, [this] {
        if (metric() == CurveMetric::Loss)
            scheduleRefresh();
    });
}

/// Index of the first split that is shown; where several things are compared it is the one with thick lines.
std::size_t AccuracyPanel::firstShown() const
{
    const auto found = std::ranges::find_if(m_shown, &QAction::isChecked);
    return found == m_shown.end() ? 0 : std::size_t(found - m_shown.begin());
}

QString AccuracyPanel::who() const
{
    const int things = int(m_things.empty() ? others().size() : m_things.size());
    if (m_variants->isChecked())
        return m_things.size() == 1 ? m_things.front().name : tr("%n variant(s)", nullptr, things);
    return m_things.size() == 1 ? tr("trial %1").arg(m_things.front().name) : tr("%n trial(s)", nullptr, things);
}

QString AccuracyPanel::figureName() const
{
    if (m_variants->isChecked())
        return id() + QStringLiteral("-variants");
    const Selection::Trials& chosen = study().selection().trials();
    return chosen.size() == 1 ? QStringLiteral("%1-trial-%2").arg(id()).arg(*chosen.begin()) : id();
}

/// Whether steps of a training that runs are drawn, which are there before its first epoch ends.
bool AccuracyPanel::drawsSteps() const
{
    return metric() == CurveMetric::Loss && std::ranges::any_of(study().running(), [this](const RunKey& key) {
               const auto trace = study().trace(key);
               return trace && trace->size() > 1;
           });
}

/// While the trial that has just started, or was interrupted then, has no epoch, the picture before stays, pale. False if something is to
/// be drawn.
bool AccuracyPanel::keepsLast()
{
    const std::vector<RunKey> running = study().running();
    const Selection::Trials& chosen = study().selection().trials();
    const auto snapshot = study().snapshot();
    const bool starts =
        std::ranges::any_of(running, [&](const RunKey& key) { return key.trial >= 0 && (chosen.empty() || chosen.contains(key.trial)); })
        || std::ranges::any_of(chosen, [&](std::int64_t number) {
               const StudyTrial* trial = snapshot->trial(number);
               return trial && trial->state == TrialState::Running;
           });
    if (m_drawn.isEmpty() || m_things.empty() || !starts || m_variants->isChecked() || drawsSteps() || anyEpoch(m_things))
        return false;
    return showPale(tr("%1, until %2 has its first epoch", "what is seen, what will be seen").arg(m_drawn, who()));
}

void AccuracyPanel::refresh()
{
    QElapsedTimer timer;
    timer.start();
    m_things = m_variants->isChecked() ? variantThings(study()) : trialThings(study());
    if (m_things.empty() && m_variants->isChecked())
        return showEmpty(tr("Loss and accuracy of the variants that a comparison trains will be drawn here."),
                         bench().action(QStringLiteral("compare")));
    if (m_things.empty() && study().snapshot()->trials.empty())
        return showEmpty(tr("Loss and accuracy of the trial that runs, or of those chosen in a list, will be drawn here."),
                         bench().action(QStringLiteral("run")));
    const auto read = qScopeGuard([this] { m_cursor->readAgain(); });
    if (keepsLast())
        return;
    if (!m_things.empty() && !anyEpoch(m_things) && !drawsSteps() && others().empty())
        return showEmpty(tr("No epoch of %1 has ended yet. The curves begin with the first one.").arg(who()));
    showBody();
    drawThings();
    const bool several = m_things.size() > 1;
    m_drawn = anyEpoch(m_things) ? who() : QString();
    const QString shown =
        several ? tr("%1 · thick: %2", "how many things, a split").arg(who(), AccuracyPlot::splitName(splitStyles()[firstShown()])) : who();
    const QString smoothing = QLocale().toString(m_smoothing.get(), 'g', 2);
    setScope(tr("%1 · smoothing %2 · x: %3").arg(shown, smoothing, AccuracyPlot::axisName(axis())));
    bench().clock().addCost(double(timer.nsecsElapsed()) * 1e-6 + plot().replotTime(true));
}

void AccuracyPanel::drawThings()
{
    const bool several = m_things.size() > 1;
    QStringList names;
    for (const CurveThing& thing : m_things)
        if (several || m_variants->isChecked())
            names << thing.name;
    m_drawing->begin(names);
    const std::vector<const StudyTrial*> reported = others();
    for (const bool selected : {false, true}) // the selected above the others
        for (const StudyTrial* trial : reported)
            if (study().selection().trials().contains(trial->number) == selected)
                m_drawing->drawOther(trial->intermediate, !anyEpoch(m_things), selected);
    if (metric() == CurveMetric::Loss)
        for (const RunKey& key : study().running())
            if (const auto trace = study().trace(key))
                m_drawing->drawTrace(*trace, axis());
    int epochs = 0;
    for (CurveThing& thing : m_things) {
        for (std::size_t i = 0; i < splitStyles().size(); ++i) {
            const SplitStyle& split = splitStyles()[i];
            thing.lines[i] = m_shown[i]->isChecked() ? splitLines(thing.runs, split, metric(), axis()) : SplitLines();
            if (several)
                m_drawing->drawThing(thing.name, thing.place, split, thing.lines[i], m_smoothing.get(), i == firstShown());
            else
                m_drawing->drawSplit(split, thing.lines[i], m_smoothing.get());
        }
        for (const CurveRun& run : thing.runs)
            epochs = std::max(epochs, run.epochs);
    }
    m_drawing->finish({.metric = metric(),
                       .axis = axis(),
                       .logX = m_logX->isChecked(),
                       .logY = m_logY->isChecked(),
                       .epochs = epochs,
                       .group = study().title() + (m_variants->isChecked() ? QStringLiteral("/variants") : QString())});
}

/// The trials behind those in view, the newest first, of those that pass the filter. Where the epochs of those in view are not beside the
/// study, these too, whatever is shown behind them.
std::vector<const StudyTrial*> AccuracyPanel::others() const
{
    std::vector<const StudyTrial*> found;
    if (metric() != CurveMetric::Accuracy || axis() != CurveAxis::Epoch || m_variants->isChecked())
        return found;
    const Selection& selection = study().selection();
    const auto snapshot = study().snapshot();
    for (auto it = snapshot->trials.rbegin(); it != snapshot->trials.rend(); ++it) {
        const bool selected = selection.trials().contains((*it)->number);
        const bool behind = m_others->isChecked() && found.size() < mostOthers && selection.passes((*it)->number);
        if ((*it)->intermediate.size() >= 2 && (selected ? m_things.empty() : behind))
            found.push_back(it->get());
    }
    return found;
}

QString AccuracyPanel::summary() const
{
    QStringList words;
    for (const CurveThing& thing : m_things)
        for (std::size_t i = 0; i < thing.lines.size(); ++i) {
            const SplitLines& lines = thing.lines[i];
            if (lines.runs.empty() || (m_things.size() > 1 && i != firstShown()))
                continue;
            const QString split = AccuracyPlot::splitName(splitStyles()[i]);
            const QString name = m_things.size() > 1 ? QStringLiteral("%1 %2").arg(thing.name, split) : split;
            words << (lines.n > 1 ? tr("%1: %2 ± %3 over %4 runs")
                                        .arg(name, AccuracyPlot::figure(lines.mean), AccuracyPlot::figure(lines.halfWidth))
                                        .arg(lines.n)
                                  : tr("%1: %2").arg(name, AccuracyPlot::figure(lines.mean)));
        }
    return words.join(QStringLiteral("; "));
}

int AccuracyPanel::figureHeight(int width) const
{
    return std::max(PlotPanel::figureHeight(width), figureLegend() ? m_drawing->columnHeight() : 0);
}

FigureTable AccuracyPanel::table() const
{
    FigureTable table{.header = {QStringLiteral("run"), QStringLiteral("split"), QStringLiteral("x"), QStringLiteral("y")}};
    for (const CurveThing& thing : m_things)
        for (const CurveRun& run : thing.runs)
            for (const SplitStyle& split : splitStyles()) {
                const RunSeries series = curveSeries(run, split, metric(), axis());
                for (std::size_t i = 0; i < series.x.size(); ++i)
                    table.rows.push_back({QString::fromStdString(run.name), QString::fromLatin1(split.key), series.x[i], series.y[i]});
            }
    return table;
}

} // namespace reweigh
