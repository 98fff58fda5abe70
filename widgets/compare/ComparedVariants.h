// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "core/experiment/RunKey.h"
#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/state/OpenStudy.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace reweigh {

/// Calls `changed` whenever what a study compared may have changed: a result was stored, the epochs of a run were read, another number
/// of seeds is asked for. Cut with `receiver`'s other connections to the study.
template <typename Changed>
void followVariants(OpenStudy& study, QObject* receiver, Changed changed)
{
    QObject::connect(&study, &OpenStudy::snapshotChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::configChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::stateChanged, receiver, changed);
    QObject::connect(&study, &OpenStudy::epochsChanged, receiver, [changed](const RunKey& key) {
        if (!key.variant.empty())
            changed();
    });
}


class OpenStudy;

/// A variant's results, and the epochs of those of its runs that were read.
struct ComparedVariant {
    const VariantResult* result = nullptr; ///< of ComparedVariants::study
    std::map<int, std::shared_ptr<const RunEpochs>> trained; ///< by seed; none of them null or without an epoch
};

/// What a study's comparisons have brought so far, as it is stored: each run as it ended.
struct ComparedVariants {
    std::shared_ptr<const StudySnapshot> study; ///< holds the results
    std::vector<ComparedVariant> list;          ///< those with a run, in the order of every table
    int lastEpochs = 0;                         ///< means are over so many last epochs

    /// The newest results of that name; null if it has none.
    const VariantResult* find(const std::string& name) const;
    /// Trainings that the compared variants, those that were overtaken aside, are short of `seeds` each.
    int missing(int seeds) const;
};

/// What the variants were trained with: the stored configuration, whatever the document was changed to since; the number of seeds
/// is the document's, for more of them belong to the same comparison.
ExperimentConfig comparedConfig(const OpenStudy& study);

using EpochsOf = std::function<std::shared_ptr<const RunEpochs>(const RunKey&)>;

/// `epochsOf` is asked for every run; what it does not know is left out.
ComparedVariants gatherVariants(std::shared_ptr<const StudySnapshot> study, const EpochsOf& epochsOf = {});
ComparedVariants gatherVariants(OpenStudy& study);

/// `first` minus `second`, by the metric that differences are judged by; empty where a study has not both.
std::vector<double> variantDifferences(const std::vector<VariantResult>& results, const std::string& first, const std::string& second);

/// What the study's table of verdicts (judgeVariants()) says of `first` against `second`; CannotTell where it does not compare them.
JudgedAs verdictOf(const std::vector<VariantResult>& results, const std::string& first, const std::string& second);

} // namespace reweigh
