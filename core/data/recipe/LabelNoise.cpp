// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/recipe/LabelNoise.h"

#include "core/base/NameList.h"
#include "core/base/Rng.h"
#include "core/config/Names.h"

#include <algorithm>
#include <numeric>

namespace reweigh {
namespace {

/// A K x K matrix that begins as the identity; `move` shifts probability from the diagonal to another entry of the row.
class Transition {
public:
    explicit Transition(std::size_t classes)
        : m_classes(classes)
        , m_values(classes * classes, 0.0)
    {
        for (std::size_t i = 0; i < classes; ++i)
            m_values[i * classes + i] = 1.0;
    }
    std::size_t classes() const { return m_classes; }
    void move(std::size_t from, std::size_t to, double probability)
    {
        m_values[from * m_classes + from] -= probability;
        m_values[from * m_classes + to] += probability;
    }
    /// Sets a diagonal entry directly, to remove the rounding errors of repeated subtraction.
    void stay(std::size_t i, double probability) { m_values[i * m_classes + i] = probability; }
    std::vector<double> take() { return std::move(m_values); }

private:
    std::size_t m_classes;
    std::vector<double> m_values;
};

/// Moves probability p of every class evenly to the other classes for which `mayGo(from, to)` holds; a class with no such target keeps 1.
template <typename MayGo> void spread(Transition& matrix, double p, MayGo mayGo)
{
    for (std::size_t i = 0; i < matrix.classes(); ++i) {
        std::vector<std::size_t> targets;
        for (std::size_t j = 0; j < matrix.classes(); ++j)
            if (j != i && mayGo(i, j))
                targets.push_back(j);
        for (const std::size_t j : targets)
            matrix.move(i, j, p / double(targets.size()));
        matrix.stay(i, targets.empty() ? 1.0 : 1.0 - p);
    }
}

void uniform(Transition& matrix, double p)
{
    const double share = p / double(matrix.classes());
    for (std::size_t i = 0; i < matrix.classes(); ++i) {
        for (std::size_t j = 0; j < matrix.classes(); ++j)
            if (j != i)
                matrix.move(i, j, share);
        matrix.stay(i, 1.0 - p + share);
    }
}

/// Moves probability p to `targets` (1 or 2) other classes, drawn for each class.
void flip(Transition& matrix, double p, int targets, std::uint64_t seed)
{
    const std::size_t classes = matrix.classes();
    Rng rng(seed, "flip-map");
    std::vector<std::size_t> first(classes), step(classes);
    for (std::size_t i = 0; i < classes; ++i) {
        step[i] = 1 + rng.below(classes - 1);
        first[i] = (i + step[i]) % classes;
        matrix.move(i, first[i], p / targets);
    }
    for (std::size_t i = 0; targets == 2 && i < classes; ++i) {
        std::size_t other = 1 + rng.below(classes - 2); // distance from i; the first target's distance is skipped
        other += other >= step[i];
        matrix.move(i, (i + other) % classes, p / targets);
    }
    for (std::size_t i = 0; i < classes; ++i)
        matrix.stay(i, 1.0 - p);
}

/// CIFAR-10: truck to automobile, bird to airplane, deer to horse, cat to dog and dog to cat.
void pairMap(Transition& matrix, double p)
{
    constexpr std::pair<std::size_t, std::size_t> pairs[] = {{9, 1}, {2, 0}, {4, 7}, {3, 5}, {5, 3}};
    for (const auto& [from, to] : pairs)
        matrix.move(from, to, p);
}

/// P(j|i) = p N_j/(N - N_i) for j != i. A class that holds all images (N_i = N) keeps probability 1.
void prior(Transition& matrix, double p, std::span<const std::size_t> counts)
{
    const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t(0));
    for (std::size_t i = 0; i < matrix.classes(); ++i) {
        if (total == counts[i])
            continue;
        for (std::size_t j = 0; j < matrix.classes(); ++j)
            if (j != i)
                matrix.move(i, j, p * double(counts[j]) / double(total - counts[i]));
        matrix.stay(i, 1.0 - p);
    }
}

std::vector<std::uint16_t> superclassOfClass(const LabelView& labels)
{
    std::vector<std::uint16_t> result(static_cast<std::size_t>(labels.classes), 0);
    for (std::size_t i = 0; i < labels.labels.size(); ++i)
        result[labels.labels[i]] = labels.superclass[i];
    return result;
}

bool fits(NoiseType type, const LabelView& labels)
{
    switch (type) {
    case NoiseType::Flip2: return labels.classes > 2;
    case NoiseType::PairMap: return labels.dataset == "cifar10" && labels.classes == 10;
    case NoiseType::Hierarchical: return !labels.superclass.empty();
    case NoiseType::File: return false;
    default: return true;
    }
}

/// The noise types that can be applied to `labels`, separated by commas.
std::string fittingKinds(const LabelView& labels)
{
    std::vector<std::string> names = allNames<NoiseType>();
    std::erase_if(names, [&](const std::string& name) { return !fits(*fromName<NoiseType>(name), labels); });
    return listed(names);
}

} // namespace

