// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/AccuracyPanel.h"

#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/AccuracyPlot.h"

#include <QActionGroup>
#include <QSlider>
#include <QWidgetAction>

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr std::size_t mostRuns = 24;    ///< runs shown of a group
constexpr std::size_t mostOthers = 200; ///< other trials drawn as faint lines behind the group

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
    m_cursor = new PlotCursor(plot(), *plot().axisRect(), [this](double& x) {
        QStringList words;
        double nearest = std::numeric_limits<double>::infinity(), at = x;
        for (const SplitLines& split : m_lines)
            for (const double point : split.band.x)
                if (std::abs(point - x) < nearest)
                    nearest = std::abs((at = point) - x);
        if (!std::isfinite(nearest))
            return QString();
        x = at;
        std::vector<std::pair<double, QString>> rows;
        for (std::size_t i = 0; i < splitStyles().size(); ++i)
            for (const CurveRun& run : m_shown[i]->isChecked() ? m_group : std::vector<CurveRun>()) {
                const RunSeries series = curveSeries(run, splitStyles()[i], metric(), axis());
                for (std::size_t k = 0; k < series.x.size(); ++k)
                    if (series.x[k] == at)
                        rows.emplace_back(series.y[k], tr("%1 %2: %3")
                                                           .arg(QString::fromStdString(run.name), AccuracyPlot::splitName(splitStyles()[i]),
                                                                AccuracyPlot::figure(series.y[k])));
            }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        words << tr("%1 %2").arg(AccuracyPlot::axisName(axis()), QLocale().toString(at, 'g', 6));
        for (const auto& row : rows)
            words << row.second;
        return words.join('\n');
    });
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

    auto* slider = new QSlider(Qt::Horizontal, this);
    slider->setObjectName(QStringLiteral("accuracySmoothing"));
    slider->setAccessibleName(tr("Smoothing"));
    slider->setRange(0, 99);
    slider->setValue(int(std::lround(m_smoothing.get() * 100)));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->addWidget(new QLabel(tr("Smoothing"), row));
    layout->addWidget(slider);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(row);
    menu().addAction(action);
    connect(slider, &QSlider::valueChanged, this, [this](int value) {
        m_smoothing.set(value / 100.0);
        study().setSmoothing(value / 100.0);
        scheduleRefresh();
    });
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

CurveRun AccuracyPanel::trialRun(std::int64_t number) const
{
    CurveRun run{.name = '#' + std::to_string(number), .trained = study().runEpochs(RunKey::ofTrial(number))};
    const auto preview = study().preview();
    if (run.trained && run.trained->started)
        run.stepsPerEpoch = run.trained->started->stepsPerEpoch;
    else if (preview && preview->data.plan)
        run.stepsPerEpoch = std::max(1, int(preview->data.plan->train.size()) / std::max(1, study().config().training.batchSize));
    return run;
}

std::vector<CurveRun> AccuracyPanel::group() const
{
    std::vector<CurveRun> runs;
    if (m_variants->isChecked()) {
        const auto snapshot = study().snapshot();
        for (const VariantResult& variant : snapshot->variants)
            for (const VariantRun& run : variant.runs)
                if (runs.size() < mostRuns)
                    runs.push_back({.name = variant.name() + ' ' + std::to_string(run.seed),
                                    .trained = study().runEpochs(RunKey::ofVariant(variant.name(), variant.hash, run.seed))});
        return runs;
    }
    for (const std::int64_t number : study().selection().trials())
        if (runs.size() < mostRuns)
            runs.push_back(trialRun(number));
    if (runs.empty())
        for (const RunKey& key : study().running())
            if (key.trial >= 0)
                runs.push_back(trialRun(key.trial));
    return runs;
}

