// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightCurvePlot.h"

#include "widgets/plots/PlotNavigator.h"
#include "widgets/text/FigureText.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double beyond = 1.03; // the axis of the weight goes a little beyond the largest

/// Smooths noisy bins: averages neighbours with the weights 1 4 6 4 1, which keeps the area.
std::vector<double> softened(const std::vector<double>& density)
{
    constexpr std::array<double, 5> kernel = {1.0 / 16, 4.0 / 16, 6.0 / 16, 4.0 / 16, 1.0 / 16};
    const int n = int(density.size());
    std::vector<double> soft(density.size());
    for (int i = 0; i < n; ++i)
        for (int k = -2; k <= 2; ++k) {
            const int j = i + k < 0 ? -1 - i - k : i + k >= n ? 2 * n - 1 - i - k : i + k;
            if (j >= 0 && j < n)
                soft[std::size_t(i)] += kernel[std::size_t(k + 2)] * density[std::size_t(j)];
        }
    return soft;
}

void fillOutline(QCPCurve& curve, const WeightDensity& density, double sign)
{
    QVector<QCPCurveData> points;
    double order = 0.0;
    const auto add = [&](double x, double y) { points.append(QCPCurveData(order++, x, y)); };
    if (density.n > 0) {
        add(0.0, 0.0);
        for (std::size_t i = 0; i < density.x.size(); ++i)
            add(sign * density.density[i], density.x[i]);
        add(0.0, density.x.back());
    }
    curve.data()->set(points, true);
}

double peakOf(const std::vector<double>& values)
{
    return values.empty() ? 0.0 : *std::ranges::max_element(values);
}

} // namespace

WeightCurvePlot::WeightCurvePlot(QWidget* parent)
    : Plot(parent)
{
    layOut();

    QCPAxis *x = xAxis, *y = yAxis;
    m_ground = addGraph(x, y);
    for (QCPGraph*& graph : m_earlier)
        graph = addGraph(x, y);
    m_unseenCurve = addGraph(x, y);
    m_chosen = addGraph(x, y);
    m_chosen->setObjectName(QStringLiteral("chosenCurve"));
    m_ground->setLayer(QStringLiteral("background"));
    QCPAxis *below = m_density->axis(QCPAxis::atBottom), *sharesDown = m_density->axis(QCPAxis::atLeft);
    m_right = addGraph(below, sharesDown);
    m_wrong = addGraph(below, sharesDown);
    m_wrongHatch = addGraph(below, sharesDown);
    m_wrongHatch->setData(m_wrong->data());
    QCPAxis *sideways = m_side->axis(QCPAxis::atBottom), *weights = m_side->axis(QCPAxis::atLeft);
    m_rightWeights = new QCPCurve(sideways, weights);
    m_wrongWeights = new QCPCurve(sideways, weights);
    m_wrongWeightsHatch = new QCPCurve(sideways, weights);
    m_wrongWeightsHatch->setData(m_wrongWeights->data());

    m_note = new QCPItemText(this);
    m_note->setObjectName(QStringLiteral("noSample"));
    const auto corner = [this](double down, Qt::Alignment alignment) {
        auto* text = new QCPItemText(this);
        text->position->setAxisRect(m_density);
        text->position->setType(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(1.0, down);
        text->setPositionAlignment(Qt::AlignRight | alignment);
        text->setClipToAxisRect(false);
        markAsLegend(*text);
        return text;
    };
    m_rightText = corner(0.0, Qt::AlignTop);
    m_wrongText = corner(1.0, Qt::AlignBottom);
    m_pointer = new PlotCursor(*this, *axisRect(), [this](const double& loss) { return wordsAt(loss); });
    m_dot = new QCPItemTracer(this);
    m_dot->setStyle(QCPItemTracer::tsCircle);
    m_dot->setLayer(QStringLiteral("cursor"));
    m_dot->setVisible(false);
    connect(m_pointer, &PlotCursor::moved, this, &WeightCurvePlot::placeDot);

    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &WeightCurvePlot::restyle);
    connect(this, &QCustomPlot::afterLayout, this, &WeightCurvePlot::placeNote);
}

