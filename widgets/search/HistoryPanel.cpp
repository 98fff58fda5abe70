// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/HistoryPanel.h"

#include "core/experiment/VariantResult.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/plots/WholeTicker.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/TimelinePanel.h"

#include <algorithm>
#include <cmath>
#include <limits>
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

/// Whether the column holds what the fixed network's mean can be compared with.
bool isSearchedMetric(const std::string& name)
{
    return name == column::value || name == column::retrained;
}

} // namespace

HistoryPanel::HistoryPanel(Workbench& bench, QWidget* parent)
    : DotsPanel(QStringLiteral("history"), tr("History"), bench, parent)
    , m_x(QStringLiteral("history/x"), tr("Across"), {column::number}, menu(), this)
    , m_y(QStringLiteral("history/y"), tr("Upwards"), {column::value}, menu(), this)
    , m_valueLabel(new FittedLabel(plot(), *plot().yAxis))
    , m_pruned(addSwitch(tr("Pruned trials"), QStringLiteral("pruned"), false))
    , m_job([this](Computed computed) { take(std::move(computed)); })
{
    addDots();
    for (QCPGraph** line : {&m_best, &m_improved, &m_fixed})
        *line = plot().addGraph();
    m_fixedName = new QCPItemText(&plot());
    m_pruned->setObjectName(QStringLiteral("history-pruned"));
    m_best->setLineStyle(QCPGraph::lsStepLeft);
    m_improved->setLineStyle(QCPGraph::lsNone);
    m_fixedName->position->setType(QCPItemPosition::ptPlotCoords);
    connect(&plot(), &QCustomPlot::afterLayout, this, &HistoryPanel::placeFixedName);
    m_fixedName->setClipToAxisRect(false); // else the name of a line near an end of the axis is cut
    for (AxisChoice* choice : {&m_x, &m_y})
        connect(choice, &AxisChoice::changed, this, &HistoryPanel::scheduleRefresh);
}

void HistoryPanel::attach(OpenStudy& study)
{
    m_job.cancel();
    DotsPanel::attach(study);
}

HistoryPanel::Computed HistoryPanel::compute(const StudySnapshot& study, const AxisChoice::Wish& x, const AxisChoice::Wish& y)
{
    Computed computed;
    computed.yAxes = plotAxes(study);
    std::erase_if(computed.yAxes, [](const ParameterAxis& axis) { return !axis.read || axis.name == column::number; });
    ParameterAxis number;
    number.name = column::number;
    number.read = [](const FrozenTrial& trial) { return std::optional(double(trial.number)); };
    computed.xAxes = {number, beginAxis(study)};
    computed.x = *x.among(computed.xAxes);
    computed.y = *y.among(computed.yAxes);
    TrialRefs trials;
    for (const auto& trial : study.trials) {
        computed.last = std::max(computed.last, trial->number);
        computed.complete += isEvaluated(*trial);
        if (computed.x.read(*trial))
            trials.push_back(trial.get());
        else
            computed.untimed |= isEvaluated(*trial) && computed.y.read(*trial);
    }
    if (computed.x.name == column::begun) // queued trials may begin after later ones
        std::ranges::stable_sort(trials, {}, [](const FrozenTrial* trial) { return *trial->started; });
    const std::optional<Direction> direction = directionOf(study, computed.y.name);
    computed.directed = direction.has_value();
    computed.info = historyInfo(trials, direction, computed.y.read);
    for (const HistoryInfo::Point& point : computed.info.points)
        computed.at.push_back(*computed.x.read(*study.trial(point.number)));
    for (const FrozenTrial* trial : trials)
        if (const auto value = trial->state == TrialState::Pruned ? computed.y.read(*trial) : std::nullopt)
            computed.pruned.push_back({*computed.x.read(*trial), *value, trial->number, true});
    if (isSearchedMetric(computed.y.name))
        computed.fixed = fixedValue(study);
    computed.objective = computed.y.name == column::value ? objectiveText(study) : parameterText(computed.y.name);
    return computed;
}

void HistoryPanel::refresh()
{
    m_job.request([snapshot = study().snapshot(), x = m_x.wish(), y = m_y.wish()] { return compute(*snapshot, x, y); });
}

