// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightCurvePanel.h"

#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"
#include "widgets/watch/EpochBar.h"
#include "widgets/watch/FeaturePlot.h"
#include "widgets/watch/FollowPin.h"
#include "widgets/watch/TrialWeights.h"
#include "widgets/watch/WeightCurvePlot.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// The range of all weights in the feature maps of a training, widened to whole tenths.
QCPRange mappedWeights(const RunEpochs& run)
{
    float low = 1.0f, high = 0.0f;
    for (const EpochFigures& epoch : run.epochs)
        for (const float weight : epoch.features.weight) {
            low = std::min(low, weight);
            high = std::max(high, weight);
        }
    const double from = std::floor(10.0 * double(low)) / 10.0, to = std::ceil(10.0 * double(high)) / 10.0;
    return to > from ? QCPRange(from, to) : QCPRange(0.0, 1.0);
}

} // namespace

WeightCurvePanel::WeightCurvePanel(Workbench& bench, QWidget* parent)
    : CursorPanel(QStringLiteral("weight-curve"), tr("Learned weight"), bench, parent)
    , m_overFeatures(QStringLiteral("weight-curve/over-features"), false)
    , m_switch(new QWidget)
    , m_plots(new QStackedWidget)
    , m_curvePlot(new WeightCurvePlot)
    , m_featurePlot(new FeaturePlot)
    , m_verdict(new WeightVerdictLabel)
    , m_epochs(new EpochBar)
{
    m_curvePlot->setObjectName(QStringLiteral("weightCurvePlot"));
    m_curvePlot->setAccessibleName(tr("Weight over the loss"));
    m_featurePlot->setObjectName(QStringLiteral("featurePlot"));
    m_featurePlot->setAccessibleName(tr("Weight over the features"));
    m_plots->addWidget(m_curvePlot);
    m_plots->addWidget(m_featurePlot);
    makeSwitch();
    addTitleWidget(new FollowPin(bench, this));

    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid());
    column->addWidget(m_switch);
    column->addWidget(m_plots, 1);
    column->addWidget(m_verdict);
    column->addWidget(m_epochs);
    setBody(body);
    keepLastPicture();
}

void WeightCurvePanel::makeSwitch()
{
    auto* row = new QHBoxLayout(m_switch);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().grid(0.5));
    auto* group = new QActionGroup(this);
    // The choice is in the menu too, because a low dock has no room for the buttons.
    const auto choice = [&](const QString& name, const QString& text, bool chosen) {
        QAction* action = menu().addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        group->addAction(action);
        auto* button = new QToolButton(m_switch);
        button->setDefaultAction(action);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        return action;
    };
    choice(QStringLiteral("overLoss"), tr("over the loss"), !m_overFeatures.get());
    m_featureAction = choice(QStringLiteral("overFeatures"), tr("over the features"), m_overFeatures.get());
    row->addStretch();
    m_switch->hide();
    connect(m_featureAction, &QAction::toggled, this, [this](bool on) {
        m_overFeatures.set(on);
        scheduleRefresh();
    });
}

void WeightCurvePanel::showSwitch()
{
    const EpochFigures* epoch = cursor().epoch();
    const bool offered = epoch && !epoch->features.first.empty();
    for (QAction* action : m_featureAction->actionGroup()->actions())
        action->setVisible(offered);
    m_switch->setVisible(offered && height() >= Theme::instance().grid(34));
}

void WeightCurvePanel::resizeEvent(QResizeEvent* event)
{
    CursorPanel::resizeEvent(event);
    showSwitch();
}

void WeightCurvePanel::attach(OpenStudy& study)
{
    CursorPanel::attach(study);
    m_epochs->setCursor(cursor());
}

bool WeightCurvePanel::showsFeatures() const
{
    const EpochFigures* epoch = cursor().epoch();
    return m_overFeatures.get() && epoch && !epoch->features.first.empty();
}

Plot& WeightCurvePanel::shownPlot() const
{
    return showsFeatures() ? static_cast<Plot&>(*m_featurePlot) : *m_curvePlot;
}