void AccuracyPanel::refresh()
{
    QElapsedTimer timer;
    timer.start();
    m_group = group();
    std::erase_if(m_group, [](const CurveRun& run) { return !run.trained; });
    if (m_group.empty() && study().snapshot()->trials.empty()) {
        showEmpty(tr("Loss and accuracy of the trial that runs, or of those chosen in a list, will be drawn here."),
                  bench().action(QStringLiteral("run")));
        return;
    }
    showBody();
    m_cursor->hide();
    m_drawing->begin();
    if (m_others->isChecked() && metric() == CurveMetric::Accuracy && axis() == CurveAxis::Epoch && !m_variants->isChecked())
        drawOthers();
    if (metric() == CurveMetric::Loss)
        for (const RunKey& key : study().running())
            if (const auto trace = study().trace(key))
                m_drawing->drawTrace(*trace, axis());
    for (std::size_t i = 0; i < splitStyles().size(); ++i) {
        m_lines[i] = m_shown[i]->isChecked() ? splitLines(m_group, splitStyles()[i], metric(), axis()) : SplitLines();
        m_drawing->drawSplit(splitStyles()[i], m_lines[i], m_smoothing.get());
    }
    int epochs = 0;
    for (const CurveRun& run : m_group)
        epochs = std::max(epochs, run.trained->started ? run.trained->started->epochs : 0);
    m_drawing->finish({.metric = metric(),
                       .axis = axis(),
                       .logX = m_logX->isChecked(),
                       .logY = m_logY->isChecked(),
                       .epochs = epochs,
                       .group = study().title() + (m_variants->isChecked() ? QStringLiteral("/variants") : QString())});
    const QString who = m_variants->isChecked() ? tr("%n run(s) of variants", nullptr, int(m_group.size()))
                        : m_group.size() == 1   ? tr("trial %1").arg(QString::fromStdString(m_group.front().name))
                                                : tr("%n trial(s)", nullptr, int(m_group.size()));
    setScope(tr("%1 · smoothing %2 · x: %3").arg(who, QLocale().toString(m_smoothing.get(), 'g', 2), AccuracyPlot::axisName(axis())));
    bench().clock().addCost(double(timer.nsecsElapsed()) * 1e-6 + plot().replotTime(true));
}

void AccuracyPanel::drawOthers()
{
    const auto& trials = study().snapshot()->trials;
    std::size_t drawn = 0;
    for (auto it = trials.rbegin(); it != trials.rend() && drawn < mostOthers; ++it) {
        const StudyTrial& trial = **it;
        if (trial.intermediate.size() < 2 || study().selection().trials().contains(trial.number)
            || !study().selection().passes(trial.number))
            continue;
        m_drawing->drawOther(trial.intermediate);
        ++drawn;
    }
}

QString AccuracyPanel::summary() const
{
    QStringList words;
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!m_lines[i].runs.empty())
            words << (m_lines[i].n > 1
                          ? tr("%1: %2 ± %3 over %4 runs")
                                .arg(AccuracyPlot::splitName(splitStyles()[i]), AccuracyPlot::figure(m_lines[i].mean),
                                     AccuracyPlot::figure(m_lines[i].halfWidth))
                                .arg(m_lines[i].n)
                          : tr("%1: %2").arg(AccuracyPlot::splitName(splitStyles()[i]), AccuracyPlot::figure(m_lines[i].mean)));
    return words.join(QStringLiteral("; "));
}

FigureTable AccuracyPanel::table() const
{
    FigureTable table{.header = {QStringLiteral("run"), QStringLiteral("split"), QStringLiteral("x"), QStringLiteral("y")}};
    for (const CurveRun& run : m_group)
        for (const SplitStyle& split : splitStyles()) {
            const RunSeries series = curveSeries(run, split, metric(), axis());
            for (std::size_t i = 0; i < series.x.size(); ++i)
                table.rows.push_back({QString::fromStdString(run.name), QString::fromLatin1(split.key), series.x[i], series.y[i]});
        }
    return table;
}

} // namespace reweigh