void HistoryPanel::take(Computed computed)
{
    if (m_xAxis.name != computed.x.name || m_yAxis.name != computed.y.name)
        plot().navigator().release(); // what the user zoomed into were other quantities
    m_x.offer(computed.xAxes, computed.x.name);
    m_y.offer(computed.yAxes, computed.y.name);
    m_info = computed.info;
    m_at = computed.at;
    m_xAxis = computed.x;
    m_yAxis = computed.y;
    m_directed = computed.directed;
    m_objective = computed.objective;
    std::vector<TrialDots::Dot> dots;
    if (m_pruned->isChecked())
        dots = computed.pruned;
    for (std::size_t i = 0; i < m_at.size(); ++i)
        dots.push_back({m_at[i], m_info.points[i].value, m_info.points[i].number});
    if (dots.empty()) {
        m_dots->setDots({});
        showNothing(computed);
        return setAccessibleDescription(summary());
    }
    std::ranges::sort(dots, {}, [](const TrialDots::Dot& dot) { return std::pair(dot.x, dot.trial); });
    const TimelinePanel::Unit unit =
        m_xAxis.name == column::begun ? TimelinePanel::unitFor(dots.back().x) : TimelinePanel::Unit{1.0, tr("trial")};
    m_unit = unit.seconds;
    for (TrialDots::Dot& dot : dots)
        dot.x /= m_unit;
    plot().xAxis->setLabel(unit.label);
    fitAxes(computed, dots);
    m_dots->setDots(std::move(dots));
    drawBest();
    drawFixed(computed.fixed);
    showBody();
    if (m_directed)
        setScope(m_pruned->isChecked() ? tr("best so far, each trial, pruned") : tr("best so far, each trial"));
    else
        setScope(m_pruned->isChecked() ? tr("each trial, pruned") : tr("each trial"));
    mark();
    setAccessibleDescription(summary());
}

void HistoryPanel::showNothing(const Computed& computed)
{
    if (computed.untimed)
        showEmpty(tr("No complete trial that has “%1” says when it began: choose “%2” for the axis across in this view's menu.")
                      .arg(m_objective, parameterText(column::number)));
    else if (computed.complete > 0)
        showEmpty(noneHasText(m_objective));
    else
        showEmpty(tr("The value of every trial and the best so far. It begins with the first complete trial."),
                  bench().action(QStringLiteral("run")));
}

void HistoryPanel::drawBest()
{
    const Theme& theme = Theme::instance();
    QVector<QCPGraphData> best, improved;
    for (std::size_t i = 0; m_directed && i < m_at.size(); ++i) {
        const HistoryInfo::Point& point = m_info.points[i];
        if (best.isEmpty() || point.improved || i + 1 == m_at.size())
            best.append({m_at[i] / m_unit, placeOn(*plot().yAxis, point.best)});
        if (point.improved)
            improved.append({m_at[i] / m_unit, placeOn(*plot().yAxis, point.best)});
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
    m_fixedName->setPadding(QMargins(Theme::instance().grid(0.5), Theme::instance().grid(0.25), Theme::instance().grid(0.5), 0));
    m_fixedName->position->setCoords(range.upper, *value);
}

/// The name stands below or above its line, at the right or left end of what is seen of it: in the first of these places where it covers the
/// fewest dots. It goes with its line where that is panned or zoomed out of sight.
void HistoryPanel::placeFixedName()
{
    if (!m_fixed->visible() || m_fixed->data()->isEmpty())
        return;
    const double value = m_fixedName->position->coords().y();
    const QCPRange seen = plot().xAxis->range();
    const double left = std::max(seen.lower, m_fixed->data()->constBegin()->key);
    const double right = std::min(seen.upper, (m_fixed->data()->constEnd() - 1)->key);
    m_fixedName->setVisible(left < right && plot().yAxis->range().contains(value));
    if (!m_fixedName->visible())
        return;
    const QRectF room = plot().axisRect()->rect();
    const auto place = [&](bool atRight, Qt::AlignmentFlag below) {
        m_fixedName->position->setCoords(atRight ? right : left, value);
        m_fixedName->setPositionAlignment((atRight ? Qt::AlignRight : Qt::AlignLeft) | below);
    };
    double fewest = std::numeric_limits<double>::infinity();
    bool bestSide = true;
    Qt::AlignmentFlag best = Qt::AlignTop;
    for (const bool atRight : {true, false})
        for (const Qt::AlignmentFlag below : {Qt::AlignTop, Qt::AlignBottom}) {
            place(atRight, below);
            const QRectF box(m_fixedName->topLeft->pixelPosition(), m_fixedName->bottomRight->pixelPosition());
            const double half = Theme::instance().grid(0.4); // of a dot
            const QRectF reach = box.adjusted(-half, -half, half, half);
            int covered = 0; // a dot that is only touched counts half as much
            for (const TrialDots::Dot& dot : m_dots->dots())
                covered += int(reach.contains(m_dots->pixelOf(dot))) + int(box.contains(m_dots->pixelOf(dot)));
            const bool beyond = box.top() < room.top() || box.bottom() > room.bottom();
            if (const double cost = double(covered) + (beyond ? 1e9 : 0.0); cost < fewest) {
                fewest = cost;
                bestSide = atRight;
                best = below;
            }
        }
    place(bestSide, best);
}

void HistoryPanel::fitAxes(const Computed& computed, const std::vector<TrialDots::Dot>& dots)
{
    fitValues(computed, dots);
    if (m_xAxis.name == column::begun) {
        plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
        plot().xAxis->ticker()->setTickCount(5);
        const double span = std::max(dots.back().x, 1e-3);
        plot().xAxis->setRange(-0.03 * span, 1.03 * span);
        return;
    }
    plot().xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new WholeTicker));
    const double side = std::max(0.5, 0.03 * double(computed.last));
    const double step = std::pow(10.0, std::floor(std::log10(std::max(10.0, double(computed.last))))) / 2;
    plot().xAxis->setRange(-side, std::max(computed.last + side, std::ceil(double(computed.last) / step) * step));
}