void WeightCurvePlot::layOut()
{
    m_density = new QCPAxisRect(this);
    m_side = new QCPAxisRect(this);
    plotLayout()->addElement(1, 0, m_density);
    plotLayout()->addElement(0, 1, m_side);
    plotLayout()->setRowStretchFactor(1, 0.42);
    plotLayout()->setColumnStretchFactor(1, 0.26);
    plotLayout()->setRowSpacing(Theme::instance().grid(0.5));
    plotLayout()->setColumnSpacing(Theme::instance().grid());
    auto* columns = new QCPMarginGroup(this);
    for (QCPAxisRect* rect : {axisRect(), m_density})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, columns);
    auto* rows = new QCPMarginGroup(this);
    for (QCPAxisRect* rect : {axisRect(), m_side})
        rect->setMarginGroup(QCP::msTop | QCP::msBottom, rows);
    for (QCPAxisRect* rect : {m_density, m_side}) {
        rect->setMinimumMargins(QMargins(0, 0, 0, 0));
        rect->setMinimumSize(1, 1);
    }
    m_density->setMinimumSize(1, Theme::instance().grid(2));
    axisRect()->setMinimumMargins(QMargins(0, Theme::instance().grid(0.5), Theme::instance().grid(0.5), 0));
    m_side->setSizeConstraintRect(QCPLayoutElement::scrOuterRect);

    xAxis->setTickLabels(false);
    yAxis->setRange(0.0, beyond);
    QCPAxis *below = m_density->axis(QCPAxis::atBottom), *shares = m_density->axis(QCPAxis::atLeft);
    below->grid()->setVisible(true);
    shares->setTickLabels(false);
    shares->grid()->setVisible(false);
    shares->setVisible(true);
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), below, qOverload<const QCPRange&>(&QCPAxis::setRange));
    m_side->axis(QCPAxis::atLeft)->setRange(yAxis->range());
    navigator().link({xAxis, below});
    navigator().link({yAxis, m_side->axis(QCPAxis::atLeft)});
    for (QCPAxis* axis : m_side->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    xAxis->setRange(0.0, 1.0);
}

void WeightCurvePlot::adaptTo(int height)
{
    const bool roomy = height >= Theme::instance().grid(20);
    yAxis->setLabel(roomy ? tr("weight") : QString());
    m_density->axis(QCPAxis::atBottom)->setLabel(roomy ? tr("loss of the sample") : tr("loss"));
    for (QCPItemText* text : {m_rightText, m_wrongText})
        text->setVisible(height >= heightWithCounts());
}

int WeightCurvePlot::heightWithCounts()
{
    // The lower plot has two lines of text.
    return std::max(Theme::instance().grid(20), 18 * QFontMetrics(Theme::instance().scopeFont()).height());
}

void WeightCurvePlot::resizeEvent(QResizeEvent* event)
{
    adaptTo(event->size().height());
    Plot::resizeEvent(event);
}

void WeightCurvePlot::restyle()
{
    const Theme& theme = Theme::instance();
    for (QCPAxisRect* rect : axisRects())
        style(*rect);
    m_ground->setPen(Qt::NoPen);
    m_ground->setBrush(theme.tint(Role::Dim, 0.10));
    const QColor selection = theme.colour(Role::Selection);
    QPen thickPen = thick(selection);
    thickPen.setWidthF(2.6 * theme.grid(8) / 64.0); // 2.6 px at 100 %
    m_chosen->setPen(thickPen);
    thickPen.setStyle(Qt::DashLine);
    m_unseenCurve->setPen(thickPen);

    const auto dress = [&](auto* plottable, Role role, bool hatched) {
        plottable->setPen(hatched ? QPen(Qt::NoPen) : thin(theme.colour(role)));
        plottable->setBrush(hatched ? theme.hatch(role) : QBrush(theme.tint(role, 0.55)));
        plottable->setAntialiasedFill(!hatched);
    };
    dress(m_right, Role::Right, false);
    dress(m_rightWeights, Role::Right, false);
    dress(m_wrong, Role::Wrong, false);
    dress(m_wrongWeights, Role::Wrong, false);
    dress(m_wrongHatch, Role::Wrong, true);
    dress(m_wrongWeightsHatch, Role::Wrong, true);

    for (QCPItemText* text : {m_note, m_rightText, m_wrongText})
        text->setFont(theme.scopeFont());
    m_note->setColor(theme.colour(Role::Dim));
    m_rightText->setColor(theme.colour(Role::Right));
    m_wrongText->setColor(theme.colour(Role::Wrong));
    m_dot->setPen(QPen(theme.colour(Role::Panel), 1.5));
    m_dot->setBrush(selection);
    m_dot->setSize(theme.grid(1.25));
    replot(rpQueuedReplot);
}

