// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VariantFigures.h"

#include "core/base/Stats.h"
#include "widgets/compare/CompareText.h"
#include "widgets/plots/SeriesPens.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace reweigh {

QCPScatterStyle variantMark(int place)
{
    constexpr std::array shapes = {QCPScatterStyle::ssDisc,    QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle,
                                   QCPScatterStyle::ssDiamond, QCPScatterStyle::ssCross,  QCPScatterStyle::ssTriangleInverted,
                                   QCPScatterStyle::ssPlus};
    const QColor colour = seriesPen(place).color();
    return {shapes[std::size_t(place) % shapes.size()], QPen(colour, 1.2), QBrush(colour), place == 0 ? 5.0 : 5.5};
}

namespace {

struct VariantFiguresText {
    Q_DECLARE_TR_FUNCTIONS(VariantFigures)
};

/// Draws the line's interval around its mean; overlapping bands show through each other.
void addBand(Plot& plot, const VariantLine& line)
{
    QVector<double> low, high;
    for (std::size_t i = 0; i < line.y.size(); ++i) {
        low << line.y[i] - line.half[i];
        high << line.y[i] + line.half[i];
    }
    QCPGraph* upper = plot.addGraph();
    QCPGraph* lower = plot.addGraph();
    upper->setData(plotted(line.x), high, true);
    lower->setData(plotted(line.x), low, true);
    QColor fill = seriesPen(line.place).color();
    fill.setAlphaF(0.10F);
    upper->setBrush(fill);
    upper->setChannelFillGraph(lower);
    for (QCPGraph* edge : {upper, lower}) {
        edge->setPen(Qt::NoPen);
        edge->setLayer(QStringLiteral("background"));
    }
}

} // namespace

QString VariantLine::nameWithSeeds() const
{
    return VariantFiguresText::tr("%1 (%2)", "a variant, number of its seeds").arg(name, QLocale().toString(seeds));
}

QStringList lineWords(const std::vector<VariantLine>& lines, double& x)
{
    double at = x, distance = std::numeric_limits<double>::infinity();
    for (const VariantLine& line : lines)
        for (const double point : line.x)
            if (std::abs(point - x) < distance)
                distance = std::abs((at = point) - x);
    x = at;
    std::vector<std::pair<double, QString>> rows;
    const auto text = [](double value) { return shownMetric(value, 3); };
    for (const VariantLine& line : lines) {
        if (line.x.empty() || at < line.x.front() || at > line.x.back())
            continue;
        const auto nearest = std::ranges::min_element(line.x, {}, [at](double point) { return std::abs(point - at); });
        const auto i = std::size_t(nearest - line.x.begin());
        if (!std::isfinite(line.y[i]))
            continue;
        const QString seeds = QLocale().toString(line.seeds);
        rows.emplace_back(line.y[i],
                          std::isfinite(line.half[i])
                              ? VariantFiguresText::tr("%1: %2 ± %3 (%4)", "variant, mean, half-width, seeds")
                                    .arg(line.name, text(line.y[i]), text(line.half[i]), seeds)
                              : VariantFiguresText::tr("%1: %2 (%3)", "variant, mean, seeds").arg(line.name, text(line.y[i]), seeds));
    }
    std::ranges::stable_sort(rows, std::ranges::greater(), &std::pair<double, QString>::first);
    QStringList words;
    for (const auto& row : rows)
        words << row.second;
    return words;
}

void showVariantLines(Plot& plot, LineNames& names, const std::vector<VariantLine>& lines, bool dots)
{
    plot.clearGraphs();
    std::vector<LineNames::Name> ends;
    for (const VariantLine& line : lines) {
        if (line.seeds > 1)
            addBand(plot, line);
        QCPGraph* graph = plot.addGraph();
        graph->setName(line.name);
        graph->setPen(seriesPen(line.place));
        graph->setData(plotted(line.x), plotted(line.y), true);
        if (dots)
            graph->setScatterStyle(variantMark(line.place));
        if (line.place == 0) // the first variant is drawn above the others
            graph->setLayer(QStringLiteral("axes"));
        const auto end = std::find_if(line.y.rbegin(), line.y.rend(), [](double value) { return std::isfinite(value); });
        if (end != line.y.rend())
            ends.push_back({line.nameWithSeeds(), graph->pen().color(), *end});
    }
    names.set(std::move(ends), Theme::instance().scopeFont());
}

