// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/live/RunKey.h"
#include "core/live/RunRecord.h"
#include "core/live/StudySnapshot.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

class OpenStudy;

/// A finished training of an arm.
struct SeedRun {
    std::map<std::string, double> metrics;   ///< as ArmRun::metrics: means over the last epochs
    std::shared_ptr<const RunRecord> record; ///< null until its epochs were read
};

/// An arm's finished trainings, by seed.
struct ArmSeeds {
    ArmKind kind = ArmKind::CrossEntropy;
    std::map<int, SeedRun> runs;

    /// A metric over the seeds that have it, ascending; what is not finite is left out.
    std::vector<double> values(const std::string& metric) const;
};

/// What a study's comparison has brought so far: what it stored at its end, and, sooner, each run that ended.
struct ArmRuns {
    std::vector<ArmSeeds> arms; ///< in the order of the table, the searched one first; only those with a run
    int lastEpochs = 0;         ///< means are over so many last epochs

    const ArmSeeds* find(ArmKind kind) const;
    /// `of` minus `other`, seed by seed, over the seeds that both have.
    std::vector<double> differences(ArmKind of, ArmKind other, const std::string& metric) const;
    /// AUROC of (1 - weight) among the tail classes, of each run whose epochs are read: mean over the last epochs.
    std::vector<double> tailAuroc(ArmKind kind) const;
    /// Trainings of all arms that are short of `seeds` each.
    int missing(int seeds) const;
};

/// The arms in the order of every table.
const std::vector<ArmKind>& armOrder();

/// What the arms were trained with: the stored configuration, whatever the document was changed to since; the number of seeds
/// is the document's, for more of them belong to the same comparison.
ExperimentConfig comparedConfig(const OpenStudy& study);

using RecordOf = std::function<std::shared_ptr<const RunRecord>(const RunKey&)>;

/// `recordOf` is asked for every run up to `config`'s number of seeds.
ArmRuns gatherArms(const StudySnapshot& study, const ExperimentConfig& config, const RecordOf& recordOf);
ArmRuns gatherArms(OpenStudy& study);

} // namespace reweigh
