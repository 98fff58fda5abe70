// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/meters/ClassMeter.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace reweigh {
namespace {

enum Kind { Loss, Right, Count };

double ratio(double sum, double count)
{
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

ClassMeter::ClassMeter(int classes)
    : m_classes(classes)
    , m_sums(std::size_t(3 * classes))
{
}

void ClassMeter::add(std::span<const float> losses, std::span<const std::int64_t> labels, std::span<const std::int64_t> predicted)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        sum(Loss, labels[i]) += losses[i];
        sum(Right, labels[i]) += labels[i] == predicted[i];
        sum(Count, labels[i]) += 1;
    }
}

void ClassMeter::reset()
{
    std::ranges::fill(m_sums, 0.0);
}

SplitFigures ClassMeter::value(std::span<const int> sizeGroup) const
{
    const auto row = [&](Kind kind) { return std::span(m_sums).subspan(std::size_t(kind * m_classes), std::size_t(m_classes)); };
    const auto total = [](std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); };
    SplitFigures figures{.loss = ratio(total(row(Loss)), total(row(Count))), .accuracy = ratio(total(row(Right)), total(row(Count)))};
    double groupSum[3] = {}, groupCount[3] = {};
    for (int c = 0; c < m_classes; ++c) {
        figures.recall.push_back(ratio(row(Right)[std::size_t(c)], row(Count)[std::size_t(c)]));
        if (row(Count)[std::size_t(c)] > 0) {
            groupSum[sizeGroup[std::size_t(c)]] += figures.recall.back();
            groupCount[sizeGroup[std::size_t(c)]] += 1;
        }
    }
    figures.balancedAccuracy = ratio(groupSum[0] + groupSum[1] + groupSum[2], groupCount[0] + groupCount[1] + groupCount[2]);
    figures.many = ratio(groupSum[0], groupCount[0]);
    figures.medium = ratio(groupSum[1], groupCount[1]);
    figures.few = ratio(groupSum[2], groupCount[2]);
    return figures;
}

} // namespace reweigh