namespace {

constexpr int curvePoints = 120;

/// The points of a curve with a finite weight, up to the largest loss that a sample had.
struct SeenCurve {
    std::vector<double> loss, weight;

    explicit SeenCurve(const WeightCurve& curve)
    {
        std::size_t seen = 0;
        for (std::size_t i = 0; i < curve.loss.size(); ++i)
            if (curve.rightDensity[i] > 0 || curve.wrongDensity[i] > 0)
                seen = i + 1;
        for (std::size_t i = 0; i < seen; ++i)
            if (std::isfinite(curve.weight[i])) {
                loss.push_back(double(curve.loss[i]));
                weight.push_back(double(curve.weight[i]));
            }
    }

    /// The weight at loss `x`: linear between points, constant before the first and after the last.
    double at(double x) const
    {
        const auto above = std::ranges::lower_bound(loss, x);
        if (above == loss.begin())
            return weight.front();
        if (above == loss.end())
            return weight.back();
        const auto i = std::size_t(above - loss.begin());
        const double t = (x - loss[i - 1]) / (loss[i] - loss[i - 1]);
        return weight[i - 1] + t * (weight[i] - weight[i - 1]);
    }
};

std::vector<double> meanRecall(const EpochList& epochs, int last)
{
    std::vector<double> sum;
    const std::size_t k = std::min(epochs.size(), std::size_t(std::max(1, last)));
    for (std::size_t i = epochs.size() - k; i < epochs.size(); ++i) {
        const std::vector<double>& recall = epochs[i].test.recall;
        sum.resize(recall.size(), 0.0);
        for (std::size_t c = 0; c < recall.size(); ++c)
            sum[c] += recall[c] / double(k);
    }
    return sum;
}

VariantLine lineOf(const ComparedVariants& compared, const ComparedVariant& variant)
{
    const QString label = variantLabel(*variant.result);
    return {.name = label, .place = int(&variant - compared.list.data()), .x = {}, .y = {}, .half = {}};
}

} // namespace

std::vector<VariantLine> weightLines(const ComparedVariants& compared)
{
    std::vector<VariantLine> lines;
    for (const ComparedVariant& variant : compared.list) {
        std::vector<SeenCurve> curves;
        double first = 0.0, last = std::numeric_limits<double>::infinity();
        for (const auto& [seed, trained] : variant.trained) {
            if (trained->epochs.back().curve.loss.empty())
                continue;
            SeenCurve curve(trained->epochs.back().curve);
            if (curve.loss.empty())
                continue;
            first = std::max(first, curve.loss.front());
            last = std::min(last, curve.loss.back());
            curves.push_back(std::move(curve));
        }
        if (curves.empty() || first >= last)
            continue;
        VariantLine line = lineOf(compared, variant);
        line.seeds = int(curves.size());
        for (int i = 0; i < curvePoints; ++i) {
            const double x = first + (last - first) * i / (curvePoints - 1);
            std::vector<double> weights;
            for (const SeenCurve& curve : curves)
                weights.push_back(curve.at(x));
            const MeanInterval interval = meanInterval(weights);
            line.x.push_back(x);
            line.y.push_back(interval.mean);
            line.half.push_back(interval.halfWidth);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<VariantLine> recallLines(const ComparedVariants& compared, const std::vector<int>& order)
{
    std::vector<VariantLine> lines;
    for (const ComparedVariant& variant : compared.list) {
        VariantLine line = lineOf(compared, variant);
        std::vector<std::vector<double>> values(order.size()); // of each class, one per seed
        for (const auto& [seed, trained] : variant.trained) {
            const std::vector<double> recall = meanRecall(trained->epochs, compared.lastEpochs);
            if (recall.size() != order.size())
                continue;
            for (std::size_t i = 0; i < order.size(); ++i)
                values[i].push_back(recall[std::size_t(order[i])]);
            ++line.seeds;
        }
        if (line.seeds == 0)
            continue;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const MeanInterval interval = meanInterval(values[i]);
            line.x.push_back(double(i));
            line.y.push_back(interval.mean);
            line.half.push_back(interval.halfWidth);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<int> classesBySize(const std::vector<int>& members)
{
    std::vector<int> order(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater(), [&](int c) { return members[std::size_t(c)]; });
    return order;
}

} // namespace reweigh