void WeightCurvePlot::setInfo(std::shared_ptr<const WeightCurveInfo> info)
{
    m_info = std::move(info);
    const Theme& theme = Theme::instance();
    const auto& [epoch, loss, weight] = m_info->curve;
    Plot::growTo(*xAxis, 0.0, 1.04 * m_info->largestLoss);
    for (QCPAxis* axis : {yAxis, m_side->axis(QCPAxis::atLeft)})
        axis->setRange(0.0, beyond * m_info->upper);

    const auto bins = qsizetype(loss.size());
    QVector<double> seen(bins, nan), unseen(bins, nan);
    const std::vector<bool> none = m_info->unseenBins();
    for (std::size_t i = 0; i < loss.size(); ++i) {
        (none[i] ? unseen : seen)[qsizetype(i)] = weight[i];
        if (none[i] && i > 0 && !none[i - 1])
            unseen[qsizetype(i) - 1] = weight[i - 1]; // the dashed piece begins where the solid one ends
        if (!none[i] && i > 0 && none[i - 1])
            unseen[qsizetype(i)] = weight[i];
    }
    const QVector<double> x(loss.begin(), loss.end());
    m_chosen->setData(x, seen, true);
    m_unseenCurve->setData(x, unseen, true);
    for (std::size_t i = 0; i < m_earlier.size(); ++i) {
        QCPGraph& graph = *m_earlier[i];
        if (i >= m_info->earlier.size()) {
            graph.data()->clear();
            continue;
        }
        const WeightCurveInfo::Curve& curve = m_info->earlier[i];
        graph.setData(QVector<double>(curve.loss.begin(), curve.loss.end()), QVector<double>(curve.weight.begin(), curve.weight.end()),
                      true);
        const double recency = double(i + 1) / double(m_info->earlier.size());
        graph.setPen(thin(theme.tint(Role::Selection, 0.12 + 0.28 * recency)));
    }
    QVector<double> groundX, groundY;
    for (const auto& [from, to] : m_info->unseen(std::max(home(*xAxis).upper, xAxis->range().upper))) {
        groundX << from << to << to;
        groundY << 2.0 * m_info->upper << 2.0 * m_info->upper << nan;
    }
    m_ground->setData(groundX, groundY, true);

    fillDensities();
    fillSide();
    if (m_pointer->visible())
        m_pointer->show(m_pointer->x());
    replot(rpQueuedReplot);
}

void WeightCurvePlot::fillDensities()
{
    const std::vector<double> right = softened(m_info->right), wrong = softened(m_info->wrong);
    QVector<double> x{0.0}, up{right.empty() ? 0.0 : right.front()}, down{wrong.empty() ? 0.0 : -wrong.front()};
    for (std::size_t i = 0; i < right.size(); ++i) {
        x << m_info->curve.loss[i];
        up << right[i];
        down << -wrong[i];
    }
    m_right->setData(x, up, true);
    m_wrong->setData(x, down, true); // m_wrongHatch draws the same container
    m_density->axis(QCPAxis::atLeft)->setRange(-1.15 * std::max(1e-9, peakOf(wrong)), 1.15 * std::max(1e-9, peakOf(right)));

    const QLocale locale;
    const bool counted = m_info->rightCount + m_info->wrongCount > 0;
    if (m_info->ownLabels) {
        const bool changed = !counted || m_info->wrongCount > 0;
        m_rightText->setText(counted ? tr("as it came %1", "labels").arg(locale.toString(m_info->rightCount)) : tr("as it came", "labels"));
        m_wrongText->setText(!changed  ? QString()
                             : counted ? tr("changed %1", "labels").arg(locale.toString(m_info->wrongCount))
                                       : tr("changed", "labels"));
        return;
    }
    m_rightText->setText(counted ? tr("right %1").arg(locale.toString(m_info->rightCount)) : tr("right"));
    m_wrongText->setText(counted ? tr("wrong %1").arg(locale.toString(m_info->wrongCount)) : tr("wrong"));
}