void HistoryPanel::fitValues(const Computed& computed, const std::vector<TrialDots::Dot>& dots)
{
    auto [low, high] = finiteRange(dots, &TrialDots::Dot::y);
    if (computed.fixed && std::isfinite(*computed.fixed)) {
        low = std::min(low, *computed.fixed);
        high = std::max(high, *computed.fixed);
    }
    m_valueLabel->set(computed.objective);
    if (const bool log = m_yAxis.log && low > 0.0; log != (plot().yAxis->scaleType() == QCPAxis::stLogarithmic))
        Plot::setLog(*plot().yAxis, log);
    if (plot().yAxis->scaleType() == QCPAxis::stLogarithmic) {
        const double room = std::pow(high / low, 0.05) * 1.05;
        return plot().yAxis->setRange(low / room, high * room);
    }
    const double room = std::max(smallestRoom(low, high), 0.05 * (high - low));
    Plot::growTo(*plot().yAxis, low - room, high + room);
}

QString HistoryPanel::valueWords(double value) const
{
    const bool counts = m_yAxis.name == column::seconds || m_yAxis.name == column::bestEpoch || m_yAxis.name == column::parameters;
    return counts ? quantityText(value) : objectiveValueText(value);
}

QString HistoryPanel::words(const TrialDots::Dot& dot) const
{
    const QString number = QLocale().toString(qint64(dot.trial)), value = valueWords(dot.y);
    if (dot.cross && m_yAxis.name == column::value)
        return tr("trial %1: pruned at %2").arg(number, value);
    const QString said = tr("trial %1: %2 %3", "number, name of the objective, value").arg(number, m_objective, value);
    return dot.cross ? tr("%1, pruned", "what is said of the trial").arg(said) : said;
}

QString HistoryPanel::summary() const
{
    if (m_info.points.empty())
        return noCompleteTrialText();
    if (!m_directed) {
        const auto [low, high] = std::ranges::minmax(m_info.points, {}, &HistoryInfo::Point::value);
        return tr("%n complete trial(s): %1 from %2 to %3.", "%1: name of the quantity", int(m_info.points.size()))
            .arg(m_objective, valueWords(low.value), valueWords(high.value));
    }
    const double best = m_info.points.back().best;
    const QString since = tr("%n complete trial(s) since the best one.", nullptr, m_info.sinceBest());
    return tr("%n complete trial(s), best %1 %2. %3", "%1: name of the objective, %2: its value, %3: sentence", int(m_info.points.size()))
        .arg(m_objective, valueWords(best), since);
}

FigureTable HistoryPanel::table() const
{
    const bool overTime = m_xAxis.name == column::begun, ofValue = m_yAxis.name.empty() || m_yAxis.name == column::value;
    FigureTable table{{QStringLiteral("trial")}, {}};
    if (overTime)
        table.header << QString::fromStdString(m_xAxis.name);
    table.header << (ofValue ? QStringLiteral("value") : QString::fromStdString(m_yAxis.name));
    if (m_directed || ofValue)
        table.header << QStringLiteral("best");
    for (std::size_t i = 0; i < m_at.size(); ++i) {
        QVariantList row{qlonglong(m_info.points[i].number)};
        if (overTime)
            row << m_at[i];
        row << m_info.points[i].value;
        if (m_directed)
            row << m_info.points[i].best;
        table.rows.push_back(row);
    }
    return table;
}

} // namespace reweigh
