// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/meters/WeightMeter.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace reweigh {

RankFigures rankFigures(std::span<const float> scores, std::span<const unsigned char> positive)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    const double positives = double(std::ranges::count_if(positive, [](unsigned char p) { return p != 0; }));
    const double negatives = double(scores.size()) - positives;

    double above = 0.0, seen = 0.0, wins = 0.0, precision = 0.0; // above: positives so far
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double tied = 0.0;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end)
            tied += positive[order[end]] != 0;
        if (end == begin) // the score is NaN, which is not even equal to itself
            return {unknown, unknown};
        const double others = double(end - begin) - tied;
        wins += others * (above + tied / 2.0);
        above += tied;
        seen = double(end);
        precision += tied * above / seen;
        begin = end;
    }
    return {positives > 0 && negatives > 0 ? wins / (positives * negatives) : unknown, positives > 0 ? precision / positives : unknown};
}

namespace {

bool isWrong(const WeightSamples& samples, std::size_t i)
{
    return samples.trueLabel[i] != samples.observedLabel[i];
}

void normalise(std::vector<float>& density)
{
    const double total = std::accumulate(density.begin(), density.end(), 0.0);
    if (total > 0)
        for (float& value : density)
            value = float(value / total);
}

} // namespace

WeightCurve weightCurve(const WeightSamples& samples, const LossCurve& curve)
{
    float largest = 0.0f;
    for (const float loss : samples.losses)
        if (std::isfinite(loss))
            largest = std::max(largest, loss);
    const float width = std::max(largest, std::numeric_limits<float>::min()) / curvePoints;

    WeightCurve result;
    result.rightDensity.assign(curvePoints, 0.0f);
    result.wrongDensity.assign(curvePoints, 0.0f);
    std::vector<double> sums(curvePoints), counts(curvePoints);
    for (std::size_t i = 0; i < samples.losses.size(); ++i) {
        if (!std::isfinite(samples.losses[i]))
            continue;
        const auto bin = std::size_t(std::min(float(curvePoints - 1), samples.losses[i] / width));
        const bool wrong = isWrong(samples, i);
        (wrong ? result.wrongDensity : result.rightDensity)[bin] += 1.0f;
        ++(wrong ? result.wrong : result.right);
        sums[bin] += samples.weights[i];
        counts[bin] += 1.0;
    }
    for (int i = 0; i < curvePoints; ++i)
        result.loss.push_back((float(i) + 0.5f) * width);
    if (curve)
        result.weight = curve(result.loss);
    else
        for (std::size_t i = 0; i < std::size_t(curvePoints); ++i)
            result.weight.push_back(counts[i] > 0 ? float(sums[i] / counts[i]) : std::numeric_limits<float>::quiet_NaN());
    normalise(result.rightDensity);
    normalise(result.wrongDensity);
    return result;
}

NoiseDetection noiseDetection(const WeightSamples& samples)
{
    constexpr std::size_t all = 3;
    std::vector<float> scores[4];
    std::vector<unsigned char> isWrongOf[4];
    double sums[2][3] = {}, counts[2][3] = {};
    for (std::size_t i = 0; i < samples.weights.size(); ++i) {
        const auto group = std::size_t(samples.sizeGroup[samples.observedLabel[i]]);
        const bool wrong = isWrong(samples, i);
        for (const std::size_t part : {group, all}) {
            scores[part].push_back(1.0f - samples.weights[i]);
            isWrongOf[part].push_back(wrong);
        }
        sums[wrong][group] += samples.weights[i];
        counts[wrong][group] += 1.0;
    }
    const RankFigures overall = rankFigures(scores[all], isWrongOf[all]);
    NoiseDetection detection{.auroc = overall.auroc, .averagePrecision = overall.averagePrecision};
    for (std::size_t group = 0; group < 3; ++group) {
        const RankFigures within = rankFigures(scores[group], isWrongOf[group]);
        detection.aurocByGroup[group] = within.auroc;
        detection.averagePrecisionByGroup[group] = within.averagePrecision;
        detection.meanRightWeight[group] = sums[0][group] / counts[0][group]; // 0/0 is the NaN that says "none"
        detection.meanWrongWeight[group] = sums[1][group] / counts[1][group];
    }
    return detection;
}

NoiseDetection noDetection()
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none, {none, none, none}, {none, none, none}, {none, none, none}, {none, none, none}};
}

namespace {

/// Where the bins end if this is the largest weight.
double upperEnd(float largest)
{
    double end = 1.0;
    for (int step = 0; double(largest) > end * (1.0 + weightRounding); ++step)
        end *= step % 3 == 1 ? 2.5 : 2.0;
    return end;
}

/// Sets mean, low and high. The two quantiles are weights of samples: at least 98 % of the weights lie between them.
void setRange(WeightDistribution& distribution, std::span<const float> weights)
{
    std::vector<float> ordered(weights.begin(), weights.end());
    const auto place = [&](double rank) { return ordered.begin() + std::ptrdiff_t(rank); };
    const double last = double(ordered.size() - 1);
    std::ranges::nth_element(ordered, place(std::floor(0.01 * last)));
    distribution.low = *place(std::floor(0.01 * last));
    std::ranges::nth_element(ordered, place(std::ceil(0.99 * last)));
    distribution.high = *place(std::ceil(0.99 * last));
    distribution.mean = std::accumulate(weights.begin(), weights.end(), 0.0) / double(weights.size());
}

} // namespace

WeightDistribution weightDistribution(const WeightSamples& samples)
{
    WeightDistribution distribution;
    for (auto& group : distribution.counts)
        group.fill(WeightDistribution::Counts(weightBins, 0));
    if (samples.weights.empty())
        return distribution;
    distribution.upper = upperEnd(std::ranges::max(samples.weights));
    setRange(distribution, samples.weights);
    const float binsPerUnit = float(weightBins / distribution.upper);
    for (std::size_t i = 0; i < samples.weights.size(); ++i) {
        const auto group = std::size_t(samples.sizeGroup[samples.observedLabel[i]]);
        // The largest weight counts in the last bin.
        const float bin = std::clamp(samples.weights[i] * binsPerUnit, 0.0f, float(weightBins - 1));
        ++distribution.counts[group][isWrong(samples, i)][std::size_t(bin)];
    }
    return distribution;
}

} // namespace reweigh