Result<std::vector<double>> transitionMatrix(const DataOptions& options, const LabelView& labels, std::span<const std::size_t> counts)
{
    if (!fits(options.noiseType, labels))
        return Error{ErrorCode::RecipeNotApplicable, "noise-type " + nameOf(options.noiseType), labels.dataset, fittingKinds(labels)};
    Transition matrix(static_cast<std::size_t>(labels.classes));
    const double p = options.noiseRate;
    switch (options.noiseType) {
    case NoiseType::None:
    case NoiseType::File: break;
    case NoiseType::Uniform: uniform(matrix, p); break;
    case NoiseType::Symmetric: spread(matrix, p, [](std::size_t, std::size_t) { return true; }); break;
    case NoiseType::Flip: flip(matrix, p, 1, options.seed); break;
    case NoiseType::Flip2: flip(matrix, p, 2, options.seed); break;
    case NoiseType::PairMap: pairMap(matrix, p); break;
    case NoiseType::Hierarchical: {
        const std::vector<std::uint16_t> group = superclassOfClass(labels);
        spread(matrix, p, [&](std::size_t i, std::size_t j) { return group[i] == group[j]; });
        break;
    }
    case NoiseType::Prior: prior(matrix, p, counts); break;
    }
    return matrix.take();
}

std::vector<double> countedTransition(std::span<const std::uint32_t> images, std::span<const std::uint16_t> trueLabel,
                                      std::span<const std::uint16_t> observed, int classes)
{
    const std::size_t k = static_cast<std::size_t>(classes);
    std::vector<double> matrix(k * k, 0.0);
    std::vector<std::size_t> counts(k, 0);
    for (const std::uint32_t image : images) {
        ++counts[trueLabel[image]];
        matrix[trueLabel[image] * k + observed[image]] += 1.0;
    }
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k && counts[i] > 0; ++j)
            matrix[i * k + j] /= double(counts[i]);
        if (counts[i] == 0)
            matrix[i * k + i] = 1.0;
    }
    return matrix;
}

std::vector<std::uint16_t> drawObserved(std::span<const std::uint16_t> trueLabel, std::span<const double> transition, int classes,
                                        std::uint64_t seed)
{
    // Row i holds the cumulative sum over the OTHER classes, starting at the probability to keep the label.
    const std::size_t k = static_cast<std::size_t>(classes);
    std::vector<double> cumulative(k * k);
    std::vector<std::uint16_t> lastTarget(k); // where the sum stays below 1 by rounding, a larger u selects this class
    for (std::size_t i = 0; i < k; ++i) {
        double sum = transition[i * k + i];
        lastTarget[i] = static_cast<std::uint16_t>(i);
        for (std::size_t j = 0; j < k; ++j) {
            if (j != i && transition[i * k + j] > 0.0) {
                sum += transition[i * k + j];
                lastTarget[i] = static_cast<std::uint16_t>(j);
            }
            cumulative[i * k + j] = sum;
        }
    }
    Rng rng(seed, "noise");
    std::vector<std::uint16_t> observed(trueLabel.begin(), trueLabel.end());
    for (std::uint16_t& label : observed) {
        const double u = rng.uniform();
        const std::size_t i = label;
        if (u < transition[i * k + i])
            continue;
        const auto row = cumulative.begin() + std::ptrdiff_t(i * k);
        const auto target = std::upper_bound(row, row + std::ptrdiff_t(k), u);
        label = target == row + std::ptrdiff_t(k) ? lastTarget[i] : static_cast<std::uint16_t>(target - row);
    }
    return observed;
}

} // namespace reweigh
