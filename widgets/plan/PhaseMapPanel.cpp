// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/PhaseMapPanel.h"

#include "core/plan/PlanTable.h"
#include "widgets/panel/ControlRow.h"
#include "widgets/plan/GainGridView.h"
#include "widgets/plan/PlanText.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

using Choices = std::vector<std::pair<QString, QString>>; ///< what is shown, and what is meant

/// Offers `choices` in `box`. What was chosen stays, if it is still there; else the entry `usual` is chosen.
void offerIn(QComboBox& box, const Choices& choices, int usual = 0)
{
    const auto isOffered = [&](std::size_t i) {
        return box.itemText(int(i)) == choices[i].first && box.itemData(int(i)).toString() == choices[i].second;
    };
    bool same = box.count() == int(choices.size());
    for (std::size_t i = 0; same && i < choices.size(); ++i)
        same = isOffered(i);
    if (same)
        return; // an open list stays open
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    for (const auto& [shown, meant] : choices)
        box.addItem(shown, meant);
    const int known = chosen.isValid() ? box.findData(chosen) : -1;
    box.setCurrentIndex(known >= 0 ? known : std::min(usual, box.count() - 1));
}

std::string chosenIn(const QComboBox& box)
{
    return box.currentData().toString().toStdString();
}

/// Chooses another entry in `other` than in `box`, if both say the same.
void keepApart(const QComboBox& box, QComboBox& other)
{
    if (box.currentData() != other.currentData())
        return;
    const QSignalBlocker quiet(other);
    other.setCurrentIndex(other.currentIndex() == 0 ? 1 : 0);
}

} // namespace

PhaseMapPanel::PhaseMapPanel(Workbench& bench, QWidget* parent)
    : PlanPanel(QStringLiteral("plan-map"), tr("Phase map"), bench, parent)
    , m_view(new GainGridView(QStringLiteral("plan-map-view"), tr("Gain of one variant over another by two settings")))
    , m_note(makePlanNote(QStringLiteral("plan-map-note")))
    , m_first(makeChoice(QStringLiteral("plan-map-first"), tr("Variant whose gain is shown")))
    , m_second(makeChoice(QStringLiteral("plan-map-second"), tr("Variant that it is compared with")))
    , m_metric(makeChoice(QStringLiteral("plan-map-metric"), tr("Metric")))
    , m_x(makeChoice(QStringLiteral("plan-map-x"), tr("Setting from left to right")))
    , m_y(makeChoice(QStringLiteral("plan-map-y"), tr("Setting from bottom to top")))
    , m_others(new QWidget)
    , m_metricKey(QStringLiteral("plan-map/metric"), QStringLiteral("test.accuracy"))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    for (const ComparedMetric& metric : planMetrics())
        m_metric->addItem(variantWords(metric.title), QString::fromLatin1(metric.key));
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(m_metricKey.get())));
    setBody(makeBody());
    setFocusProxy(m_view);
    for (const auto& [box, other] : {std::pair(m_first, m_second), std::pair(m_second, m_first), std::pair(m_x, m_y), std::pair(m_y, m_x)})
        connect(box, &QComboBox::currentIndexChanged, this, [this, box = box, other = other] {
            keepApart(*box, *other);
            scheduleRefresh();
        });
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        m_metricKey.set(m_metric->currentData().toString());
        scheduleRefresh();
    });
    connect(m_view, &GainGridView::picked, this, [this](int cell) { openCell(*m_view->grid().cells[std::size_t(cell)].cell); });
}

QComboBox* PhaseMapPanel::makeChoice(const QString& name, const QString& what)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(what);
    box->setToolTip(what);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(7); // where the dock is narrow
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return box;
}

QWidget* PhaseMapPanel::makeBody()
{
    auto* others = new QHBoxLayout(m_others);
    others->setContentsMargins(0, 0, 0, 0);
    others->setSpacing(Theme::instance().grid(0.5));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().grid(0.75));
    column->addWidget(m_view->withKeys(), 1);
    column->addWidget(m_note);
    column->addWidget(new ControlRow(sideBySide({m_first, new QLabel(QStringLiteral("−")), m_second}), m_metric));
    column->addWidget(new ControlRow(sideBySide({m_x, new QLabel(QStringLiteral("×")), m_y}), m_others));
    return body;
}

/// Offers the plan's variants and settings. At first the map is of the two variants that the plan's first claim of a gain is about.
void PhaseMapPanel::offer(const Plan& plan, const std::vector<PlanAxis>& axes)
{
    Choices names, settings;
    for (const Variant& variant : plan.variants)
        names.emplace_back(QString::fromStdString(variant.name), QString::fromStdString(variant.name));
    for (const PlanAxis& axis : axes)
        settings.emplace_back(settingText(axis.key), QString::fromStdString(axis.key));
    const auto claim = std::ranges::find(plan.hypotheses, ClaimKind::Better, &Hypothesis::kind);
    const auto placeOf = [&](const std::string& name) {
        return int(std::ranges::find(plan.variants, name, &Variant::name) - plan.variants.begin());
    };
    const bool claimed = claim != plan.hypotheses.end();
    offerIn(*m_first, names, claimed ? placeOf(claim->first) : 0);
    offerIn(*m_second, names, claimed ? placeOf(claim->second) : 1);
    offerIn(*m_x, settings);
    offerIn(*m_y, settings, 1);
    keepApart(*m_first, *m_second);
    keepApart(*m_x, *m_y);
    offerOthers(axes);
}

