// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightHealth.h"

#include "core/analysis/WeightDensity.h"
#include "core/analysis/WeightVerdict.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

constexpr double nearlyAll = 0.98;
constexpr double vanished = 1e-3;

/// A bin of the curve with samples.
struct CurvePoint {
    double weight = 0.0;
    double samples = 0.0; ///< number of samples, or their share
};

/// The bins of the curve that have samples, by ascending loss.
std::vector<CurvePoint> seenPoints(const WeightCurve& curve)
{
    const double right = curve.right + curve.wrong > 0 ? curve.right : 1.0; // old runs have no counts: both kinds weigh the same
    const double wrong = curve.right + curve.wrong > 0 ? curve.wrong : 1.0;
    std::vector<CurvePoint> points;
    for (std::size_t i = 0; i < curve.weight.size(); ++i)
        if (const double samples = right * curve.rightDensity[i] + wrong * curve.wrongDensity[i];
            samples > 0.0 && std::isfinite(curve.weight[i]))
            points.push_back({curve.weight[i], samples});
    return points;
}

/// The mean weights of about twenty sections of the curve with equally many samples, so that no bin with few samples decides.
std::vector<double> stretches(const std::vector<CurvePoint>& points)
{
    double all = 0.0;
    for (const CurvePoint& point : points)
        all += point.samples;
    std::vector<double> means;
    CurvePoint sum;
    double passed = 0.0;
    for (const CurvePoint& point : points) {
        sum.weight += point.samples * point.weight;
        sum.samples += point.samples;
        passed += point.samples;
        if (sum.samples >= all / 20 || passed >= all * (1.0 - 1e-12)) {
            means.push_back(sum.weight / sum.samples);
            sum = {};
        }
    }
    return means;
}

/// The shape of the means that stretches() gives.
WeightShape shapeOf(const std::vector<double>& values)
{
    if (values.empty())
        return WeightShape::Level;
    const auto [lowest, highest] = std::ranges::minmax(values);
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    const double worth = std::max({0.01, 0.1 * mean, 0.25 * (highest - lowest)});
    double low = values.front(), high = low; // since the last turn
    int first = 0, now = 0, turns = -1;      // directions: 1 up, -1 down, 0 none yet; the first one is no turn
    for (const double value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
        const int next = now <= 0 && value - low > worth ? 1 : now >= 0 && high - value > worth ? -1 : now;
        if (next == now)
            continue;
        first = first == 0 ? next : first;
        now = next;
        ++turns;
        low = high = value;
    }
    if (first == 0)
        return WeightShape::Level;
    if (turns == 0)
        return first > 0 ? WeightShape::Rises : WeightShape::Falls;
    if (turns > 1)
        return WeightShape::TurnsOften;
    return first > 0 ? WeightShape::RisesThenFalls : WeightShape::FallsThenRises;
}

bool hasTurn(WeightShape shape)
{
    return shape == WeightShape::RisesThenFalls || shape == WeightShape::FallsThenRises || shape == WeightShape::TurnsOften;
}

/// Spearman's correlation between loss and weight of the points, each counted with its samples, whose rank is their mean rank.
double rankCorrelation(const std::vector<CurvePoint>& points)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return points[i].weight; });
    std::vector<double> byLoss, byWeight(points.size());
    double passed = 0.0;
    for (const CurvePoint& point : points) {
        byLoss.push_back(passed + 0.5 * point.samples);
        passed += point.samples;
    }
    const double all = passed;
    passed = 0.0;
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
        double tied = 0.0;
        for (; to < order.size() && points[order[to]].weight == points[order[from]].weight; ++to)
            tied += points[order[to]].samples;
        for (std::size_t i = from; i < to; ++i)
            byWeight[order[i]] = passed + 0.5 * tied;
        passed += tied;
    }
    double xy = 0.0, xx = 0.0, yy = 0.0; // sums over centred ranks; the mean rank is all / 2
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double x = byLoss[i] - 0.5 * all, y = byWeight[i] - 0.5 * all;
        xy += points[i].samples * x * y;
        xx += points[i].samples * x * x;
        yy += points[i].samples * y * y;
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : std::numeric_limits<double>::quiet_NaN();
}

/// The norm of the meta gradient divided by the learning rate. NaN stays NaN, which gradientVanished() does not count as small.
double perLearningRate(const EpochFigures& epoch)
{
    return epoch.learningRate > 0.0 ? epoch.metaGradientNorm / epoch.learningRate : epoch.metaGradientNorm;
}

/// Whether the weights of the epoch are flat; `deviation` decides for runs that do not tell their spread.
bool isFlat(const EpochFigures& epoch, double deviation)
{
    constexpr double halfBin = 0.5 / weightBins; // the deviation of equal shares of weights in two neighbouring bins
    const double spread = weightSpread(epoch.distribution);
    return std::isnan(spread) ? deviation <= halfBin * (1.0 + 1e-9) : spread <= flatSpread;
}

bool gradientVanished(const EpochList& epochs)
{
    double largest = 0.0;
    for (const EpochFigures& epoch : epochs)
        largest = std::max(largest, perLearningRate(epoch));
    return perLearningRate(epochs.back()) < vanished * largest;
}

/// The symptom of weights whose other figures `health` has.
WeightSymptom symptomOf(const EpochList& epochs, const WeightHealth& health)
{
    const EpochFigures& last = epochs.back();
    if (health.shareBelow >= nearlyAll && last.distribution.upper <= 1.0)
        return WeightSymptom::Collapsed;
    if (isFlat(last, health.spread))
        return WeightSymptom::Flat;
    if (health.effect == WeightEffect::WrongWeighMore)
        return WeightSymptom::UpsideDown;
    if (gradientVanished(epochs))
        return WeightSymptom::VanishingMetaGradient;
    return hasTurn(health.shape) ? WeightSymptom::NonMonotone : WeightSymptom::Healthy;
}

} // namespace

WeightHealth weightHealth(const EpochList& epochs)
{
    WeightHealth health;
    if (epochs.empty() || epochs.back().curve.weight.empty())
        return health;
    const EpochFigures& last = epochs.back();
    health.metaGradientNorm = last.metaGradientNorm;
    health.auroc = last.detection.auroc;
    health.effect = weightVerdict(last).effect;
    const std::vector<CurvePoint> points = seenPoints(last.curve);
    health.correlation = rankCorrelation(points);
    health.shape = shapeOf(stretches(points));

    // The weights by bins of the weight distribution, or by the curve if the run has no distribution.
    std::vector<CurvePoint> weights;
    const auto counts = overallCounts(last.distribution);
    const double width = last.distribution.upper / weightBins;
    for (std::size_t bin = 0; bin < counts[0].size(); ++bin)
        weights.push_back({(double(bin) + 0.5) * width, double(counts[0][bin] + counts[1][bin])});
    if (weights.empty())
        weights = points;
    double all = 0.0, squares = 0.0;
    for (const CurvePoint& bin : weights) {
        all += bin.samples;
        health.meanWeight += bin.samples * bin.weight;
        health.shareBelow += bin.weight < width ? bin.samples : 0.0;
    }
    if (all <= 0.0)
        return health;
    health.meanWeight /= all;
    health.shareBelow /= all;
    for (const CurvePoint& bin : weights)
        squares += bin.samples * (bin.weight - health.meanWeight) * (bin.weight - health.meanWeight);
    health.spread = std::sqrt(squares / all);
    health.symptom = symptomOf(epochs, health);
    return health;
}

} // namespace reweigh
