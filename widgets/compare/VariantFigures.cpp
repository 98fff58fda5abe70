// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/VariantFigures.h"

#include "widgets/compare/CompareText.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reweigh {
namespace {

constexpr int curvePoints = 120;

/// A curve's points that hold a figure, up to the largest loss that a sample had.
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

    /// Linear between the points, level before the first.
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
    return {.name = label, .shortName = label, .place = int(&variant - compared.list.data())};
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
            double sum = 0.0;
            for (const SeenCurve& curve : curves)
                sum += curve.at(x);
            line.x.push_back(x);
            line.y.push_back(sum / double(curves.size()));
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
        line.y.assign(order.size(), 0.0);
        for (const auto& [seed, trained] : variant.trained) {
            const std::vector<double> recall = meanRecall(trained->epochs, compared.lastEpochs);
            if (recall.size() != order.size())
                continue;
            for (std::size_t i = 0; i < order.size(); ++i)
                line.y[i] += recall[std::size_t(order[i])];
            ++line.seeds;
        }
        if (line.seeds == 0)
            continue;
        for (std::size_t i = 0; i < order.size(); ++i) {
            line.x.push_back(double(i));
            line.y[i] /= line.seeds;
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