/// Offers the values of the settings that are no axes of the map.
void PhaseMapPanel::offerOthers(const std::vector<PlanAxis>& axes)
{
    const std::string x = chosenIn(*m_x), y = chosenIn(*m_y);
    std::vector<PlanAxis> others;
    for (const PlanAxis& axis : axes)
        if (axis.key != x && axis.key != y)
            others.push_back(axis);
    if (!std::ranges::equal(others, m_otherValues, {}, &PlanAxis::key, &Other::key)) {
        for (const Other& other : m_otherValues)
            delete other.box;
        m_otherValues.clear();
        for (const PlanAxis& axis : others) {
            QComboBox* box =
                makeChoice(QStringLiteral("plan-map-at-") + QString::fromStdString(axis.key), tr("Value of %1").arg(settingText(axis.key)));
            connect(box, &QComboBox::currentIndexChanged, this, &PhaseMapPanel::scheduleRefresh);
            m_others->layout()->addWidget(box);
            m_otherValues.push_back({axis.key, box});
        }
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        Choices values;
        for (const nlohmann::json& value : others[i].values)
            values.emplace_back(tr("%1 %2", "setting, value").arg(settingText(others[i].key), settingValueText(value)),
                                QString::fromStdString(value.dump()));
        offerIn(*m_otherValues[i].box, values);
    }
}

/// The values at which the settings stand that are no axes.
nlohmann::json PhaseMapPanel::fixed() const
{
    nlohmann::json values = nlohmann::json::object();
    for (const Other& other : m_otherValues)
        values[other.key] = nlohmann::json::parse(chosenIn(*other.box));
    return values;
}

void PhaseMapPanel::clear()
{
    m_job.cancel();
    m_view->setGrid({});
    m_shown = {};
}

void PhaseMapPanel::refresh()
{
    const QString what =
        tr("The gain of one variant over another will be here, over two settings of a plan: where it helps, and where that is open.");
    const auto snapshot = snapshotOrEmpty(what);
    if (!snapshot)
        return clear();
    const Plan& plan = *snapshot->plan;
    const std::vector<PlanAxis> axes = planAxes(plan);
    if (axes.size() < 2 || plan.variants.size() < 2) {
        clear();
        showEmpty(plan.variants.size() < 2 ? tr("A map compares two variants; this plan has one.")
                                           : tr("A map needs two settings that differ between cells; this plan has fewer."));
        return;
    }
    offer(plan, axes);
    m_job.request([snapshot, first = chosenIn(*m_first), second = chosenIn(*m_second), metric = chosenIn(*m_metric), x = chosenIn(*m_x),
                   y = chosenIn(*m_y), at = fixed()] {
        return Computed{snapshot, phaseMap(snapshot->state, first, second, metric, x, y, at)};
    });
}

void PhaseMapPanel::take(Computed computed)
{
    m_view->setGrid(phaseGrid(computed.map, *computed.plan->plan)); // before the snapshot that the present grid points into is dropped
    m_shown = std::move(computed);
    const PhaseMap& map = m_shown.map;
    setScope(isShare(map.metric) ? tr("%1, points, 95 % · hatched: not decided, Holm over the map").arg(metricTitle(map.metric))
                                 : tr("%1, 95 % · hatched: not decided, Holm over the map").arg(metricTitle(map.metric)));
    m_note->setText(tr("Difference %1 − %2. Blue, ✓: %1 is better; orange, ✕: worse.")
                        .arg(QString::fromStdString(map.first), QString::fromStdString(map.second)));
    showBody();
    setAccessibleDescription(summary());
}

void PhaseMapPanel::retheme()
{
    dimNote(*m_note);
}

QString PhaseMapPanel::summary() const
{
    QStringList said;
    for (const GainGrid::Cell& cell : m_view->grid().cells)
        if (cell.cell)
            said << QString(cell.words).replace(QLatin1Char('\n'), QStringLiteral(", "));
    return said.isEmpty() ? tr("There is no map yet.") : said.join(QStringLiteral("; "));
}

FigureTable PhaseMapPanel::table() const
{
    return phaseTable(m_shown.map);
}

void PhaseMapPanel::paintFigure(QPainter& painter, const QRect& target)
{
    const Theme& theme = Theme::instance();
    m_view->paint(painter, target.adjusted(0, 0, 0, -PaintedView::noteHeight(theme.scopeFont(), m_note->text(), target.width())));
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    drawWrapped(painter, target, Qt::AlignLeft | Qt::AlignBottom, m_note->text());
}

int PhaseMapPanel::figureHeight(int width) const
{
    return m_view->heightFor(width) + PaintedView::noteHeight(Theme::instance().scopeFont(), m_note->text(), width);
}

} // namespace reweigh
