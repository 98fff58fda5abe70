// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightVerdict.h"
#include "core/progress/RunFigures.h"

#include <array>
#include <limits>
#include <span>

namespace reweigh {

/// What weights do about both shifts at once, wrong labels and rare classes. Views and reports say it in words (widgets/text/WeightText.h).
enum class MechanismEffect {
    NoWeights,        ///< no sample is weighed
    Flat,             ///< nearly all samples weigh the same
    Unknown,          ///< no label is known to be wrong
    SeparatesBoth,    ///< wrong labels weigh less, and rare classes are not taken for them
    FollowsLoss,      ///< rare classes are treated as wrong labels are: weights know only which samples are hard
    FollowsClassSize, ///< within classes of one size wrong and right labels weigh about the same
    Mixed,            ///< none of these is shown
};

/// "no weights", "flat", "unknown", "separates both", "follows loss", "follows class size" or "mixed", for files.
const char* nameOf(MechanismEffect effect);

using GroupFigures = std::array<double, 3>; ///< many, medium, few: groups of classes by observed count
inline constexpr GroupFigures unknownGroups = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                                               std::numeric_limits<double>::quiet_NaN()};

/// What is known about the weights of one run. NaN stands for what is not known.
struct MechanismEvidence {
    WeightEvidence overall;
    GroupFigures auroc = unknownGroups;                         ///< of 1 - weight as a score for wrong labels, within each group
    double wrongFew = std::numeric_limits<double>::quiet_NaN(); ///< number of samples in the group few whose label is wrong
    double rightFew = std::numeric_limits<double>::quiet_NaN(); ///< number of the others there
    GroupFigures rightWeight = unknownGroups;                   ///< mean weight of right labels
    WeightShares shares;
};

MechanismEvidence mechanismEvidence(const EpochFigures& epoch);

/// Two mean weights that differ by no more than this share of the larger one are held to be equal.
inline constexpr double equalWeights = 0.05;

struct MechanismVerdict {
    MechanismEffect effect = MechanismEffect::NoWeights;
    WeightVerdict weights;                    ///< what they do to wrong labels overall
    GroupFigures auroc = unknownGroups;       ///< of one run, or the mean over the runs that have it
    Interval few;                             ///< of the AUROC within few, 95 %, as WeightVerdict::interval
    GroupFigures rightWeight = unknownGroups; ///< likewise
    WeightShares shares;                      ///< likewise

    /// 1 if right labels of few classes weigh more than those of many, -1 if they weigh less, 0 if they are held to be equal
    /// (equalWeights) or one of the two is not known.
    int rareShift() const;
};

/// The verdict on the weights of an epoch: the first of these that holds.
/// - NoWeights, Flat and Unknown: as in weightVerdict().
/// - SeparatesBoth: wrong labels are separated overall (WeightEffect::Separates: AUROC >= separatingAuroc, its interval above 0.5); within
///   few the interval of the AUROC lies above 0.5; and right labels of few do not weigh less than those of many.
/// - FollowsClassSize: the mean of the AUROCs within groups lies between 1 - separatingAuroc and separatingAuroc, and the size of the class
///   has a larger share of the weights' variance than wrongness has. It goes before FollowsLoss, because wrong labels are no equal part of
///   each class: weights that know nothing but the class rank them too, overall. Where shares are not known, as in runs of earlier
///   versions, such AUROCs within groups leave open what weights follow, and the verdict is Mixed.
/// - FollowsLoss: wrong labels weigh less overall (WeightEffect::Separates), and right labels of few less than those of many; or both
///   weigh more (WeightEffect::WrongWeighMore). For rare classes have high losses as wrong labels have.
/// - Mixed.
/// It says nothing of how many samples there are in few: with classes of one size, the groups are three thirds of equals.
MechanismVerdict mechanismVerdict(const EpochFigures& epoch);

/// The same for the runs of one setting with different seeds, on means over the runs that have a figure, and Student-t intervals over
/// runs. A single run, or a single one with an AUROC, has its own interval. Without runs: NoWeights.
MechanismVerdict mechanismVerdict(std::span<const MechanismEvidence> runs);

} // namespace reweigh