void WeightCurvePlot::fillSide()
{
    const auto& [right, wrong] = m_info->weights;
    fillOutline(*m_rightWeights, right, 1.0);
    fillOutline(*m_wrongWeights, wrong, -1.0);
    const bool shown = right.n + wrong.n > 0;
    m_side->setVisible(shown);
    m_side->setMaximumSize(shown ? QWIDGETSIZE_MAX : 0, QWIDGETSIZE_MAX);
    plotLayout()->setColumnStretchFactor(1, shown ? 0.26 : 0.0001);
    const double peak = std::max({1e-9, peakOf(right.density), peakOf(wrong.density)});
    m_side->axis(QCPAxis::atBottom)->setRange(-1.05 * peak, 1.05 * peak);
}

/// Says where no sample was seen, if there is room for it.
void WeightCurvePlot::placeNote()
{
    m_note->setVisible(false);
    if (!m_info)
        return;
    std::pair<double, double> widest;
    for (const auto& stretch : m_info->unseen(xAxis->range().upper))
        if (stretch.second - stretch.first > widest.second - widest.first)
            widest = stretch;
    const double pixels = xAxis->coordToPixel(widest.second) - xAxis->coordToPixel(widest.first);
    const QString text = tr("no sample\nseen here");
    const QSize needed = QFontMetrics(m_note->font()).size(0, text);
    if (pixels < needed.width() || axisRect()->height() < 2 * needed.height())
        return;
    m_note->setText(text);
    m_note->position->setCoords((widest.first + widest.second) / 2.0, 0.56 * m_info->upper);
    m_note->setVisible(true);
}

QString WeightCurvePlot::wordsAt(double loss) const
{
    if (!m_info || loss < 0.0)
        return {};
    const QLocale locale;
    const WeightCurveInfo::Reading reading = m_info->at(loss);
    const QString place = locale.toString(loss, 'f', 2), reach = locale.toString(WeightCurveInfo::reach, 'f', 1);
    const QString weight =
        std::isnan(reading.weight) ? tr("loss %1").arg(place) : tr("loss %1 → weight %2").arg(place, shownFigure(reading.weight, 2));
    const auto percent = [&](double share) { return locale.toString(100.0 * share, 'f', 1); };
    const bool own = m_info->ownLabels; // which labels are right, nobody knows
    const QString counts = own ? tr("%1 as they came, %2 changed within ±%3") : tr("%1 right, %2 wrong within ±%3");
    const QString shares = own ? tr("%1 % of the labels as they came, %2 % of the changed ones within ±%3")
                               : tr("%1 % of right, %2 % of wrong labels within ±%3");
    const QString samples = reading.rightShare + reading.wrongShare <= 0.0 ? tr("no sample within ±%1").arg(reach)
                            : m_info->rightCount + m_info->wrongCount > 0
                                ? counts.arg(locale.toString(reading.right), locale.toString(reading.wrong), reach)
                                : shares.arg(percent(reading.rightShare), percent(reading.wrongShare), reach);
    return weight + '\n' + samples;
}

void WeightCurvePlot::placeDot()
{
    const double weight = m_pointer->visible() ? m_info->at(m_pointer->x()).weight : std::numeric_limits<double>::quiet_NaN();
    m_dot->setVisible(!std::isnan(weight));
    if (m_dot->visible())
        m_dot->position->setCoords(m_pointer->x(), weight);
}

} // namespace reweigh
