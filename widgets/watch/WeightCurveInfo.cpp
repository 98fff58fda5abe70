// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WeightCurveInfo.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

WeightCurveInfo::Curve curveOf(const EpochFigures& epoch)
{
    return {.epoch = epoch.epoch,
            .loss = {epoch.curve.loss.begin(), epoch.curve.loss.end()},
            .weight = {epoch.curve.weight.begin(), epoch.curve.weight.end()}};
}

/// Width of a bin. Bins begin at loss 0, so the first centre lies at half a width.
double binWidthOf(const WeightCurve& curve)
{
    return curve.loss.empty() ? 0.0 : 2.0 * double(curve.loss.front());
}

double largestLossOf(const WeightCurve& curve)
{
    return double(curve.loss.size()) * binWidthOf(curve);
}

std::vector<double> perUnit(const std::vector<float>& shares, double binWidth)
{
    std::vector<double> density;
    for (const float share : shares)
        density.push_back(binWidth > 0.0 ? double(share) / binWidth : 0.0);
    return density;
}

/// Share of the samples within [low, high], assuming that the samples of a bin are evenly spread in it.
double shareWithin(const std::vector<double>& density, double binWidth, double low, double high)
{
    double share = 0.0;
    for (std::size_t bin = 0; bin < density.size(); ++bin) {
        const double from = double(bin) * binWidth;
        share += density[bin] * std::max(0.0, std::min(high, from + binWidth) - std::max(low, from));
    }
    return share;
}

} // namespace

std::vector<bool> WeightCurveInfo::unseenBins() const
{
    std::vector<bool> unseen(curve.loss.size());
    for (std::size_t bin = 0; bin < unseen.size(); ++bin)
        unseen[bin] = right[bin] + wrong[bin] <= 0.0;
    for (std::size_t from = 0, to = 0; from < unseen.size(); from = to + 1) {
        for (to = from; to < unseen.size() && unseen[to];)
            ++to;
        if (from > 0 && to < unseen.size() && to - from < std::size_t(narrowGap))
            std::fill(unseen.begin() + std::ptrdiff_t(from), unseen.begin() + std::ptrdiff_t(to), false);
    }
    return unseen;
}

std::vector<std::pair<double, double>> WeightCurveInfo::unseen(double until) const
{
    std::vector<std::pair<double, double>> stretches;
    const std::vector<bool> bins = unseenBins();
    for (std::size_t from = 0, to = 0; from < bins.size(); from = to + 1) {
        for (to = from; to < bins.size() && bins[to];)
            ++to;
        if (to > from)
            stretches.emplace_back(double(from) * binWidth, double(to) * binWidth);
    }
    const double end = double(bins.size()) * binWidth;
    if (until > end) {
        if (!stretches.empty() && stretches.back().second >= end)
            stretches.back().second = until;
        else
            stretches.emplace_back(end, until);
    }
    return stretches;
}

WeightCurveInfo::Reading WeightCurveInfo::at(double loss) const
{
    Reading reading{.loss = loss, .weight = std::numeric_limits<double>::quiet_NaN()};
    const auto& [epoch, centres, values] = curve;
    if (!centres.empty() && loss >= 0.0 && loss <= double(centres.size()) * binWidth) {
        const double place = std::clamp(loss / binWidth - 0.5, 0.0, double(centres.size() - 1));
        const auto low = std::size_t(place), high = std::min(low + 1, centres.size() - 1);
        const double part = place - double(low);
        reading.weight = part == 0.0 ? values[low] : (1.0 - part) * values[low] + part * values[high];
        if (std::isnan(reading.weight)) // at most one of the two bins has a known weight: take the weight of the bin in which the loss lies
            reading.weight = values[part < 0.5 ? low : high];
    }
    reading.rightShare = shareWithin(right, binWidth, loss - reach, loss + reach);
    reading.wrongShare = shareWithin(wrong, binWidth, loss - reach, loss + reach);
    reading.right = int(std::lround(reading.rightShare * rightCount));
    reading.wrong = int(std::lround(reading.wrongShare * wrongCount));
    return reading;
}

WeightCurveInfo weightCurveInfo(const RunEpochs& run, std::size_t position)
{
    const EpochFigures& epoch = run.epochs[position];
    WeightCurveInfo info;
    info.curve = curveOf(epoch);
    info.binWidth = binWidthOf(epoch.curve);
    info.right = perUnit(epoch.curve.rightDensity, info.binWidth);
    info.wrong = perUnit(epoch.curve.wrongDensity, info.binWidth);
    info.rightCount = epoch.curve.right;
    info.wrongCount = epoch.curve.wrong;
    const auto shown = std::min<std::size_t>(position, earlierCurves);
    for (std::size_t i = 0; i < shown; ++i)
        info.earlier.push_back(curveOf(run.epochs[i * position / shown]));
    for (const EpochFigures& any : run.epochs)
        info.largestLoss = std::max(info.largestLoss, largestLossOf(any.curve));
    info.upper = largestWeight(run.epochs);
    const auto counts = overallCounts(epoch.distribution);
    for (std::size_t wrong = 0; wrong < 2; ++wrong)
        info.weights[wrong] = weightDensity(counts[wrong], epoch.distribution.upper);
    return info;
}

} // namespace reweigh
