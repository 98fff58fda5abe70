// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MechanismVerdict.h"

#include "core/base/Stats.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace reweigh {
namespace {

enum Group : std::size_t { Many, Medium, Few };

/// The mean of the finite values; NaN if there is none.
double knownMean(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    return meanInterval(values).mean;
}

template <typename Pick> double meanOver(std::span<const MechanismEvidence> runs, const Pick& pick)
{
    std::vector<double> values;
    for (const MechanismEvidence& run : runs)
        values.push_back(pick(run));
    return knownMean(std::move(values));
}

GroupFigures groupMeans(std::span<const MechanismEvidence> runs, GroupFigures MechanismEvidence::*figures)
{
    GroupFigures means = unknownGroups;
    for (std::size_t group = 0; group < means.size(); ++group)
        means[group] = meanOver(runs, [&](const MechanismEvidence& run) { return (run.*figures)[group]; });
    return means;
}

/// The interval of the AUROC within few is made as that of all samples.
Interval intervalOfFew(std::span<const MechanismEvidence> runs)
{
    std::vector<WeightEvidence> few;
    for (const MechanismEvidence& run : runs)
        few.push_back({.weighted = run.overall.weighted, .auroc = run.auroc[Few], .wrong = run.wrongFew, .right = run.rightFew});
    return weightVerdict(few).interval;
}

MechanismEffect effectOf(const MechanismVerdict& verdict)
{
    const bool less = verdict.weights.effect == WeightEffect::Separates, more = verdict.weights.effect == WeightEffect::WrongWeighMore;
    const int rare = verdict.rareShift();
    const bool bothKnown = std::isfinite(verdict.rightWeight[Many]) && std::isfinite(verdict.rightWeight[Few]);
    const double within = knownMean({verdict.auroc.begin(), verdict.auroc.end()});
    switch (verdict.weights.effect) {
    case WeightEffect::NoWeights: return MechanismEffect::NoWeights;
    case WeightEffect::Flat: return MechanismEffect::Flat;
    case WeightEffect::Unknown: return MechanismEffect::Unknown;
    default: break;
    }
    if (less && verdict.few.low > 0.5 && bothKnown && rare >= 0)
        return MechanismEffect::SeparatesBoth;
    const bool alikeWithin = within > 1.0 - separatingAuroc && within < separatingAuroc;
    if (alikeWithin && !(verdict.shares.size <= verdict.shares.wrongness)) // true for NaN, which leaves open what they follow
        return verdict.shares.size > verdict.shares.wrongness ? MechanismEffect::FollowsClassSize : MechanismEffect::Mixed;
    if ((less && rare < 0) || (more && rare > 0))
        return MechanismEffect::FollowsLoss;
    return MechanismEffect::Mixed;
}

double sumOf(const WeightDistribution::Counts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

} // namespace

const char* nameOf(MechanismEffect effect)
{
    switch (effect) {
    case MechanismEffect::NoWeights: return "no weights";
    case MechanismEffect::Flat: return "flat";
    case MechanismEffect::Unknown: return "unknown";
    case MechanismEffect::SeparatesBoth: return "separates both";
    case MechanismEffect::FollowsLoss: return "follows loss";
    case MechanismEffect::FollowsClassSize: return "follows class size";
    case MechanismEffect::Mixed: return "mixed";
    }
    return "";
}

MechanismEvidence mechanismEvidence(const EpochFigures& epoch)
{
    const WeightEvidence overall = weightEvidence(epoch);
    if (!overall.weighted)
        return {};
    const auto& [right, wrong] = epoch.distribution.counts[Few];
    return {.overall = overall,
            .auroc = epoch.detection.aurocByGroup,
            .wrongFew = sumOf(wrong), // 0 where nothing was counted, which claims nothing
            .rightFew = sumOf(right),
            .rightWeight = epoch.detection.meanRightWeight,
            .shares = epoch.shares};
}

int MechanismVerdict::rareShift() const
{
    const double away = rightWeight[Few] - rightWeight[Many];
    if (!(std::abs(away) > equalWeights * std::max(rightWeight[Many], rightWeight[Few]))) // true for NaN
        return 0;
    return away > 0.0 ? 1 : -1;
}

MechanismVerdict mechanismVerdict(const EpochFigures& epoch)
{
    const MechanismEvidence evidence = mechanismEvidence(epoch);
    return mechanismVerdict(std::span<const MechanismEvidence>(&evidence, 1));
}

MechanismVerdict mechanismVerdict(std::span<const MechanismEvidence> runs)
{
    std::vector<WeightEvidence> overall;
    for (const MechanismEvidence& run : runs)
        overall.push_back(run.overall);
    MechanismVerdict verdict{.weights = weightVerdict(overall),
                             .auroc = groupMeans(runs, &MechanismEvidence::auroc),
                             .few = intervalOfFew(runs),
                             .rightWeight = groupMeans(runs, &MechanismEvidence::rightWeight)};
    verdict.shares = {.wrongness = meanOver(runs, [](const MechanismEvidence& run) { return run.shares.wrongness; }),
                      .size = meanOver(runs, [](const MechanismEvidence& run) { return run.shares.size; }),
                      .interaction = meanOver(runs, [](const MechanismEvidence& run) { return run.shares.interaction; })};
    verdict.effect = effectOf(verdict);
    return verdict;
}

} // namespace reweigh
