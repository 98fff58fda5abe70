// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "core/experiment/RunKey.h"
#include "core/live/follow/RunEpochs.h"
#include "core/live/follow/StudyReader.h"
#include "widgets/state/OpenStudy.h"

#include <map>
#include <memory>
#include <vector>

namespace reweigh {

/// Calls `changed` whenever the comparison of a study may have changed: a result was stored, the epochs of a variant's run were
/// read, or the number of seeds was changed. Disconnecting `receiver` from the study also removes these connections.
template <typename Changed> void followVariants(OpenStudy& study, QObject* receiver, Changed changed)
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

/// A variant's results and the epochs of its runs, as far as they were read.
struct ComparedVariant {
    const VariantResult* result = nullptr;                   ///< never null; owned by ComparedVariants::study
    std::map<int, std::shared_ptr<const RunEpochs>> trained; ///< by seed; every entry has at least one epoch
};

/// The stored results of a study's comparisons so far; each run is stored when it ends.
struct ComparedVariants {
    std::shared_ptr<const StudySnapshot> study; ///< owns the results
    std::vector<ComparedVariant> list;          ///< variants with at least one run, in the order of all tables
    int lastEpochs = 0;                         ///< number of last epochs over which means are taken

    /// The newest results of the variant `name`; null if there are none.
    const VariantResult* find(const std::string& name) const;
    /// The number of trainings missing until each compared variant has `seeds` of them. Variants of an earlier best trial are not
    /// counted.
    int missing(int seeds) const;
    /// Whether there are runs, and none of their folders: the study was kept or copied without them.
    bool foldersAreGone() const;
};

/// The configuration with which the variants are trained: the stored one, even if the document was changed since. Only the number
/// of seeds is the document's, because more seeds belong to the same comparison.
ExperimentConfig comparedConfig(const OpenStudy& study);

/// Collects the variants of a study, without epochs.
ComparedVariants gatherVariants(std::shared_ptr<const StudySnapshot> study);
/// Collects the variants of an open study with the epochs it has read (OpenStudy::variantEpochs).
ComparedVariants gatherVariants(OpenStudy& study);

/// Differences `first` minus `second`, one per common seed, in the metric by which variants are judged (the first of
/// comparedMetrics()). Empty if a variant is missing.
std::vector<double> variantDifferences(const std::vector<VariantResult>& results, const std::string& first, const std::string& second);

/// The verdict on `first` against `second` in the study's table of verdicts (judgeVariants()); CannotTell if the table does not
/// compare them.
JudgedAs verdictOf(const std::vector<VariantResult>& results, const std::string& first, const std::string& second);

} // namespace reweigh