void WeightCurvePanel::refresh()
{
    m_info.reset();
    const EpochFigures* epoch = epochOrExcuse(tr("Here you will see the weight given to each loss, and how it changes from epoch to epoch. "
                                                 "Run a study, or open one."));
    if (!epoch)
        return;
    WeightCurveInfo info = weightCurveInfo(*cursor().trained(), std::size_t(cursor().position()));
    info.ownLabels = trialWeightSource(study(), *cursor().trial()).ownLabels;
    m_info = std::make_shared<const WeightCurveInfo>(std::move(info));
    showSwitch();
    m_plots->setCurrentWidget(&shownPlot());
    if (showsFeatures())
        m_featurePlot->setMap(epoch->features, mappedWeights(*cursor().trained()), m_info->ownLabels);
    else
        m_curvePlot->setInfo(m_info);
    sayVerdict(*m_verdict);

    const QLocale locale;
    const QString trial = locale.toString(qlonglong(*cursor().trial())), at = locale.toString(epoch->epoch),
                  planned = locale.toString(cursor().epochsPlanned());
    const int samples = showsFeatures() ? int(epoch->features.first.size()) : epoch->curve.right + epoch->curve.wrong;
    setScope(samples > 0 ? tr("trial #%1 · epoch %2 of %3 · %Ln sample(s)", nullptr, samples).arg(trial, at, planned)
                         : tr("trial #%1 · epoch %2 of %3").arg(trial, at, planned));
    showBody();
}

QString WeightCurvePanel::summary() const
{
    if (!m_info)
        return {};
    const QLocale locale;
    const auto& [epoch, loss, weight] = m_info->curve;
    const std::vector<bool> unseen = m_info->unseenBins();
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < loss.size(); ++i)
        if (!unseen[i] && std::isfinite(weight[i]))
            known.push_back(i);
    if (known.empty())
        return tr("Epoch %1: no weight is known.").arg(locale.toString(epoch));
    const auto number = [](double value) { return shownFigure(value, 2); };
    const QString curve = tr("After epoch %1 a sample of loss %2 weighs %3, one of loss %4 weighs %5.")
                              .arg(locale.toString(epoch), number(loss[known.front()]), number(weight[known.front()]),
                                   number(loss[known.back()]), number(weight[known.back()]));
    const QString said = QStringLiteral("%1 %2.").arg(curve, m_verdict->text());
    if (m_info->rightCount + m_info->wrongCount == 0)
        return said;
    return (m_info->ownLabels ? tr("%1 %2 labels as they came and %3 changed ones were seen.")
                              : tr("%1 %2 right and %3 wrong labels were seen."))
        .arg(said, locale.toString(m_info->rightCount), locale.toString(m_info->wrongCount));
}

FigureTable WeightCurvePanel::table() const
{
    if (!m_info || !cursor().epoch()) // true just after another study came into view
        return {};
    return showsFeatures() ? featureTable() : curveTable();
}

FigureTable WeightCurvePanel::curveTable() const
{
    FigureTable table{.header = {"epoch", "loss", "weight", "right_density", "wrong_density"}, .rows = {}};
    if (m_info->ownLabels)
        table.header = {"epoch", "loss", "weight", "unchanged_density", "changed_density"};
    const auto& epochs = cursor().trained()->epochs;
    for (int i = 0; i <= cursor().position(); ++i) {
        const WeightCurve& curve = epochs[std::size_t(i)].curve;
        for (std::size_t bin = 0; bin < curve.loss.size(); ++bin)
            table.rows.push_back({epochs[std::size_t(i)].epoch, double(curve.loss[bin]), double(curve.weight[bin]),
                                  double(curve.rightDensity[bin]), double(curve.wrongDensity[bin])});
    }
    return table;
}

FigureTable WeightCurvePanel::featureTable() const
{
    FigureTable table{.header = {"epoch", "first", "second", "weight", m_info->ownLabels ? "changed" : "wrong"}, .rows = {}};
    const EpochFigures& epoch = *cursor().epoch();
    const FeatureMap& map = epoch.features;
    for (std::size_t i = 0; i < map.first.size(); ++i)
        table.rows.push_back({epoch.epoch, double(map.first[i]), double(map.second[i]), double(map.weight[i]), int(map.wrong[i])});
    return table;
}

int WeightCurvePanel::figureHeight(int width) const
{
    const int plot = figureLegend() && !showsFeatures() ? std::max(width / 2, WeightCurvePlot::heightWithCounts()) : width / 2;
    return plot + m_verdict->heightAtFoot(width);
}

void WeightCurvePanel::paintFigure(QPainter& painter, const QRect& target)
{
    if (!m_info)
        return;
    const QRect plot = m_verdict->paintAtFoot(painter, target);
    m_curvePlot->adaptTo(plot.height());
    shownPlot().paintInto(painter, plot, figureLegend());
    m_curvePlot->adaptTo(m_curvePlot->height());
}

} // namespace reweigh
