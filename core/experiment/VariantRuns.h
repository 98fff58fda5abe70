// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataPlan.h"
#include "core/experiment/VariantResult.h"
#include "core/storage/StudyFolder.h"

#include <filesystem>
#include <optional>

namespace reweigh {

/// Where the runs of one of a study's variants lie. Its folder is found by its hash, whatever it was called when it was made.
class VariantRuns {
public:
    VariantRuns(const std::filesystem::path& studyFolder, const std::string& name, const std::string& hash);

    /// The folder of a run, relative to the study's. `attempt` counts from 1: a further one follows when memory ran out.
    std::filesystem::path folder(int seed, int attempt) const;
    /// The newest attempt at a run that has a folder; at least 1.
    int newestAttempt(int seed) const;

private:
    StudyFolder m_study;
    std::string m_name; ///< of the variant's folder: name and hash
};

/// A finished training read from its folder, with the parameter count of its MW-Net.
struct ReadRun {
    VariantRun run;
    long parameters = 0;
};

/// Does the code that a run keeps stand for the data of `plan`? That of the versions before, of the labels alone, counts too: their runs
/// cannot be checked further.
bool isFingerprintOf(const std::string& code, const DataPlan& plan);

/// The run in `folder` if it is finished and was trained with `config` (which says the seeds) on `plan`; what decides no result
/// (device, threads) may be another's. `k`: last epochs that means are over. None for anything else: it is trained.
std::optional<ReadRun> readFinishedRun(const std::filesystem::path& study, const std::filesystem::path& folder, const ExperimentConfig& config,
                                       const DataPlan& plan, int seed);

/// Threads of the training that `folder` holds; 0 if there is none.
int recordedThreads(const std::filesystem::path& folder);

} // namespace reweigh
